import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics.js';
import { ProblemSchema } from '../problem.js';
import { tokenGuard } from './token-guard.js';

const schema = {
  summary: 'What the collector counts of itself, for Prometheus',
  security: [{ token: [] }],
  response: { 200: { description: 'Prometheus text format.', type: 'string' }, 401: ProblemSchema },
};

export function metricsRoutes(app: FastifyInstance, metrics: Metrics, adminTokenHash: string | undefined): void {
  app.get('/metrics', { schema, onRequest: tokenGuard(adminTokenHash) }, async (_, reply) =>
    reply
      .type(metrics.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.registry.metrics()),
  );
}
