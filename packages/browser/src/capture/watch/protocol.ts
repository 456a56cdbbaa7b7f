import type { PlayerState } from './play.js';

/** What an embedded player said: how it stands now, as far as it says so, and which video it plays. */
export type Said = {
  readonly [Field in keyof PlayerState | 'video']?: (PlayerState & { video: string })[Field] | undefined;
};

/** How to speak with a player in a frame. */
export interface Protocol {
  /** From these origins alone anything is heard, and to them alone anything is said. */
  readonly origins: readonly string[];
  /** What to say, once the frame has loaded, until it answers; `undefined` where one can only listen. */
  greeting(address: URL): string | undefined;
  /** What to ask of a player that answered. */
  readonly requests: readonly string[];
  /** Reads a message, whatever it is; `undefined` if such players do not say such things. Never throws. */
  read(message: unknown): Said | undefined;
}

/** The fields of a message, which is JSON text or an object; none, if it is neither. */
export function fieldsOf(message: unknown): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(typeof message === 'string' ? JSON.parse(message) : message) };
  } catch {
    return {}; // other scripts post other things
  }
}

export const asNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
/** Of a name or a number: an object may have no text, and throw. */
export const asText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
export const asFlag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
