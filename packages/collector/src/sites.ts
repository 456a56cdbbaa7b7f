/** Each site's name, with the origins whose pages may send its contributions. */
export type Sites = ReadonlyMap<string, ReadonlySet<string>>;

/** As an origin: any page may send. For development. */
export const ANY_ORIGIN = '*';

/** Whether a page of this origin may send a site's contributions. A request without an origin is not a page's. */
export const allows = (origins: ReadonlySet<string>, origin: string | undefined): boolean =>
  origin === undefined || origins.has(origin) || origins.has(ANY_ORIGIN);
