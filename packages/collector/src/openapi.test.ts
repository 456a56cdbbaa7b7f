import { describe, expect, it } from 'vitest';
import { testCollector } from './testing.js';

const document = async () => (await testCollector().inject('/openapi.json')).json();

describe('/openapi.json', () => {
  it('is OpenAPI 3.1 and documents every route', async () => {
    const { openapi, info, paths } = await document();
    expect(openapi).toBe('3.1.0');
    expect(info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(paths).sort()).toEqual([
      '/admin/export',
      '/admin/overview',
      '/health/live',
      '/health/ready',
      '/metrics',
      '/parts/{name}',
      '/penchant.js',
      '/v1/contributions',
      '/v1/model',
      '/v1/model/{name}',
      '/v1/parts/{name}',
      '/v1/penchant.js',
      '/v1/{build}/parts/{name}',
      '/v1/{build}/penchant.js',
    ]);
  });

  it('says what a contribution is, in either type of content, and what is answered', async () => {
    const { post } = (await document()).paths['/v1/contributions'];
    expect(Object.keys(post.requestBody.content)).toEqual(['text/plain', 'application/json']);
    const { oneOf, discriminator } = post.requestBody.content['text/plain'].schema;
    expect(discriminator).toEqual({ propertyName: 'family' });
    expect(oneOf.map((member: { properties: { family: object } }) => member.properties.family)).toEqual([
      { type: 'string', enum: ['list'] },
      { type: 'string', enum: ['reactions'] },
      { type: 'string', enum: ['losses'] },
      { type: 'string', enum: ['watch'] },
      { type: 'string', enum: ['dwell'] },
      { type: 'string', enum: ['pairs'] },
      { type: 'string', enum: ['purchases'] },
    ]);
    expect(oneOf[0].properties.cells).toMatchObject({ type: 'array', minItems: 1, maxItems: 40 });
    expect(Object.keys(post.responses)).toEqual(['202', '400', '403', '413', '415', '429', '503']);
  });

  it('has references that lead somewhere, responses that are described, and path parameters that are declared', async () => {
    const whole = await document();
    visit(whole, (key, value) => {
      if (key === '$ref')
        expect({ [String(value)]: resolve(whole, String(value)) }).toEqual({ [String(value)]: expect.anything() });
    });
    for (const [path, operations] of Object.entries<Record<string, Operation>>(whole.paths))
      for (const { responses, parameters = [] } of Object.values(operations)) {
        for (const response of Object.values(responses)) expect(response).toHaveProperty('description');
        for (const [, name] of path.matchAll(/\{(\w+)\}/g))
          expect(parameters).toContainEqual(expect.objectContaining({ in: 'path', name, required: true }));
      }
  });
});

interface Operation {
  readonly responses: Record<string, { readonly description: string }>;
  readonly parameters?: object[];
}

function visit(node: unknown, see: (key: string, value: unknown) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    see(key, value);
    visit(value, see);
  }
}

const resolve = (whole: unknown, ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], whole);
