// The least that knows what is in view: an IntersectionObserver on every item, and nothing made of what it says.
const inView = new Set();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (isIntersecting) inView.add(target);
      else inView.delete(target);
  },
  { threshold: 0.5 },
);
for (const item of document.querySelectorAll('[data-penchant-item]')) observer.observe(item);

globalThis.bench = { ready: Promise.resolve(), event: () => undefined, flush: () => undefined, hurry: () => undefined };
