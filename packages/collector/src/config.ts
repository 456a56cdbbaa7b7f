import { Command, InvalidArgumentError, Option } from 'commander';
import { readConfigFile } from './config-file.js';
import { addOrigin, addSite, parseSites, type SiteList } from './site-list.js';
import { version } from './version.js';

export interface Config {
  readonly store: string;
  readonly port: number;
  readonly host: string;
  /** Each site's name, with the origins whose pages may send its contributions. */
  readonly sites: Readonly<Record<string, readonly string[]>>;
  readonly adminToken?: string;
  readonly publishSeconds: number;
  /** Most memory that making a model may take, in MiB. */
  readonly publishMib: number;
  readonly minContributions: number;
  readonly openEpochs: boolean;
  readonly script?: string;
  /** Most contributions a minute from one network, and for one site; 0 for no limit. */
  readonly limitPerAddress: number;
  readonly limitPerSite: number;
  readonly proxies: number;
  /** How many weeks are kept, and the folder for what is older; both or neither. */
  readonly retainWeeks?: number;
  readonly archive?: string;
  readonly log: string;
}

interface Options extends Omit<Config, 'sites'> {
  readonly config?: string;
  readonly site?: unknown;
  readonly origin?: unknown;
  readonly sites?: SiteList;
}

const EXAMPLE = 'daily=https://daily.example,https://m.daily.example weekly=https://weekly.example';
const LEVELS = ['silent', 'error', 'warn', 'info'];
const MIN_TOKEN_CHARS = 16;

/**
 * Reads flags; where a flag is not given, `PENCHANT_…` variables; and where there is none either, the configuration file.
 * @throws Error with a one-line message that says how to mend the setting; a CommanderError whose `exitCode` is 0 after --help.
 */
export function readConfig(argv: readonly string[]): Config {
  const given: SiteList = []; // in the order of the flags: each --origin belongs to the --site before it
  const command = new Command('penchant-collector')
    .description('Adds up anonymous counts durably and exactly once, and serves back what they teach.')
    .version(version, '--version')
    .allowExcessArguments(false)
    .addHelpText('after', '\nOther commands: backup, restore, migrate, doctor. Ask each for --help.')
    .addOption(configOption())
    .addOption(storeOption())
    .addOption(option('PORT', '--port <n>', 'port to listen on').argParser(whole(0, 65_535)).default(8787))
    .addOption(option('HOST', '--host <address>', 'address to listen on; 0.0.0.0 for all').default('127.0.0.1'))
    .option('--site <name>', 'a site to collect for; repeat it for more', (name) => addSite(given, name))
    .option('--origin <origin>', 'an origin of pages of the site before it; repeat it for more', (at) =>
      addOrigin(given, at),
    )
    .addOption(option('SITES', '--sites <list>', `all sites at once: "${EXAMPLE}"`).argParser(parseSites))
    .addOption(
      option('ADMIN_TOKEN', '--admin-token <token>', 'token for /admin; left out, one is made at the first start'),
    )
    .addOption(
      option('PUBLISH_SECONDS', '--publish-seconds <n>', 'seconds between publications')
        .argParser(whole(1, 86_400))
        .default(60),
    )
    .addOption(
      option('PUBLISH_MIB', '--publish-mib <n>', 'most memory that making a model may take; with more, the last stays')
        .argParser(whole(16, 1_048_576))
        .default(1_024),
    )
    .addOption(
      option('MIN_CONTRIBUTIONS', '--min-contributions <n>', 'publish no number that fewer contributions speak of')
        .argParser(whole(1, 1_000_000))
        .default(20),
    )
    .addOption(
      option('OPEN_EPOCHS', '--open-epochs [yes]', 'publish from the current week too, before it is over')
        .preset('yes')
        .argParser(yesOrNo)
        .default(false, 'no'),
    )
    .addOption(option('SCRIPT', '--script <file>', 'the penchant.js to serve; left out, the one of @penchant/browser'))
    .addOption(
      option('LIMIT_PER_ADDRESS', '--limit-per-address <n>', 'contributions a minute from one network; 0: no limit')
        .argParser(whole(0, 10_000_000))
        .default(3_000),
    )
    .addOption(
      option('LIMIT_PER_SITE', '--limit-per-site <n>', 'contributions a minute for one site; 0: no limit')
        .argParser(whole(0, 10_000_000))
        .default(0),
    )
    .addOption(
      option('RETAIN_WEEKS', '--retain-weeks <n>', 'delete sums older than this; left out, none are').argParser(
        whole(2, 5_000),
      ),
    )
    .addOption(option('ARCHIVE', '--archive <folder>', 'where sums go before --retain-weeks deletes them'))
    .addOption(
      option('PROXIES', '--proxies <n>', 'how many proxies before it set X-Forwarded-For')
        .argParser(whole(0, 10))
        .default(0),
    )
    .addOption(option('LOG', '--log <level>', 'what is logged, to standard error').choices(LEVELS).default('warn'))
    .exitOverride()
    .configureOutput({ writeErr: () => {} }) // what is thrown says the same
    .parse(argv, { from: 'user' });

  const filed = fillIn(command);
  const { site: _site, origin: _origin, config: _config, sites: listed, ...options } = command.opts<Options>();
  const sites = given.length > 0 ? given : (listed ?? filed);
  if (sites.length === 0)
    command.error('there is no site to collect for: add --site daily --origin https://daily.example');
  for (const { name, origins } of sites)
    if (origins.length === 0)
      command.error(`--site ${name} has no origin: add --origin https://daily.example after it`);
  if (options.adminToken !== undefined && options.adminToken.length < MIN_TOKEN_CHARS)
    command.error(`--admin-token is too short: give it ${MIN_TOKEN_CHARS} characters or more, or leave it out`);
  if ((options.retainWeeks === undefined) !== (options.archive === undefined))
    command.error('--retain-weeks and --archive go together: nothing is deleted that was not put somewhere else');
  return { ...options, sites: Object.fromEntries(sites.map(({ name, origins }) => [name, origins])) };
}

