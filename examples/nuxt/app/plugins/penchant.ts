import { penchant } from '@penchant/vue';
import { defineNuxtPlugin } from 'nuxt/app';

// It runs on the server, too: there the order stays, and nothing is stored.
export default defineNuxtPlugin(({ vueApp }) => {
  vueApp.use(penchant, { site: 'side-b' });
});
