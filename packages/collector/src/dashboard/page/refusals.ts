/** What a problem code means for whoever runs the site. Codes that are not here are shown as they are. */
const MEANINGS: Readonly<Record<string, string>> = {
  'invalid-json': 'was not JSON',
  invalid: 'was not shaped like a contribution',
  'unknown-site': 'named a site that is not collected here',
  'epoch-out-of-range': 'was of a week too long ago, or a device’s clock is wrong',
  'clocks-disagree': 'was of a week that this server’s clock says is far away: check that clock; devices send it again',
  'foreign-origin': 'came from a page whose origin is not allowed for this site',
  'too-large': 'was too large',
  'unsupported-type': 'was sent as another type than text or JSON',
  busy: 'came when too many were waiting; devices send it again',
  unavailable: 'came when the store failed; devices send it again',
  'too-many': 'came when its network or its site had sent too many; devices send it again',
  failed: 'met a fault of the collector; its log says more',
};

export const meaningOf = (reason: string): string | undefined =>
  Object.hasOwn(MEANINGS, reason) ? MEANINGS[reason] : undefined;
