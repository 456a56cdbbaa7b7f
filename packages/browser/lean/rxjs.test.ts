import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import * as whole from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leanDependencies } from './dependencies.js';

type Rxjs = typeof whole;

/** What a script tag gets when it imports rxjs. */
async function bundled(): Promise<Rxjs> {
  const entry = {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry' ? id : undefined),
    load: (id: string) => (id === 'entry' ? `export * from 'rxjs';` : undefined),
  };
  const bundle = await rollup({
    input: 'entry',
    plugins: [
      entry,
      leanDependencies(),
      nodeResolve({ browser: true, exportConditions: ['es2015'], rootDir: import.meta.dirname }),
    ],
  });
  const { output } = await bundle.generate({ format: 'es' });
  return (await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`)) as Rxjs;
}

const lean = await bundled();

type Say = (...words: unknown[]) => void;
const all = (say: Say) => ({
  next: (value: unknown) => say('next', value),
  error: (error: unknown) => say('error', String(error)),
  complete: () => say('complete'),
});
const failing = (): never => {
  throw new Error('broken');
};

const SCENES: Readonly<Record<string, (rx: Rxjs, say: Say) => unknown>> = {
  'an observable tears down once, whatever ends it': ({ Observable }, say) => {
    for (const end of ['complete', 'error', 'unsubscribe'] as const) {
      const subscription = new Observable<number>((out) => {
        out.next(1);
        if (end === 'complete') out.complete();
        if (end === 'error') out.error(new Error('no'));
        out.next(2);
        return () => say('teardown', end);
      }).subscribe(all(say));
      subscription.unsubscribe();
      subscription.unsubscribe();
      say(subscription.closed);
    }
  },
  'what subscribing throws is an error of the stream': ({ Observable }, say) =>
    new Observable(failing).subscribe(all(say)),
  'a listener that fails is reported later, and hears the next value': ({ Subject }, say) => {
    const subject = new Subject<number>();
    subject.subscribe((value) => {
      say(value);
      if (value === 1) failing();
    });
    subject.subscribe({ next: (value) => say('other', value), complete: failing });
    subject.next(1);
    subject.next(2);
    subject.complete();
  },
  'an error that nobody handles is reported later': ({ Observable, Subject }, say) => {
    new Observable(failing).subscribe((value) => say(value));
    const subject = new Subject();
    subject.subscribe();
    subject.subscribe({ error: failing });
    subject.error(new Error('unheard'));
  },
  'handlers may be given one by one, or none': ({ from }, say) => {
    from([1, 2]).subscribe(
      (value) => say(value),
      undefined,
      () => say('complete'),
    );
    from([1]).subscribe(null);
    from([1]).subscribe();
    from([1]).subscribe({});
  },
  'a subscription tears down in order, also what comes too late': ({ Subscription }, say) => {
    const parent = new Subscription(() => say('first'));
    const child = new Subscription(() => say('child'));
    const gone = new Subscription(() => say('gone'));
    parent.add(child);
    parent.add(gone);
    parent.add(() => say('last'));
    parent.add(undefined);
    parent.add(parent);
    gone.unsubscribe();
    parent.unsubscribe();
    say(parent.closed, child.closed);
    parent.add(() => say('late'));
    parent.add(new Subscription(() => say('late child')));
  },
  'a subscription whose teardowns fail runs them all': ({ Subscription }, say) => {
    const parent = new Subscription(failing);
    parent.add(new Subscription(failing));
    parent.add(() => say('still'));
    try {
      parent.unsubscribe();
    } catch (error) {
      say((error as { errors: unknown[] }).errors.map(String));
    }
  },
  'what was removed stays': ({ Subscription }, say) => {
    const parent = new Subscription();
    const child = new Subscription(() => say('child'));
    parent.add(child);
    parent.remove(child);
    parent.unsubscribe();
    say(child.closed);
  },
  'a subscription that is over is not held by its parent': ({ Subscription }, say) => {
    const [parent, child] = [new Subscription(), new Subscription()];
    parent.add(child);
    child.unsubscribe();
    child.unsubscribe = () => say('again');
    parent.unsubscribe();
  },
  'a subject knows whether anybody listens': ({ Subject }, say) => {
    const subject = new Subject<number>();
    say(subject.observed);
    const [one, two] = [subject.subscribe(), subject.asObservable().subscribe()];
    one.unsubscribe();
    say(subject.observed);
    two.unsubscribe();
    say(subject.observed);
    subject.subscribe();
    subject.complete();
    say(subject.observed);
  },
  'a subject tells those who listen when it speaks': ({ Subject }, say) => {
    const subject = new Subject<number>();
    const first = subject.subscribe((value) => {
      say('first', value);
      if (value === 1) subject.subscribe((later) => say('later', later));
      if (value === 2) second.unsubscribe();
    });
    const second = subject.subscribe((value) => say('second', value));
    subject.next(1);
    subject.next(2);
    first.unsubscribe();
    subject.next(3);
  },
  'a subject that ended says so to whoever comes later': ({ Subject }, say) => {
    for (const end of ['complete', 'error'] as const) {
      const subject = new Subject<number>();
      subject.subscribe({ ...all(say), complete: () => subject.next(9) });
      subject[end](new Error('over'));
      subject.next(1);
      subject.complete();
      subject.error(new Error('again'));
      subject.subscribe(all(say));
      subject.asObservable().subscribe(all(say));
    }
  },
  'a subject that ends tells nobody whom an earlier listener sent away': ({ Subject }, say) => {
    const subject = new Subject<number>();
    subject.subscribe({ complete: () => second.unsubscribe() });
    const second = subject.subscribe(all(say));
    subject.complete();
  },
  'a subject may listen': ({ from, Subject }, say) => {
    const subject = new Subject<number>();
    subject.subscribe(all(say));
    from([1, 2]).subscribe(subject);
  },
  'a subject may be piped, and its observable is not it': ({ Subject, map }, say) => {
    const subject = new Subject<number>();
    subject
      .asObservable()
      .pipe(map((value) => value * 2))
      .subscribe(all(say));
    subject.next(1);
    say('next' in subject.asObservable());
    subject.complete();
  },
  'a behaviour tells its value at once, unless it ended': ({ BehaviorSubject }, say) => {
    const subject = new BehaviorSubject(1);
    subject.subscribe(all(say));
    subject.next(2);
    subject.subscribe(all(say));
    say(subject.value);
    subject.complete();
    subject.subscribe(all(say));
    const broken = new BehaviorSubject(1);
    broken.error(new Error('no'));
    broken.subscribe(all(say));
  },
  'operators pass on what they do not handle, and their own failures': ({ filter, map, Subject }, say) => {
    for (const broken of [false, true]) {
      const source = new Subject<number>();
      source
        .pipe(
          map((value) => (broken ? failing() : value + 1)),
          filter((value) => value > 1),
        )
        .subscribe(all(say))
        .add(() => say('gone'));
      source.next(0);
      source.next(1);
      source.error(new Error('end'));
    }
  },
  'an operator lets go of its source when it is left': ({ map, Observable }, say) => {
    const subscription = new Observable<number>((out) => {
      out.next(1);
      return () => say('source gone');
    })
      .pipe(map((value) => value))
      .subscribe(all(say));
    subscription.add(() => say('listener gone'));
    subscription.unsubscribe();
  },
  'catchError goes on with something else, in its task or later': (
    { catchError, EMPTY, from, Observable, Subject },
    say,
  ) => {
    new Observable<number>(failing).pipe(catchError(() => from([7]))).subscribe(all(say));
    const source = new Subject<number>();
    source.pipe(catchError((error) => (say(String(error)), EMPTY))).subscribe(all(say));
    source.next(1);
    source.error(new Error('late'));
    new Observable<number>(failing).pipe(catchError(failing)).subscribe(all(say));
  },
  'defer makes its source anew for each, and its failure an error': ({ defer, from }, say) => {
    let made = 0;
    const source = defer(() => from([++made]));
    source.subscribe(all(say));
    source.subscribe(all(say));
    defer(failing).subscribe(all(say));
  },
  'merge and mergeMap end when all have ended, and at the first error': ({ merge, mergeMap, Subject }, say) => {
    const [a, b] = [new Subject<number>(), new Subject<number>()];
    const left = merge([0], a, b)
      .pipe(mergeMap((value) => [value, -value]))
      .subscribe(all(say));
    a.next(1);
    b.next(2);
    a.complete();
    b.next(3);
    b.complete();
    say(left.closed);
    const [c, d] = [new Subject<number>(), new Subject<number>()];
    merge(c, d).subscribe(all(say));
    d.next(4);
    c.error(new Error('one'));
    d.next(5);
    const outer = new Subject<number>();
    outer.pipe(mergeMap(failing)).subscribe(all(say));
    outer.next(1);
  },
  'left in the middle, a merge lets go of everything': ({ merge, Observable }, say) => {
    const one = (name: string) => new Observable<string>((out) => (out.next(name), () => say('gone', name)));
    merge(one('a'), one('b')).subscribe(all(say)).unsubscribe();
  },
  'switchMap, distinctUntilChanged and takeUntil': ({ distinctUntilChanged, Subject, switchMap, takeUntil }, say) => {
    const [source, end, one, two] = [new Subject<number>(), new Subject<void>(), new Subject(), new Subject()];
    source
      .pipe(
        distinctUntilChanged(),
        switchMap((value) => (value === 1 ? one : two)),
        takeUntil(end),
      )
      .subscribe(all(say));
    source.next(1);
    one.next('a');
    source.next(1);
    source.next(2);
    one.next('b');
    two.next('c');
    end.next();
    two.next('d');
  },
  'events are heard until they are not': ({ fromEvent }, say) => {
    const target = new EventTarget();
    const heard = fromEvent(target, 'x').subscribe((event) => say(event.type));
    target.dispatchEvent(new Event('x'));
    heard.unsubscribe();
    target.dispatchEvent(new Event('x'));
  },
  'promises and iterables become streams': async ({ from }, say) => {
    from(new Set([1, 2])).subscribe(all(say));
    from(Promise.resolve(3)).subscribe(all(say));
    from(Promise.reject(new Error('not kept'))).subscribe(all(say));
    await new Promise((resolve) => setImmediate(resolve));
  },
  "a page's own rxjs works on what a tracker gives out": ({ BehaviorSubject }, say) => {
    const subject = new BehaviorSubject(1);
    const asked = whole
      .from(subject)
      .pipe(whole.map((value) => value + 1))
      .subscribe(all(say));
    const piped = subject
      .pipe(
        whole.scan((sum, value) => sum + value, 0),
        whole.take(2),
      )
      .subscribe(all(say));
    subject.next(5);
    subject.next(6);
    say(piped.closed);
    asked.unsubscribe();
    subject.next(7);
  },
};

describe.each(Object.entries(SCENES))('%s', (_, scene) => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('as in rxjs itself', async () => {
    const play = async (rx: Rxjs): Promise<unknown[]> => {
      const told: unknown[] = [];
      await scene(rx, (...words) => told.push(words));
      while (vi.getTimerCount() > 0)
        try {
          vi.runOnlyPendingTimers();
        } catch (error) {
          told.push(['reported', String(error)]);
        }
      return told;
    };
    const expected = await play(whole);
    expect(await play(lean)).toEqual(expected);
  });
});
