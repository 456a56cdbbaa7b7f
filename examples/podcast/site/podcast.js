'use strict';

// Calls wait in the queue until penchant.js is there.
window.penchant =
  window.penchant ||
  function () {
    (window.penchant.q = window.penchant.q || []).push(arguments);
  };

document.addEventListener('DOMContentLoaded', () => {
  // Why the first one is first. Without Penchant the page stays as it was written.
  window.penchant(async (tracker) => {
    await tracker.ready;
    const [first] = document.querySelectorAll('[data-penchant-item]');
    const { entries, sentence } = await tracker.explain(first.dataset.penchantItem);
    if (entries.length > 0) document.querySelector('[data-because]').textContent = sentence.replace('watched', 'heard');
  });

  // Two recordings at once are none.
  document.addEventListener(
    'play',
    ({ target }) => {
      for (const other of document.querySelectorAll('audio')) if (other !== target) other.pause();
    },
    true, // it does not bubble
  );

  // Penchant hears the buttons itself; here they only show that they were pressed.
  document.addEventListener('click', ({ target }) => {
    const pressed = target.closest('.say button');
    for (const button of pressed?.parentElement.children ?? [])
      button.setAttribute('aria-pressed', String(button === pressed));
  });
});
