import '@penchant/elements/tokens.css';
import './magazine.css';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { TrackerProvider } from './tracker';

export const metadata = {
  title: 'Slow Lines',
  description: 'Journeys that take their time, in the order of who reads.',
};

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <TrackerProvider>
          <header>
            <Link href="/">Slow Lines</Link>
            <span>Journeys that take their time</span>
          </header>
          <main>{children}</main>
        </TrackerProvider>
      </body>
    </html>
  );
}
