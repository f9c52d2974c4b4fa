/** The one value for everyone who asks alike; made for the first of them. */
export const memoize = <Value>(all: Map<string, Value>, asked: unknown, make: () => Value): Value => {
  const signature = JSON.stringify(asked);
  const existing = all.get(signature);
  if (existing !== undefined) return existing;
  const value = make();
  all.set(signature, value);
  return value;
};
