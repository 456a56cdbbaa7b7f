import { Command, InvalidArgumentError } from 'commander';
import { defaultPolicy, emptyModel, readModel, refuseModel, type Model } from '@penchant/core';
import type { Output } from '../output.js';
import { readJson } from '../read-json.js';
import { whole } from '../whole.js';
import { openBanditCommand } from './open-bandit/command.js';
import { withReport, writeReport, type ReportFiles } from '../report/write.js';
import { policiesReport } from './policies-report.js';
import { POLICY_NAMES, readPolicy } from './read-policy.js';
import { readRecording } from './recording.js';
import { replay } from './replay.js';
import { comparison, summary } from './report.js';

interface Options extends ReportFiles {
  readonly policy?: string;
  readonly against?: string;
  readonly model?: string;
  readonly k: number;
  readonly clip: number;
  readonly seed: number;
  readonly samples: number;
}

/** `replay`, of recorded signals; and `replay open-bandit`, which calls `onDifference` when its check finds one. */
export function replayCommand(output: Output, onDifference: () => void): Command {
  const { say, onProgress } = output;
  const command = new Command('replay')
    .description('Replays what was recorded: signals of visitors under two policies, or a log to a collector.')
    .argument('[signals]', 'a JSONL file: a line is what tracker.export() gave, or one of its signals')
    .allowExcessArguments(false)
    .option('--policy <file>', `what a policy changes in the default one, as JSON; or ${POLICY_NAMES.join(', ')}`)
    .option('--against <file>', 'the policy that it is compared with')
    .option('--model <file>', 'a model, as a collector serves it: position curves, quality, neighbours')
    .option('--k <n>', 'places that NDCG looks at', whole(1, 1_000), 10)
    .option('--clip <weight>', 'most that one click may weigh', atLeastOne, defaultPolicy.position.maxWeight)
    .option('--seed <n>', 'of the intervals', whole(0, 2 ** 32 - 1), 1)
    .option('--samples <n>', 'bootstrap samples behind the intervals', whole(100, 100_000), 1_000)
    .action(async (file: string | undefined, options: Options, asked: Command) => {
      const { policy: own, against: other, model: served, html, svg, markdown, ...measure } = options;
      if (file === undefined) return asked.error('name a file of signals, or open-bandit: see --help');
      if (own === undefined || other === undefined)
        return asked.error('name two policies, with --policy and with --against: see --help');
      const [policy, against] = [await readPolicy(own), await readPolicy(other)];
      const model = served === undefined ? emptyModel : await modelIn(served);
      const onSignals = onProgress && ((read: number) => onProgress(read, undefined, 'signals replayed'));
      const replayed = await replay(readRecording(file), { policy, against, model, onSignals, ...measure });
      say(summary(replayed));
      say(comparison(replayed, measure.k, policy.name, against.name));
      const compared = { k: measure.k, policy: policy.name, against: against.name };
      const again = `penchant-lab replay ${file} --policy ${own} --against ${other}`;
      await writeReport(policiesReport(replayed, compared, again), { html, svg, markdown });
    });
  return withReport(command).addCommand(openBanditCommand(output, onDifference));
}

async function modelIn(file: string): Promise<Model> {
  const value = await readJson(file, 'a model, as a collector serves it at /v1/model');
  const model = readModel(value);
  if (model) return model;
  throw new Error(`[penchant] ${file} is no model: its ${refuseModel(value)?.path} is not as a collector serves it.`);
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 1) return value;
  throw new InvalidArgumentError('It must be a number from 1.');
}
