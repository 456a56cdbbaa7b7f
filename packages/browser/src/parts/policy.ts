import {
  amazon,
  article,
  defaultPolicy,
  extendPolicy,
  netflix,
  PolicyError,
  reddit,
  spotify,
  tiktok,
  youtube,
  type Policy,
  type PolicyChanges,
} from '@penchant/core';

const PRESETS: Readonly<Record<string, Policy>> = { amazon, article, netflix, reddit, spotify, tiktok, youtube };

/**
 * The policy that a script tag's `data-policy` names: a preset (`netflix`), or changes to the default policy as JSON.
 * @throws PolicyError saying what is wrong with it.
 */
export const policyFrom = (text: string): Policy =>
  Object.hasOwn(PRESETS, text) ? (PRESETS[text] ?? defaultPolicy) : extendPolicy(defaultPolicy, changesIn(text));

function changesIn(text: string): PolicyChanges {
  try {
    return JSON.parse(text) as PolicyChanges;
  } catch {
    throw new PolicyError('data-policy', `must be one of ${Object.keys(PRESETS).join(', ')}, or changes as JSON`);
  }
}
