import type { FastifyError } from 'fastify';
import { TABLE_OF } from './store/tables.js';
import { problem, type Problem } from './problem.js';

/** What went wrong before or inside a route, as a problem. Faults of the collector's own are told to its log only. */
export function explainError(error: FastifyError, bodyLimit: number): Problem {
  const [invalid] = error.validation ?? [];
  if (invalid) return explainInvalid(invalid);
  switch (error.code) {
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return problem('invalid-json', '', 'must be JSON, without keys such as __proto__');
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return problem('invalid-json', '', 'must not be empty');
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('too-large', '', `must be at most ${bodyLimit} bytes`);
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('unsupported-type', '', 'must be sent as text/plain or application/json');
  }
  if (error.statusCode === 415) return problem('unsupported-type', '', error.message);
  const isTheirs = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isTheirs
    ? problem('invalid', '', error.message)
    : problem('failed', '', 'the collector failed; its log says why');
}

const FAMILY_NAMES = [...TABLE_OF.keys()].map((family) => JSON.stringify(family)).join(' or ');

type Invalid = NonNullable<FastifyError['validation']>[number];

function explainInvalid({ keyword, instancePath, params, message }: Invalid): Problem {
  const at = (name: unknown): string => `${instancePath}/${String(name)}`;
  switch (keyword) {
    case 'required':
      return problem('invalid', at(params['missingProperty']), 'is missing');
    case 'additionalProperties':
      return problem('invalid', at(params['additionalProperty']), 'is not known');
    case 'discriminator':
      return problem('invalid', at(params['tag']), `must be ${FAMILY_NAMES}`);
    case 'const':
      return problem('invalid', instancePath, `must be ${JSON.stringify(params['allowedValue'])}`);
    default:
      return problem('invalid', instancePath, message ?? 'is not valid');
  }
}
