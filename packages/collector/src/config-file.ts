import { readFileSync } from 'node:fs';

/** What a configuration file may hold: settings by their names, and the sites with their origins. */
export interface ConfigFile {
  readonly sites: readonly (readonly [name: string, origins: readonly string[]])[];
  /** Every other setting, as a flag would give it. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Reads a configuration file: one JSON object.
 * @throws Error with one line that says what is wrong and how to mend it. It never repeats a value: one may be a token.
 */
export function readConfigFile(file: string): ConfigFile {
  const { sites = {}, ...settings } = parsed(file);
  if (!isSites(sites)) throw new Error(`${file}, "sites": write { "daily": ["https://daily.example"] }.`);
  const texts = Object.entries(settings).map(([name, value]): [string, string] => {
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw new Error(`${file}, "${name}": it must be a text, a number, true or false.`);
    return [name, String(value)];
  });
  return { sites: Object.entries(sites), texts: new Map(texts) };
}

function parsed(file: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new Error(`the configuration file ${file} cannot be read: make it, or name another with --config.`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // what JSON.parse says may quote the file
  }
  throw new Error(`${file} is no JSON object: write { "sites": { "daily": ["https://daily.example"] } }.`);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isSites = (value: unknown): value is Record<string, readonly string[]> =>
  isObject(value) && Object.values(value).every(isTexts);
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
