// @ts-check
// Reads what the packages publish and writes two things of it: api/*.api.md, in which a change of what is public shows as a
// changed line, and docs/reference/*.md, the reference that is made of the docstrings.
// `node docs/api.mjs` fails if either is not as it would be written; with `--write` it writes them. It reads the built
// packages: run `pnpm build` first.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { format, resolveConfig } from 'prettier';
import { referenceOf } from './reference.mjs';

/** @typedef {{ readonly folder: string, readonly name: string, readonly types: string }} Door */

/** Enough to read declarations, which the compiler has checked already. */
const COMPILER = {
  compilerOptions: {
    target: 'ES2022',
    module: 'NodeNext',
    moduleResolution: 'NodeNext',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    types: [],
    skipLibCheck: true,
  },
  include: ['dist'],
};
const SILENT = { default: { logLevel: ExtractorLogLevel.None } };

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), 'penchant-api-'));
const isWriting = process.argv.includes('--write');
const stale = [];
for (const folder of ['api', 'docs/reference']) mkdirSync(`${root}${folder}`, { recursive: true });
for (const door of readdirSync(`${root}packages`).flatMap(doorsOf)) {
  const file = door.name.replace('@penchant/', '').replaceAll('/', '-');
  extract(door, file);
  await put(`api/${file}.api.md`, readFileSync(`${temporary}/${file}.api.md`, 'utf8'));
  await put(`docs/reference/${file}.md`, referenceOf(door.name, `${temporary}/${file}.api.json`));
}
rmSync(temporary, { recursive: true });
if (stale.length > 0) {
  process.stderr.write(
    `What is public has changed, in ${stale.join(', ')}. If it was meant to, run: node docs/api.mjs --write\n`,
  );
  process.exitCode = 1;
}

/**
 * The doors of a package: what its `exports` have types for.
 * @param {string} name
 * @returns {Door[]}
 */
function doorsOf(name) {
  const folder = `${root}packages/${name}`;
  const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  return Object.entries(manifest.exports).flatMap(([door, { types }]) =>
    types ? [{ folder, name: join(manifest.name, door), types }] : [],
  );
}

/**
 * Leaves the report and the model of a door in the temporary folder.
 * @param {Door} door
 * @param {string} file
 */
function extract({ folder, name, types }, file) {
  const shared = { enabled: true, includeForgottenExports: true }; // what is exported may name what is not
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: folder,
      mainEntryPointFilePath: `<projectFolder>/${types}`,
      compiler: { overrideTsconfig: COMPILER },
      apiReport: {
        ...shared,
        reportFileName: `${file}.api.md`,
        reportFolder: temporary,
        reportTempFolder: temporary,
      },
      docModel: { ...shared, apiJsonFilePath: `${temporary}/${file}.api.json` },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: SILENT,
        tsdocMessageReporting: SILENT,
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: `${folder}/package.json`,
  });
  const { errorCount } = Extractor.invoke(config, {
    localBuild: true,
    messageCallback: (message) => void (message.handled = message.logLevel !== ExtractorLogLevel.Error),
  });
  if (errorCount > 0) throw new Error(`${name} cannot be read.`);
}

/**
 * Writes a page, or notes that it is not as it would be written.
 * @param {string} path
 * @param {string} text
 */
async function put(path, text) {
  const place = `${root}${path}`;
  const fresh = await format(text, { ...(await resolveConfig(place)), parser: 'markdown' });
  if (existsSync(place) && readFileSync(place, 'utf8') === fresh) return;
  if (isWriting) writeFileSync(place, fresh);
  else stale.push(path);
}