/** The file with the rest of the settings. */
export const configOption = (): Option =>
  option('CONFIG', '--config <file>', 'a JSON file with these settings, by their names: { "publishSeconds": 60 }');

/** Where sums are kept. */
export const storeOption = (): Option =>
  option(
    'STORE',
    '--store <address>',
    'where sums are kept: sqlite:<file>, postgres://…, clickhouse://… or memory:',
  ).default('sqlite:penchant.db');

/**
 * Gives the command what its configuration file says and neither a flag nor a variable does, through what reads flags.
 * @returns the sites of the file.
 */
export function fillIn(command: Command): SiteList {
  const { config: file } = command.opts<{ readonly config?: string }>();
  if (file === undefined) return [];
  const read = (what: string, parse: () => void): void => {
    try {
      parse();
    } catch (error) {
      throw error instanceof InvalidArgumentError ? new Error(`${file}, ${what}: ${error.message}`) : error;
    }
  };
  const { sites, texts } = readConfigFile(file);
  for (const [name, text] of texts) {
    const setting = command.options.find((of) => of.envVar !== undefined && of.attributeName() === name);
    if (!setting && command.parent) continue; // commands need little of the collector's own file
    if (!setting || name === 'config')
      throw new Error(`${file}, "${name}": there is no such setting; --help names all.`);
    if (['cli', 'env'].includes(command.getOptionValueSource(name) ?? '')) continue;
    read(`"${name}"`, () =>
      command.setOptionValueWithSource(name, setting.parseArg?.(text, undefined) ?? text, 'config'),
    );
  }
  const listed: SiteList = [];
  for (const [name, origins] of sites)
    read(`site "${name}"`, () => {
      addSite(listed, name);
      for (const origin of origins) addOrigin(listed, origin);
    });
  return listed;
}

const option = (variable: string, flags: string, description: string): Option =>
  new Option(flags, description).env(`PENCHANT_${variable}`);

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isInteger(value) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };

function yesOrNo(text: string): boolean {
  if (/^(yes|true|1)$/i.test(text)) return true;
  if (/^(no|false|0|)$/i.test(text)) return false;
  throw new InvalidArgumentError('It must be yes or no.');
}
