import type { FastifyInstance } from 'fastify';
import type { Arrivals } from './arrivals.js';

/**
 * Counts every answer that the routes of this scope give, whoever gives it: the route, a limit before it, or the error
 * handler. `payload` is what is about to be written: `{ status }` of an accepted contribution, or a problem.
 */
export function watchArrivals(routes: FastifyInstance, arrivals: Arrivals, clock: () => number): void {
  routes.addHook('preSerialization', (request, _reply, payload: unknown, done) => {
    const { status, error } = fieldsOf(payload);
    const { site } = fieldsOf(request.body);
    if (status === 'added' || status === 'duplicate') arrivals.count(site, status, clock());
    else if (typeof error === 'string') arrivals.count(site, { refused: error }, clock());
    done(null, payload);
  });
}

/** What an unknown value has under names, if it is an object. */
const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>;
