import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { GraphReads, GraphStore } from '../../graph/store.ts';

const tracer = trace.getTracer('coauthor-graph');

/**
 * The same store, of which each read is a span of the trace (where there is one) and is told with its length.
 *
 * @param onCall is told the name of the read and its seconds, however it ended
 */
export const instrumentedStore = (
  store: GraphStore,
  onCall: (call: string, seconds: number) => void,
): GraphStore => watched(store, onCall);

/** What is no read of its own. */
const unwatched = new Set<PropertyKey>(['during', 'readiness', 'beginImport', 'close']);

const watched = <Reads extends GraphReads>(
  reads: Reads,
  onCall: (call: string, seconds: number) => void,
): Reads =>
  new Proxy(reads, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const method = member.bind(target) as (...args: unknown[]) => unknown;
      if (name === 'during') return (signal: AbortSignal) => watched(method(signal) as GraphReads, onCall);
      if (typeof name === 'symbol' || unwatched.has(name)) return method;
      return (...args: unknown[]) => watchedCall(name, () => method(...args) as Promise<unknown>, onCall);
    },
  });

const watchedCall = async (
  name: string,
  call: () => Promise<unknown>,
  onCall: (call: string, seconds: number) => void,
): Promise<unknown> => {
  const began = performance.now();
  const span = tracer.startSpan(`store ${name}`);
  try {
    return await call();
  } catch (thrown) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw thrown;
  } finally {
    span.end();
    onCall(name, (performance.now() - began) / 1_000);
  }
};
