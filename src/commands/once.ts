/** Only the first call runs the function. */
export const once = (run: () => void): (() => void) => {
  let hasRun = false;
  return () => {
    if (!hasRun) run();
    hasRun = true;
  };
};
