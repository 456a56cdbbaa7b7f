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

const PRESETS: Readonly<Record<string, Policy>> = { amazon, article, netflix, reddit, spotify, tiktok, youtube };

/**
 * The policy that a script tag's `data-policy` names: a preset (`netflix`), or changes to the default policy as JSON.
 * @throws Error saying what is wrong with it.
 */
export const policyFrom = (text: string): Policy =>
  Object.hasOwn(PRESETS, text)
    ? (PRESETS[text] ?? defaultPolicy)
    : extendPolicy(defaultPolicy, JSON.parse(text) as PolicyChanges);
