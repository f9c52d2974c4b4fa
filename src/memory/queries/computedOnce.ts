/**
 * A computation that is made at most once, when it is first needed. Those who need it meanwhile wait for the same one,
 * which goes on when the request that began it ends. If it fails, the next call tries again.
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
