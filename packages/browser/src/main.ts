import { trackersWith } from './create.js';
import { openDoor } from './script.js';

if (document.currentScript)
  openDoor(document.currentScript.dataset, window as unknown as Record<string, unknown>, {
    trackerOf: trackersWith(async (asked) => (await import('./parts/explain.js')).explained(asked)),
    scoringBy: async (policy) => {
      const [scoring, by] = await Promise.all([import('./parts/scoring.js'), policy]);
      return scoring.scoringBy(by);
    },
    policyFrom: async (text) => (await import('./parts/policy.js')).policyFrom(text),
  });
