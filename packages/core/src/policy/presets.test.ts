import { describe, expect, it } from 'vitest';
import { amazon } from './amazon.js';
import { article } from './article.js';
import { extendPolicy } from './extend.js';
import { netflix } from './netflix.js';
import { defaultPolicy } from './policy.js';
import { reddit } from './reddit.js';
import { spotify } from './spotify.js';
import { tiktok } from './tiktok.js';
import { youtube } from './youtube.js';

const PRESETS = { article, netflix, youtube, spotify, reddit, tiktok, amazon };

describe.each(Object.entries(PRESETS))('the %s preset', (name, preset) => {
  it('is a valid policy of version 1 under its own name', () => {
    expect(extendPolicy(defaultPolicy, preset)).toEqual(preset);
    expect(preset).toMatchObject({ version: 1, name });
  });

  it('is extended in one expression, and stays as it was', () => {
    const before = structuredClone(preset);
    const mine = extendPolicy(preset, { name: 'mine', kinds: { click: { confidence: 0.05 } }, doubt: 2 });
    expect(mine).toEqual({
      ...preset,
      name: 'mine',
      doubt: 2,
      kinds: { ...preset.kinds, click: { ...preset.kinds.click, confidence: 0.05 } },
    });
    expect(preset).toEqual(before);
  });

  it('is plain data', () => {
    expect(structuredClone(preset)).toEqual(preset);
  });
});

describe('presets', () => {
  it('differ from each other and from the default', () => {
    const all = [defaultPolicy, ...Object.values(PRESETS)].map((policy) => JSON.stringify({ ...policy, name: '' }));
    expect(new Set(all).size).toBe(all.length);
  });
});
