export type MaybePromise<Value> = Value | Promise<Value>;

/**
 * Calls `next` at once if the value is not a promise, otherwise when the promise resolves. So the fields of a
 * prefetched page are resolved without promises. For small pages, creating these promises would be most of the work.
 */
export const whenReady = <Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> => (value instanceof Promise ? value.then(next) : next(value));
