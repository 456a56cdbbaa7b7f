/** What /openapi.json says besides the routes, whose schemas are the ones that requests are checked against. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'Penchant collector',
    version: '1',
    description: 'Adds up clipped, anonymous counts, each exactly once, and serves back what they teach.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
} as const;
