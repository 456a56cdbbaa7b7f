import { describe, it } from 'vitest';
import { storeContract } from './contract.js';
import { Memory, memoryStore } from './memory.js';

describe('memory store', () => {
  storeContract(it, async () => {
    const memory = new Memory();
    return async () => memoryStore(memory);
  });
});
