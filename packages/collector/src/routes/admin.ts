import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { problem, ProblemSchema, refuse } from '../problem.js';
import type { Sites } from '../sites.js';
import type { Store } from '../store/store.js';
import { exportLines, type ExportFormat } from './export.js';
import { tokenGuard } from './token-guard.js';

export interface AdminRoutes {
  readonly store: Store;
  readonly sites: Sites;
  /** SHA-256 of the token, hex. Without one, nobody is let in. */
  readonly adminTokenHash: string | undefined;
}

const CONTENT_TYPE = { jsonl: 'application/jsonl; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

const schema = {
  summary: 'Every sum of a site, epoch by epoch',
  security: [{ token: [] }],
  querystring: {
    type: 'object',
    required: ['site'],
    properties: { site: { type: 'string' }, format: { type: 'string', enum: ['jsonl', 'csv'] } },
  },
  response: {
    200: { description: 'One row a line.', type: 'string' },
    ...Object.fromEntries([400, 401, 404].map((status) => [status, ProblemSchema])),
  },
};

export function adminRoutes(app: FastifyInstance, { store, sites, adminTokenHash }: AdminRoutes): void {
  app.get<{ Querystring: { site: string; format?: ExportFormat } }>(
    '/admin/export',
    {
      schema,
      onRequest: tokenGuard(adminTokenHash),
    },
    (request, reply) => {
      const { site, format = 'jsonl' } = request.query;
      if (!sites.has(site))
        return refuse(reply, problem('not-found', '/site', `${JSON.stringify(site)} is not a site of this collector`));
      return reply
        .type(CONTENT_TYPE[format])
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="penchant-sums.${format}"`)
        .send(Readable.from(exportLines(store, site, format)));
    },
  );
}
