/** To four significant digits: what is only looked at need not be served to sixteen. */
export const rounded = (value: number): number => Number(value.toPrecision(4));
