// @ts-check
/** @import { Kind } from './build.js' */

const react = '^19.3.1';
const vite = '^8.3.8';

/** What each framework's own starter writes, as far as it matters here. */
export const KINDS = /** @satisfies {Record<string, Kind>} */ ({
  react: {
    packages: ['@penchant/browser', '@penchant/react'],
    dependencies: { react, 'react-dom': react, vite, '@vitejs/plugin-react': '^6.3.0' },
    scaffold: {
      'public/favicon.ico': ' ',
      'vite.config.js': `import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };\n`,
    },
    build: ['vite', 'build'],
  },
  vue: {
    packages: ['@penchant/browser', '@penchant/vue'],
    dependencies: { vue: '^3.5.45', vite, '@vitejs/plugin-vue': '^6.0.11' },
    scaffold: {
      'public/favicon.ico': ' ',
      'vite.config.js': `import vue from '@vitejs/plugin-vue';\nexport default { plugins: [vue()] };\n`,
    },
    build: ['vite', 'build'],
  },
  next: {
    packages: ['@penchant/browser', '@penchant/react'],
    dependencies: {
      next: '^16.4.6',
      react,
      'react-dom': react,
      typescript: '^5.9.0',
      '@types/react': react,
      '@types/node': '^20',
    },
    scaffold: {
      'app/layout.tsx': `import './globals.css';
export const metadata = { title: 'Daily' };
export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`,
      'app/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" />',
    },
    build: ['next', 'build'],
    serve: ['next', 'start'],
  },
  nuxt: {
    packages: ['@penchant/browser', '@penchant/vue'],
    dependencies: { nuxt: '~4.4.5', vue: '^3.5.45' },
    scaffold: {
      'nuxt.config.ts': `export default defineNuxtConfig({ compatibilityDate: '2026-01-01', app: { head: { link: [{ rel: 'icon', href: 'data:,' }] } } });\n`,
    },
    build: ['nuxt', 'build'],
    serve: ['node', '.output/server/index.mjs'],
  },
});
