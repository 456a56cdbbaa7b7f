import { MAX_ID_CHARS } from '@penchant/core';

/** The item that an address (relative to the page's) leads to, or `undefined` where it leads to none. */
export type IdOf = (address: unknown) => string | undefined;

/** Parameters that say how a visitor came, not what is shown. */
const CAMPAIGN =
  /^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|mc_[ce]id|_g[al]|(g|dc|fb|msclk|y|tw|tt)(cl)?id|gclsrc|[gw]braid|igshid|srsltid)$/;

/** An address that is longer names nothing. */
const MAX_URL_CHARS = 2_000;

/**
 * Makes ids of addresses: of the same place, the same id. On a site of its own (`hosts`) that is the path and what is
 * asked of it (`/shoes?colour=red`), elsewhere the host before it. The fragment, the parameters of campaigns, the order
 * of the others and a slash at the end make no difference. What is longer than an id may be is cut, and ends in a hash.
 */
export const idsOn =
  (base: string, hosts: readonly string[]): IdOf =>
  (address) => {
    const url = urlOf(address, base);
    if (!url) return undefined;
    const { host, searchParams } = url;
    for (const name of new Set(searchParams.keys())) if (CAMPAIGN.test(name)) searchParams.delete(name);
    searchParams.sort();
    return shortened((hosts.includes(host) ? '' : host) + url.pathname.replace(/(.)\/+$/, '$1') + url.search);
  };

/** The address, in full, or `undefined` for what is none or leads to no page. */
export function urlOf(address: unknown, base: string): URL | undefined {
  try {
    const url = typeof address === 'string' && address.length <= MAX_URL_CHARS ? new URL(address, base) : undefined;
    return url?.protocol.startsWith('http') ? url : undefined;
  } catch {
    return undefined;
  }
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): ids that were cut stay apart. */
function shortened(id: string): string {
  if (id.length <= MAX_ID_CHARS) return id;
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  const end = `~${(hash >>> 0).toString(36)}`;
  return id.slice(0, MAX_ID_CHARS - end.length) + end;
}
