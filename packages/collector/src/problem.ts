import type { FastifyReply } from 'fastify';

/** Every way to say no, with its HTTP status. */
export const STATUS = {
  'invalid-json': 400,
  invalid: 400,
  'unknown-site': 400,
  'epoch-out-of-range': 400,
  unauthorized: 401,
  'foreign-origin': 403,
  'not-found': 404,
  'too-large': 413,
  'unsupported-type': 415,
  'too-many': 429,
  failed: 500,
  busy: 503,
  'clocks-disagree': 503,
  unavailable: 503,
} as const satisfies Record<string, number>;

/** Why a request was refused, for programs and for people. */
export interface Problem {
  readonly error: keyof typeof STATUS;
  /** JSON pointer to what is wrong (`/cells/0/position`); empty when it is the whole. */
  readonly path: string;
  readonly reason: string;
}

export const problem = (error: Problem['error'], path: string, reason: string): Problem => ({ error, path, reason });

export const refuse = (reply: FastifyReply, why: Problem): FastifyReply => reply.code(STATUS[why.error]).send(why);

export const ProblemSchema = {
  title: 'Problem',
  description: 'Why a request was refused.',
  type: 'object',
  required: ['error', 'path', 'reason'],
  properties: {
    error: { type: 'string', enum: Object.keys(STATUS) },
    path: { type: 'string', description: 'JSON pointer to what is wrong; empty when it is the whole.' },
    reason: { type: 'string' },
  },
} as const;
