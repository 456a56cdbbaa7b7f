const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

class Markup {
  constructor(/** @type {string} */ text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

function write(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(write).join('');
  if (value === undefined || value === null || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]);
}

/** Markup from a template; every value is escaped unless it is markup already. */
export const html = (strings, ...values) =>
  new Markup(strings.reduce((text, string, i) => text + write(values[i - 1]) + string));

/** Structured data for search engines; `<` cannot end the script early. */
export const jsonLd = (data) =>
  new Markup(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
