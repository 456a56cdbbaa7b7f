import { defineNuxtConfig } from 'nuxt/config';

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='8'/%3E%3Ccircle cx='8' cy='8' r='3' fill='%23f2906a'/%3E%3C/svg%3E";

export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  css: ['@penchant/elements/tokens.css', '~/shop.css'],
  app: { head: { title: 'Side B', htmlAttrs: { lang: 'en' }, link: [{ rel: 'icon', href: icon }] } },
});
