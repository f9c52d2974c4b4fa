export type MaybePromise<Value> = Value | Promise<Value>;

/**
 * Continues with a value at once if it is there already, else when its promise resolves. A page of a list that was
 * prefetched is passed on without a promise for each of its fields, which is most of the work for small pages.
 */
export const whenReady = <Value, Result>(
  value: MaybePromise<Value>,
  next: (value: Value) => MaybePromise<Result>,
): MaybePromise<Result> => (value instanceof Promise ? value.then(next) : next(value));
