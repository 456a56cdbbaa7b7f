import { MAX_ID_CHARS } from '@penchant/core';

/** A name as a tag writes it: lower case, without spaces; empty for what is no name. */
export const slug = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, '-');

/** The tags that a text gives: keywords are separated by commas, steps of a category by `>`. What is too long is no name. */
export const tagsOf = (kind: string, text: string): string[] =>
  text
    .split(kind === 'keyword' ? ',' : '>')
    .map((name) => `${kind}:${slug(name)}`)
    .filter((tag) => tag.length <= MAX_ID_CHARS && !tag.endsWith(':'));
