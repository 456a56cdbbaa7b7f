import { createTracker } from '@penchant/browser';
import { amazon } from '@penchant/core';
import { PenchantProvider } from '@penchant/react';
import { createRoot } from 'react-dom/client';
import { productOf } from './catalogue.js';
import { Shop } from './shop.js';
import './shop.css';

// Without a collector nothing leaves the device: everything here is ranked from what this customer did.
const tracker = createTracker({ site: 'hearth-and-hide', policy: amazon, features: productOf });
const place = document.querySelector('#shop');

await tracker.ready; // so that the first shelf is in the customer's order already
if (place)
  createRoot(place).render(
    <PenchantProvider tracker={tracker}>
      <Shop />
    </PenchantProvider>,
  );
