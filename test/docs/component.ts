import { compileScript, compileTemplate, parse } from 'vue/compiler-sfc';

/** A Vue component in one file, as JavaScript, and what is wrong with it. What its script imports is left to be found. */
export function compileComponent(source: string, id: string): { readonly code: string; readonly errors: unknown[] } {
  const { descriptor, errors } = parse(source);
  const script = compileScript(descriptor, { id, genDefaultAs: 'component' });
  const template = compileTemplate({
    source: descriptor.template?.content ?? '',
    filename: `${id}.vue`,
    id,
    compilerOptions: { bindingMetadata: script.bindings ?? {} },
  });
  const code = `${script.content}\n${template.code.replace('export function', 'function')}
export default Object.assign(component, { render });`;
  return { code, errors: [...errors, ...template.errors] };
}
