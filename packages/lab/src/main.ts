#!/usr/bin/env node
import { run } from './cli.js';
import { progressOn } from './progress.js';

const { clear, ...progress } = progressOn(process.stderr);
const say = (line: string): void => {
  clear();
  process.stdout.write(`${line}\n`);
};

const { exitCode, problem } = await run(process.argv.slice(2), { say, ...progress });
if (problem !== undefined) {
  clear();
  process.stderr.write(`penchant-lab: ${problem}\n`);
}
process.exitCode = exitCode;
