/** Returns a function that calls `run` at its first call, and does nothing at later calls. */
export const once = (run: () => void): (() => void) => {
  let hasRun = false;
  return () => {
    if (!hasRun) run();
    hasRun = true;
  };
};
