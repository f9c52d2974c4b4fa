import type { GraphReads, GraphStore } from '../../graph/store.ts';
import type { Deadline } from './deadline.ts';

/** The reads of the store for one operation. When its time limit is reached, each running read fails with TIMEOUT. */
export const deadlineReads = (store: GraphStore, deadline: Deadline): GraphReads =>
  new Proxy(store.during(deadline.signal), {
    get: (reads, name) => {
      const read: unknown = Reflect.get(reads, name);
      if (typeof read !== 'function') return read;
      return (...args: unknown[]) =>
        deadline.race(() => Reflect.apply(read, reads, args) as Promise<unknown>);
    },
  });
