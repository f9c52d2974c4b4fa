import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { sourcesOf, type SourceState } from '../../graph/sources/sourceState.ts';
import type { GraphStore } from '../../graph/store.ts';

/** The metrics for Prometheus, in addition to those of prom-client about the process and the event loop. */
export class Metrics {
  readonly #registry = new Registry();
  readonly operations = new Counter({
    name: 'coauthor_graph_operations_total',
    help: 'GraphQL requests answered, by HTTP status.',
    labelNames: ['status'],
    registers: [this.#registry],
  });
  readonly errors = new Counter({
    name: 'coauthor_graph_errors_total',
    help: 'Errors in answers, by code.',
    labelNames: ['code'],
    registers: [this.#registry],
  });
  readonly seconds = new Histogram({
    name: 'coauthor_graph_operation_seconds',
    help: 'Time to answer a GraphQL request, in seconds.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.#registry],
  });
  readonly cost = new Histogram({
    name: 'coauthor_graph_operation_cost',
    help: 'Cost of an operation, as in extensions.cost of its answer.',
    buckets: [1, 10, 50, 100, 250, 500, 1000, 2500, 5000],
    registers: [this.#registry],
  });
  readonly storeSeconds = new Histogram({
    name: 'coauthor_graph_store_call_seconds',
    help: 'Duration of a call of the store, by method, in seconds.',
    labelNames: ['call'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.#registry],
  });

  constructor(store: GraphStore) {
    collectDefaultMetrics({ register: this.#registry });
    const ready = new Gauge({
      name: 'coauthor_graph_store_ready',
      help: '1 if the store answers, else 0.',
      registers: [this.#registry],
      collect: async () => {
        const readiness = await store.readiness().catch(() => undefined);
        ready.set(readiness?.ready === true ? 1 : 0);
        const { connections } = readiness ?? {};
        if (!connections) return;
        away.set(connections.isAway ? 1 : 0);
        used.set({ state: 'in use' }, connections.inUse);
        used.set({ state: 'at most' }, connections.most);
      },
    });
    const away = new Gauge({
      name: 'coauthor_graph_store_away',
      help: '1 while the circuit breaker is open: the database did not answer and gets no queries for a while.',
      registers: [this.#registry],
    });
    const used = new Gauge({
      name: 'coauthor_graph_store_connections',
      help: 'Connections to the database: in use, and the most that the pool opens.',
      labelNames: ['state'],
      registers: [this.#registry],
    });
    this.#addSources(store);
  }

  /** Adds metrics that say when each live source was last read, and whether its last run failed. */
  #addSources(store: GraphStore): void {
    for (const { name, help, value } of sourceGauges) {
      const gauge = new Gauge({
        name: `coauthor_graph_source_${name}`,
        help,
        labelNames: ['source'],
        registers: [this.#registry],
        collect: async () => {
          gauge.reset();
          const documents = await store.documents().catch(() => new Map<string, string>());
          for (const state of sourcesOf(documents)) gauge.set({ source: state.name }, value(state));
        },
      });
    }
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** All metrics in the text format of Prometheus. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}

const sourceGauges: readonly { name: string; help: string; value: (state: SourceState) => number }[] = [
  {
    name: 'last_success_timestamp_seconds',
    help: 'When a live source was last read to its end, in seconds since 1970; 0: never.',
    value: ({ lastSuccess }) => (lastSuccess === null ? 0 : Date.parse(lastSuccess) / 1_000),
  },
  {
    name: 'records',
    help: 'Records that the last complete pass over a live source read.',
    value: ({ recordCount }) => recordCount,
  },
  {
    name: 'failed',
    help: '1 if the last run of a live source failed, else 0.',
    value: ({ lastError }) => (lastError === null ? 0 : 1),
  },
];
