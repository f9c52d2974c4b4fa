import { createHash } from 'node:crypto';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { Log, OperationFacts } from '../requestContext.ts';
import type { Metrics } from './metrics.ts';

/** The data about a running operation that traces, metrics and the log need. */
export interface RunningOperation {
  requestId: string;
  /** The text of the GraphQL document. */
  document: string;
  /** When the operation began: a time of `performance.now()`. */
  startTime: number;
  facts: OperationFacts;
}

/** In ms. An operation that takes longer is logged. */
const SLOW_OPERATION = 1_000;

const tracer = trace.getTracer('coauthor-graph');

/** Calls `execute`, which executes the operation and returns the HTTP status, in a span of the trace. */
export const traceOperation = (
  { requestId, facts }: RunningOperation,
  execute: () => Promise<number>,
): Promise<number> =>
  tracer.startActiveSpan('graphql operation', async (span) => {
    try {
      const status = await execute();
      span.setAttributes({ 'request.id': requestId, 'http.response.status_code': status });
      if (facts.name) span.setAttribute('graphql.operation.name', facts.name);
      if (facts.cost !== undefined) span.setAttribute('graphql.operation.cost', facts.cost);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      return status;
    } finally {
      span.end();
    }
  });

/**
 * Records the duration and cost of an operation that has ended. If it was slow, logs the hash of its document, without
 * the variables.
 */
export const reportOperation = (
  { requestId, document, startTime, facts: { cost, name = null } }: RunningOperation,
  metrics: Metrics,
  log: Log,
): void => {
  const milliseconds = performance.now() - startTime;
  metrics.seconds.observe(milliseconds / 1_000);
  if (cost !== undefined) metrics.cost.observe(cost);
  if (milliseconds <= SLOW_OPERATION) return;
  const documentHash = createHash('sha256').update(document).digest('hex');
  log.warn({ requestId, document: documentHash, operationName: name, cost, milliseconds }, 'slow operation');
};
