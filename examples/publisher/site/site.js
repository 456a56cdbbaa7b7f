// The paper's own script. Everything it shows comes from Penchant; without Penchant it leaves the page as it was printed.
(function () {
  'use strict';

  window.penchant =
    window.penchant ||
    function () {
      (window.penchant.q = window.penchant.q || []).push(arguments);
    };

  const LEANINGS = 5; // as many as one glance takes in
  const LEDGER_ROWS = 6;
  const FAINTEST = 0.25; // a bar that is hardly believed must still be visible
  const WORDS = {
    impression: 'seen',
    click: 'opened',
    dwell: 'read',
    watch: 'watched',
    like: 'asked for more',
    dislike: 'asked for less',
    hide: 'hidden',
    skip: 'passed over',
    rate: 'rated',
    save: 'saved',
    share: 'shared',
    quality: 'how often others open it',
    earlier: 'what you did longer ago',
  };
  const OF_NO_MOMENT = ['quality', 'earlier'];

  const SVG = 'http://www.w3.org/2000/svg';
  const list = document.querySelector('[data-for-you]');
  let ready; // the tracker, once there is one

  function element(name, attributes, ...children) {
    const made =
      name === 'svg' || name === 'rect' || name === 'title'
        ? document.createElementNS(SVG, name)
        : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  const clamp = (value, low, high) => Math.min(high, Math.max(low, Number(value) || 0));
  const signed = (value) => (value < 0 ? '−' : '+') + Math.abs(value).toFixed(2);

  /** Right of the centre line is liked, left is disliked, opacity is confidence. */
  function mark(liking, confidence) {
    const length = clamp(Math.abs(liking), 0.02, 1) * 100;
    const side = liking < 0 ? 'disliked' : 'liked';
    const words = `${side}, ${signed(liking)}; ${Math.round(clamp(confidence, 0, 1) * 100)} % sure`;
    return element(
      'svg',
      { class: 'mark', viewBox: '-100 0 200 10', preserveAspectRatio: 'none', role: 'img', 'aria-label': words },
      element('title', {}, words),
      element('rect', { class: 'ground', x: -100, y: 4, width: 200, height: 2 }),
      element('rect', {
        class: side,
        x: liking < 0 ? -length : 0,
        y: 1,
        width: length,
        height: 8,
        opacity: Math.max(FAINTEST, clamp(confidence, 0, 1)),
      }),
      element('rect', { class: 'centre', x: -0.75, y: 0, width: 1.5, height: 10 }),
    );
  }

  const plain = (slug) => slug.replace(/[-_]+/g, ' ').replace(/^./, (letter) => letter.toUpperCase());

  /** A feature in a reader's words: a section by its name in the navigation, a writer by the by-line. */
  function named(feature) {
    const [family, ...rest] = feature.split(':');
    const slug = rest.join(':');
    const shown =
      family === 'creator'
        ? document.querySelector(`[data-penchant-creator="${CSS.escape(slug)}"] .author`)
        : family === 'topic'
          ? document.querySelector(`.topics a[href="/topic/${CSS.escape(slug)}.html"]`)
          : undefined;
    return shown ? shown.textContent : plain(slug || feature);
  }

  const headline = (slug) =>
    document.querySelector(`[data-penchant-item="${CSS.escape(slug)}"] .card-link`)?.textContent;

  function ago(at) {
    const seconds = Math.max(0, (Date.now() - Number(new Date(at))) / 1000);
    if (!Number.isFinite(seconds)) return '';
    if (seconds < 45) return 'just now';
    const [unit, size] = [
      ['day', 86400],
      ['hour', 3600],
      ['minute', 60],
    ].find(([, length]) => seconds >= length) ?? ['minute', 60];
    return new Intl.RelativeTimeFormat('en', { style: 'short' })
      .format(-Math.max(1, Math.round(seconds / size)), unit)
      .replace('.', '');
  }

  function leanings(profile) {
    return Object.entries(profile.features ?? {})
      .map(([feature, { score, confidence }]) => ({ feature, score, confidence }))
      .filter(({ feature, score }) => /^(topic|creator):/.test(feature) && Math.abs(score) >= 0.005)
      .sort((a, b) => Math.abs(b.score) - Math.abs(a.score))
      .slice(0, LEANINGS)
      .sort((a, b) => b.score - a.score);
  }

  const and = (words) => new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
  const inSentence = ({ feature }) => (feature.startsWith('topic:') ? named(feature).toLowerCase() : named(feature));

  function sentence(found) {
    const towards = found
      .filter(({ score }) => score > 0)
      .slice(0, 2)
      .map(inSentence);
    const away = found
      .filter(({ score }) => score < 0)
      .slice(-1)
      .map(inSentence);
    if (towards.length && away.length)
      return `Leaning towards ${and(towards)}, and away from ${and(away)}, after what you did on this device.`;
    if (towards.length) return `Leaning towards ${and(towards)}, after what you did on this device.`;
    return `Leaning away from ${and(away)}, after what you did on this device.`;
  }

  const strip = document.querySelector('[data-leanings]');
  const why = document.querySelector('[data-why]');
  const unknown = { strip: strip?.cloneNode(true), why: why?.textContent };

  function showProfile(profile) {
    if (!strip || !why) return;
    const found = leanings(profile);
    why.textContent = found.length ? sentence(found) : unknown.why;
    strip.replaceChildren(
      ...(found.length
        ? found.map(({ feature, score, confidence }) =>
            element(
              'li',
              { class: 'leaning', title: feature },
              element('b', {}, named(feature)),
              mark(score, confidence),
            ),
          )
        : unknown.strip.cloneNode(true).childNodes),
    );
  }

  /** What was done, how much more it counts for its place, and when. */
  function deed({ kind, propensity, cap, at }) {
    const times = Math.round(cap / propensity); // few look so far down: who opens something there has looked for it
    const what = WORDS[kind] ?? kind;
    return [
      times > 1 ? `${what}, ×${times} for a low place` : what,
      ...(OF_NO_MOMENT.includes(kind) ? [] : [ago(at)]),
    ].join(' · ');
  }

  function ledgerRow(entry) {
    const about = entry.item
      ? (headline(entry.item) ?? plain(entry.item))
      : Object.keys(entry.features ?? {})
          .map(named)
          .join(', ');
    return element(
      'li',
      {},
      element('span', { class: 'about', title: about }, about),
      mark(entry.share < 0 ? -entry.liking : entry.liking, entry.confidence), // as it concerns this story
      element('data', { value: entry.contribution, title: 'What this adds to the score' }, signed(entry.contribution)),
      element('span', { class: 'deed' }, deed(entry)),
    );
  }

  async function explain(details) {
    const place = details.querySelector('[data-explanation]');
    const { penchantItem } = details.closest('[data-penchant-item]').dataset;
    if (!ready)
      return place.replaceChildren(element('p', {}, 'The ranking has not loaded, so this is the editors’ order.'));
    const { entries, sentence: because } = await ready.explain(penchantItem); // what explains is loaded when it is first asked
    const heaviest = [...entries].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
    const rest = heaviest.length - LEDGER_ROWS;
    place.replaceChildren(
      element('p', {}, because || 'Nothing you did bears on this story yet: it is where the editors put it.'),
    );
    if (!heaviest.length) return;
    place.append(
      element(
        'ul',
        { class: 'ledger', 'aria-label': 'What counted' },
        ...heaviest.slice(0, LEDGER_ROWS).map(ledgerRow),
      ),
    );
    if (rest > 0) place.append(element('span', {}, `and ${rest} smaller`));
  }

  const explainOpen = () => list?.querySelectorAll('.why-this[open]').forEach((details) => void explain(details));
  list?.addEventListener('toggle', (event) => void (event.target.open && explain(event.target)), true); // toggle does not bubble

  /** Like and dislike: Penchant hears the click itself; here we only show that it did. */
  const noted = document.querySelector('[data-noted]');
  const choices = document.querySelectorAll('.feedback button');
  choices.forEach((button) =>
    button.addEventListener('click', () => {
      if (!ready) return (noted.textContent = 'Not noted: the ranking has not loaded.');
      choices.forEach((choice) => choice.setAttribute('aria-pressed', String(choice === button)));
      noted.textContent = `Noted. ${button.hasAttribute('data-penchant-like') ? 'More' : 'Less'} ${noted.dataset.subject}.`;
    }),
  );

  window.penchant(function (tracker) {
    ready = tracker;
    const show = () => {
      showProfile(tracker.profile());
      explainOpen();
    };
    show();
    tracker.profile$?.subscribe(show);
  });
})();
