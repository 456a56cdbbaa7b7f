/** Where the examples that a server renders are started. */
export const PORTS = { next: 8085, nuxt: 8086 };
