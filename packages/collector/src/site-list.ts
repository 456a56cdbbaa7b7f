import { InvalidArgumentError } from 'commander';
import { ANY_ORIGIN } from './sites.js';

/** Sites as they are named one after the other, each with its origins. */
export type SiteList = { readonly name: string; readonly origins: string[] }[];

/** @throws InvalidArgumentError saying how to mend the name. */
export function addSite(sites: SiteList, name: string): void {
  if (!/^[\w.-]{1,128}$/.test(name))
    throw new InvalidArgumentError('A name is letters, digits, dots, dashes and underscores.');
  if (name === '__proto__' || sites.some((site) => site.name === name))
    throw new InvalidArgumentError('A site is named once; all its origins follow it.');
  sites.push({ name, origins: [] });
}

/** An origin of the last site. */
export function addOrigin(sites: SiteList, origin: string): void {
  const site = sites.at(-1);
  if (!site) throw new InvalidArgumentError('It must come after the --site that it belongs to.');
  const { origin: plain } = URL.canParse(origin) ? new URL(origin) : { origin: 'null' };
  if (origin !== ANY_ORIGIN && origin !== plain)
    throw new InvalidArgumentError(`Write ${plain === 'null' ? 'it like https://daily.example' : plain}.`);
  site.origins.push(origin);
}

/** Reads `daily=https://daily.example,https://m.daily.example weekly=https://weekly.example`. */
export function parseSites(list: string): SiteList {
  const sites: SiteList = [];
  for (const entry of list.split(/\s+/).filter((text) => text !== '')) {
    const [name = '', ...origins] = entry.split(/[=,]/);
    addSite(sites, name);
    for (const origin of origins) addOrigin(sites, origin);
  }
  return sites;
}
