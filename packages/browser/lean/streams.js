/**
 * The streams of rxjs 7 without its schedulers, forEach and toPromise, without readable streams and async iterables, and
 * without mergeMap's index and limit. `rxjs.test.ts` holds them to rxjs' own emissions, errors, completions and order of
 * teardown.
 */

/** A listener's own failure reaches the console, never whoever emits. */
const report = (error) =>
  setTimeout(() => {
    throw error;
  });

const tearDown = (teardown) => (typeof teardown === 'function' ? teardown() : teardown.unsubscribe());

export class Subscription {
  closed = false;
  _teardowns = new Set();
  constructor(teardown) {
    this.add(teardown);
  }
  add(teardown) {
    if (!teardown || teardown === this) return;
    if (this.closed) return void tearDown(teardown);
    this._teardowns.add(teardown);
    teardown.add?.(() => this.remove(teardown)); // what is over must not be held for as long as this lasts
  }
  remove(teardown) {
    this._teardowns.delete(teardown);
  }
  unsubscribe() {
    if (this.closed) return;
    this.closed = true;
    const errors = [];
    for (const teardown of this._teardowns)
      try {
        tearDown(teardown);
      } catch (error) {
        errors.push(...(error instanceof AggregateError ? error.errors : [error]));
      }
    this._teardowns.clear();
    if (errors.length > 0) throw new AggregateError(errors);
  }
}

export class Subscriber extends Subscription {
  isStopped = false;
  constructor(destination) {
    super();
    this.destination = destination;
    destination.add?.(this);
  }
  next(value) {
    if (!this.isStopped) this._next(value);
  }
  error(error) {
    if (this.isStopped) return;
    this.isStopped = true;
    this._error(error);
  }
  complete() {
    if (this.isStopped) return;
    this.isStopped = true;
    this._complete();
  }
  unsubscribe() {
    this.isStopped = true;
    super.unsubscribe();
  }
  _next(value) {
    this.destination.next(value);
  }
  _error(error) {
    try {
      this.destination.error(error);
    } finally {
      this.unsubscribe();
    }
  }
  _complete() {
    try {
      this.destination.complete();
    } finally {
      this.unsubscribe();
    }
  }
}

/** An operator's subscriber: what its handlers throw is an error of the stream. */
class OperatorSubscriber extends Subscriber {
  constructor(destination, onNext, onComplete, onError) {
    super(destination);
    const guarded = (handler) => (value) => {
      try {
        handler(value);
      } catch (error) {
        destination.error(error);
      }
    };
    const last = (handler) => (value) => {
      guarded(handler)(value);
      this.unsubscribe();
    };
    if (onNext) this._next = guarded(onNext);
    if (onError) this._error = last(onError);
    if (onComplete) this._complete = last(onComplete);
  }
}

export const createOperatorSubscriber = (...handlers) => new OperatorSubscriber(...handlers);

/** Whoever listens: what their handlers throw is reported, and an error that they do not handle as well. */
const listener = (handlers) => {
  const tell = (handler) => (value) => {
    try {
      handler?.call(handlers, value);
    } catch (error) {
      report(error);
    }
  };
  const { next, error, complete } = handlers;
  return { next: tell(next), error: error ? tell(error) : report, complete: tell(complete) };
};

export class Observable {
  constructor(subscribe) {
    if (subscribe) this._subscribe = subscribe;
  }
  subscribe(to, error, complete) {
    const subscriber = to?.add
      ? to
      : new Subscriber(listener(!to || typeof to === 'function' ? { next: to, error, complete } : to));
    let teardown;
    try {
      teardown = this._subscribe(subscriber);
    } catch (failure) {
      subscriber.error(failure);
    }
    subscriber.add(teardown);
    return subscriber;
  }
  lift(operator) {
    return new Observable((subscriber) => operator.call(subscriber, this));
  }
  pipe(...operators) {
    return operators.reduce((source, operator) => operator(source), this);
  }
  /** How any other rxjs on the page knows what it can follow. */
  [Symbol.observable || '@@observable']() {
    return this;
  }
}

/** Makes an operator of what subscribes a subscriber to a source. */
export const operate = (init) => (source) =>
  source.lift(function subscribe(from) {
    try {
      init(from, this);
    } catch (error) {
      this.error(error);
    }
  });

export class Subject extends Observable {
  _subscribers = new Set();
  /** Who is told: who comes while they are hears the next one. */
  _present;
  get observed() {
    return this._subscribers.size > 0;
  }
  _subscribe(subscriber) {
    if (this._last) return this._last(subscriber);
    this._subscribers.add(subscriber);
    this._present = undefined;
    return () => {
      this._subscribers.delete(subscriber);
      this._present = undefined;
    };
  }
  next(value) {
    const present = (this._present ??= [...this._subscribers]);
    for (let i = 0; i < present.length; i++) present[i].next(value); // an iterator would be garbage with each value
  }
  error(error) {
    this._end((subscriber) => subscriber.error(error));
  }
  complete() {
    this._end((subscriber) => subscriber.complete());
  }
  /** `last` is told to everybody, and to whoever comes later. */
  _end(last) {
    if (this._last) return;
    this._last = last;
    this._subscribers.forEach(last);
    this._subscribers.clear();
    this._present = undefined;
  }
  asObservable() {
    return new Observable((subscriber) => this.subscribe(subscriber));
  }
}

export class BehaviorSubject extends Subject {
  constructor(value) {
    super();
    this.value = value;
  }
  _subscribe(subscriber) {
    const teardown = super._subscribe(subscriber);
    if (teardown) subscriber.next(this.value);
    return teardown;
  }
  next(value) {
    this.value = value;
    super.next(value);
  }
}

/** Observables, promises and iterables. */
export const innerFrom = (input) =>
  input instanceof Observable
    ? input
    : new Observable((subscriber) => {
        if (typeof input.then === 'function') {
          input.then(
            (value) => {
              subscriber.next(value);
              return subscriber.complete();
            },
            (error) => subscriber.error(error),
          );
        } else {
          for (const value of input) subscriber.next(value);
          subscriber.complete();
        }
      });

export const fromEvent = (target, type, options) =>
  new Observable((subscriber) => {
    const heard = (event) => subscriber.next(event);
    target.addEventListener(type, heard, options);
    return () => target.removeEventListener(type, heard, options);
  });

export const mergeMap = (project) =>
  operate((source, subscriber) => {
    let open = 1;
    const close = () => --open || subscriber.complete();
    source.subscribe(
      createOperatorSubscriber(
        subscriber,
        (value) => {
          open++;
          innerFrom(project(value)).subscribe(
            createOperatorSubscriber(subscriber, (inner) => subscriber.next(inner), close),
          );
        },
        close,
      ),
    );
  });

export const merge = (...sources) => innerFrom(sources).pipe(mergeMap(innerFrom));
