// @vitest-environment node
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';

it('the component in the documentation compiles', () => {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/vue.md', import.meta.url)), 'utf8');
  const source = /^```vue\n(.*?)^```/ms.exec(page)?.[1] ?? '';
  const { descriptor, errors } = parse(source);
  expect(errors).toEqual([]);
  const { bindings } = compileScript(descriptor, { id: 'docs' });
  const { code, errors: wrong } = compileTemplate({
    source: descriptor.template?.content ?? '',
    filename: 'docs.vue',
    id: 'docs',
    ssr: false,
    compilerOptions: bindings ? { bindingMetadata: bindings } : {},
  });
  expect(wrong).toEqual([]);
  expect(code).toContain('penchant-item');
});
