/** What an item or a feature is called where the page says nothing else: an item by its headline or its link on the page, a feature by its own words. */
export function named(name: string): string {
  const shown = document.querySelector(`[data-penchant-item="${CSS.escape(name)}"] :is(h1, h2, h3, h4, a[href])`);
  const text = shown?.textContent.trim();
  if (text) return text;
  const [family, ...rest] = name.split(':');
  const label = (rest.join(':') || name).replace(/[-_]+/g, ' ');
  return family === 'creator' && rest.length > 0
    ? `By ${label.replace(/(?<!\S)./gu, (letter) => letter.toUpperCase())}`
    : label.replace(/^./u, (letter) => letter.toUpperCase());
}
