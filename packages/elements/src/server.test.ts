// @vitest-environment node
import { expect, it } from 'vitest';

it('is imported and defines nothing on a server', async () => {
  expect(typeof document).toBe('undefined');
  const { defineElements } = await import('./index.js');
  expect(() => defineElements()).not.toThrow();
});
