/**
 * Returns a signal that aborts when the process gets SIGINT or SIGTERM for the first time. The second time, the process
 * ends.
 */
export const abortOnInterrupt = (work: string): { signal: AbortSignal; end: () => void } => {
  const controller = new AbortController();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const end = () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
  const onSignal = () => {
    end();
    process.stderr.write(`\nAborting the ${work}. Interrupt again to end the program immediately.\n`);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, onSignal);
  return { signal: controller.signal, end };
};
