import { openDoor } from './script.js';

if (document.currentScript) openDoor(document.currentScript.dataset, window as unknown as Record<string, unknown>);
