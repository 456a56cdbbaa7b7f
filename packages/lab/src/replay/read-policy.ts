import { basename } from 'node:path';
import {
  amazon,
  article,
  defaultPolicy,
  extendPolicy,
  netflix,
  reddit,
  spotify,
  tiktok,
  youtube,
  type Policy,
  type PolicyChanges,
} from '@penchant/core';
import { readJson } from '../read-json.js';

const NAMED: ReadonlyMap<string, Policy> = new Map(
  [defaultPolicy, article, netflix, youtube, spotify, reddit, tiktok, amazon].map((policy) => [policy.name, policy]),
);

/** The policies that come with Penchant, by name. */
export const POLICY_NAMES: readonly string[] = [...NAMED.keys()];

/**
 * A policy by its name, or from a JSON file of what it changes in the default one: `{ "kinds": { "click": { "liking": 0.3 } } }`. One that
 * gives itself no name has that of its file.
 * @throws Error in one line when there is none, or naming the field that a policy cannot have.
 */
export async function readPolicy(nameOrFile: string): Promise<Policy> {
  const named = NAMED.get(nameOrFile);
  if (named) return named;
  const changes = await readJson(nameOrFile, `a JSON file of a policy, or one of ${POLICY_NAMES.join(', ')}`);
  try {
    const policy = extendPolicy(defaultPolicy, changes as PolicyChanges); // it says what is wrong with what is none
    return policy.name === defaultPolicy.name ? { ...policy, name: basename(nameOrFile, '.json') } : policy;
  } catch (cause) {
    const why = (cause as Error).message.replace('[penchant] ', '');
    throw new Error(`[penchant] ${nameOrFile}: ${why}`, { cause });
  }
}
