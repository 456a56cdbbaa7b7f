import { fileURLToPath } from 'node:url';

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Where rxjs keeps what `streams.js` has instead: its operators find them there. */
const INSTEAD = {
  'Observable.js': 'Observable',
  'observable/innerFrom.js': 'innerFrom',
  'operators/OperatorSubscriber.js': 'createOperatorSubscriber',
  'util/lift.js': 'operate',
};

/** A rollup plugin that puts `rxjs.js` in the place of rxjs, `idb.js` in that of idb. What they do not have, nothing can import. */
export const leanDependencies = () => ({
  name: 'lean-dependencies',
  resolveId: (source) => (/^(rxjs|idb)$/.test(source) ? beside(`${source}.js`) : undefined),
  load(id) {
    const [, file] = /rxjs\/dist\/\w+\/internal\/(.*)$/.exec(id) ?? [];
    return file && INSTEAD[file] && `export { ${INSTEAD[file]} } from ${JSON.stringify(beside('streams.js'))};`;
  },
});
