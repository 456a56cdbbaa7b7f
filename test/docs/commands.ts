/** A command of a shell, in words. */
export type Command = readonly string[];

/** Others' programs. That what follows them is right, somebody has to try. */
const OTHERS = ['curl', 'diff', 'docker', 'sqlite3', 'strace'];
export const isOthers = (program: string): boolean => OTHERS.includes(program);

const QUOTED = /'[^']*'|"[^"]*"/g;

/**
 * The commands in a block of a terminal: of a `console` block, the lines after `$`; of any other, all. What is quoted,
 * commented, or piped to is left out.
 */
export function commandsIn(code: string, isConsole: boolean): Command[] {
  const lines = code.replaceAll(/\\\n\s*/g, ' ').split('\n');
  return lines
    .flatMap((line) => (isConsole ? (/^\$ (.*)/.exec(line)?.[1] ?? []) : line))
    .map((line) => line.replaceAll(QUOTED, 'quoted').replace(/(^|\s)#.*/, ''))
    .flatMap((line) => (isOthers(line.split(' ')[0] ?? '') ? line : line.split(/&&|;|[()]/)))
    .map((command) => (command.split('|')[0] ?? '').trim().split(/\s+/).filter(Boolean))
    .map((words) => words.slice(words.findIndex((word) => !/^[A-Z_]+=/.test(word))))
    .filter((words) => words.length > 0);
}
