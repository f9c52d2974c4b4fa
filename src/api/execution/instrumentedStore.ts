import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { GraphReads, GraphStore } from '../../graph/store.ts';

const tracer = trace.getTracer('coauthor-graph');

type OnCall = (call: string, seconds: number) => void;

/**
 * Wraps a store so that each read and each correction is measured and traced as a span.
 *
 * @param onCall called after each read and each correction, even if it failed, with the name of the method and the
 *   duration in seconds
 */
export const instrumentedStore = (store: GraphStore, onCall: OnCall): GraphStore =>
  instrumented(store, onCall);

/** The methods that are not measured. */
const uninstrumented = new Set<PropertyKey>(['readiness', 'beginImport', 'close']);

const instrumented = <Reads extends GraphReads>(reads: Reads, onCall: OnCall): Reads =>
  new Proxy(reads, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => unknown;
      if (name === 'during')
        return (signal: AbortSignal) => instrumented(method(signal) as GraphReads, onCall);
      if (typeof name === 'symbol' || uninstrumented.has(name)) return method;
      return (...args: unknown[]) => measured(name, () => method(...args) as Promise<unknown>, onCall);
    },
  });

const measured = async (name: string, call: () => Promise<unknown>, onCall: OnCall): Promise<unknown> => {
  const start = performance.now();
  const span = tracer.startSpan(`store ${name}`);
  try {
    return await call();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
    onCall(name, (performance.now() - start) / 1_000);
  }
};
