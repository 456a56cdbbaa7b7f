import { penchant } from '@penchant/vue';
import type { App } from 'vue';

// It runs on the server, too: there the order stays, and nothing is stored.
// @ts-expect-error Nuxt has it in scope
export default defineNuxtPlugin(({ vueApp }: { readonly vueApp: App }) => {
  vueApp.use(penchant, { site: 'side-b' });
});
