import { Command, CommanderError } from 'commander';
import { evaluateCommand } from './evaluate/command.js';
import type { Output } from './output.js';
import { replayCommand } from './replay/command.js';
import { simulateCommand } from './simulate/command.js';
import { version } from './version.js';

/** What a command line comes to: the exit code, and why it failed, in one line, when it could not do its work. */
export interface Ended {
  readonly exitCode: number;
  readonly problem?: string;
}

/** Runs the command line. It ends nothing and reads no `process`, so that a test can run it too. */
export async function run(argv: readonly string[], output: Output): Promise<Ended> {
  let exitCode = 0;
  const program = new Command('penchant-lab')
    .description('Replay, simulate, evaluate: the evidence behind every number in a policy.')
    .version(version, '--version')
    .addCommand(replayCommand(output, () => (exitCode = 1)))
    .addCommand(simulateCommand(output))
    .addCommand(evaluateCommand(output));
  everyCommand(program).forEach((command) =>
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: (text) => output.say(text.trimEnd()) }),
  );
  try {
    await program.parseAsync(argv, { from: 'user' });
    return { exitCode };
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return { exitCode: 0 }; // --help or --version
    return { exitCode: 1, problem: inOneLine(error) };
  }
}

const everyCommand = (command: Command): Command[] => [command, ...command.commands.flatMap(everyCommand)];

function inOneLine(error: unknown): string {
  if (error instanceof CommanderError && error.code === 'commander.help') return 'say what to do: see --help';
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^(\[penchant\]|error:) /, '').replaceAll('\n', ' ');
}
