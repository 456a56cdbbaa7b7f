/**
 * Parts of rxjs and idb cut down to what this package gives them, for the script tag's bundle only. Flattened are only
 * Observables, promises and arrays, all at once: no readable streams, no async iterables, no schedulers. Events come from DOM targets.
 * Cursors are stepped by hand, never iterated.
 */
const lean = {
  'rxjs/observable/innerFrom.js': `
    import { Observable } from '../Observable.js';
    export function innerFrom(input) {
      if (input instanceof Observable) return input;
      return new Observable((subscriber) => {
        if (typeof input.then === 'function') {
          input.then((value) => { subscriber.next(value); subscriber.complete(); }, (error) => subscriber.error(error));
        } else {
          for (const value of input) subscriber.next(value);
          subscriber.complete();
        }
      });
    }`,
  'rxjs/observable/from.js': `export { innerFrom as from } from './innerFrom.js';`,
  'rxjs/observable/fromEvent.js': `
    import { Observable } from '../Observable.js';
    export const fromEvent = (target, type, options) =>
      new Observable((subscriber) => {
        const listener = (event) => subscriber.next(event);
        target.addEventListener(type, listener, options);
        return () => target.removeEventListener(type, listener, options);
      });`,
  'rxjs/observable/merge.js': `
    import { innerFrom } from './innerFrom.js';
    import { mergeMap } from '../operators/mergeMap.js';
    export const merge = (...sources) => innerFrom(sources).pipe(mergeMap(innerFrom));`,
  'rxjs/operators/mergeMap.js': `
    import { innerFrom } from '../observable/innerFrom.js';
    import { operate } from '../util/lift.js';
    import { createOperatorSubscriber } from './OperatorSubscriber.js';
    export const mergeMap = (project) =>
      operate((source, subscriber) => {
        let open = 1;
        const close = () => --open || subscriber.complete();
        source.subscribe(createOperatorSubscriber(subscriber, (value) => {
          open++;
          innerFrom(project(value)).subscribe(
            createOperatorSubscriber(subscriber, (inner) => subscriber.next(inner), close),
          );
        }, close));
      });`,
  'rxjs/util/UnsubscriptionError.js': `
    export class UnsubscriptionError extends Error {
      constructor(errors) { super(errors.join()); this.errors = errors; }
    }`,
  'rxjs/util/ObjectUnsubscribedError.js': `export class ObjectUnsubscribedError extends Error {}`,
};

/** A rollup plugin that saves 2.2 kB of the script tag's 13. */
export const leanDependencies = () => ({
  name: 'lean-dependencies',
  load(id) {
    const [, file] = /rxjs\/dist\/\w+\/internal\/(.*)$/.exec(id) ?? [];
    return lean[`rxjs/${file}`];
  },
  transform(code, id) {
    if (!id.endsWith('/idb/build/index.js')) return undefined;
    const start = code.indexOf('const advanceMethodProps');
    const end = code.indexOf('export {', start);
    if (start < 0 || end < 0) this.error('idb has changed: its async iterators are not where they were.');
    return { code: code.slice(0, start) + code.slice(end), map: null };
  },
});
