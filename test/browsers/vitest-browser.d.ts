// `vitest/browser` takes its types from whichever of Vitest's own providers is installed. Ours stands in for one of them.
declare module '@vitest/browser-playwright/context' {
  export * from '@vitest/browser/context';
}
