/**
 * What this package and its pages use of rxjs 7, in half of the bytes: for the script tag alone. rxjs' own operators run on
 * top of `streams.js`; what is not named here, a script cannot import.
 */
export { defer } from 'rxjs/internal/observable/defer';
export { EMPTY } from 'rxjs/internal/observable/empty';
export { catchError } from 'rxjs/internal/operators/catchError';
export { distinctUntilChanged } from 'rxjs/internal/operators/distinctUntilChanged';
export { filter } from 'rxjs/internal/operators/filter';
export { map } from 'rxjs/internal/operators/map';
export { switchMap } from 'rxjs/internal/operators/switchMap';
export { takeUntil } from 'rxjs/internal/operators/takeUntil';
export {
  BehaviorSubject,
  fromEvent,
  innerFrom as from,
  merge,
  mergeMap,
  Observable,
  Subject,
  Subscription,
} from './streams.js';
