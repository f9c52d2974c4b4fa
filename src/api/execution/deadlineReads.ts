import type { GraphReads, GraphStore } from '../../graph/store.ts';
import type { Deadline } from './deadline.ts';

/** The store's reads for one operation: each fails with TIMEOUT when the deadline passes. */
export const deadlineReads = (store: GraphStore, deadline: Deadline): GraphReads =>
  new Proxy(store.during(deadline.signal), {
    get: (reads, name) => {
      const read: unknown = Reflect.get(reads, name);
      if (typeof read !== 'function') return read;
      return (...args: unknown[]) =>
        deadline.race(() => Reflect.apply(read, reads, args) as Promise<unknown>);
    },
  });
