/** A document or an element of linkedom, as text. */
export const markupOf = (node: { toString(): string }): string => `${node.toString()}\n`;
