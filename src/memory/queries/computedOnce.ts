/**
 * Makes a function that computes its result at the first call and caches it. Calls during the computation wait for the
 * same result. The computation continues even if the request that started it ends. If it fails, the next call tries
 * again.
 */
export const computedOnce = <Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Promise<Result>,
): ((...args: Arguments) => Promise<Result>) => {
  let result: Promise<Result> | undefined;
  return (...args) => {
    result ??= compute(...args).catch((thrown: unknown) => {
      result = undefined;
      throw thrown;
    });
    return result;
  };
};
