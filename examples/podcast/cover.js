const GROUND = ['#27305f', '#7b3b4b', '#1f5a58', '#5a4a86', '#8a4f2a', '#2f4f77'];
const SHINE = ['#f3c667', '#f3a58a', '#9cd6c0', '#e8b6e0', '#ffd9a0', '#a9cdf0'];

const DRAWN = {
  birds: (n) =>
    [0, 1, 2, 3, 4]
      .map((k) => {
        const [x, y, size] = [30 + ((k * 53 + n * 17) % 140), 46 + ((k * 31 + n * 23) % 80), 9 + ((k * 7) % 12)];
        return `<path d="M${x - size} ${y - size / 2}q${size / 2} 0 ${size} ${size}q${size / 2}-${size} ${size}-${size}" fill="none" stroke-width="4"/>`;
      })
      .join('') + '<path d="M0 172q50-20 100 0t100 0" fill="none" stroke-width="5"/>',
  rails: (n) =>
    `<path d="M88 60 20 200M112 60l68 140" stroke-width="6"/>` +
    [0, 1, 2, 3, 4]
      .map((k) => `<path d="M${84 - k * 14} ${72 + k * 27}h${32 + k * 28}" stroke-width="${3 + k * 2}"/>`)
      .join('') +
    `<circle cx="${60 + ((n * 29) % 80)}" cy="36" r="16" class="full"/>`,
  piano: (n) =>
    [0, 1, 2, 3, 4, 5]
      .map((k) => `<rect x="${16 + k * 29}" y="110" width="24" height="74" rx="3" class="full"/>`)
      .join('') +
    [0, 1, 2, 3]
      .map(
        (k) =>
          `<circle cx="${34 + k * 42}" cy="${82 - ((k * 37 + n * 19) % 48)}" r="9" class="full"/><path d="M${43 + k * 42} ${82 - ((k * 37 + n * 19) % 48)}v-34" stroke-width="4"/>`,
      )
      .join(''),
};

/** An episode's cover, as SVG: what it is about, in colours of its own. */
export const cover = (topic, nth) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="${GROUND[nth % GROUND.length]}"/>` +
  `<g stroke="${SHINE[nth % SHINE.length]}" stroke-linecap="round">${DRAWN[topic](nth).replaceAll('class="full"', `fill="${SHINE[nth % SHINE.length]}" stroke="none"`)}</g></svg>\n`;
