'use client';

import { createTracker } from '@penchant/browser';
import { PenchantProvider } from '@penchant/react';
import type { ReactNode } from 'react';

const tracker = createTracker({ site: 'slow-lines' }); // on the server it keeps the order and stores nothing

export const TrackerProvider = ({ children }: { readonly children: ReactNode }) => (
  <PenchantProvider tracker={tracker}>{children}</PenchantProvider>
);
