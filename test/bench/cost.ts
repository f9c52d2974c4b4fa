/** What some work takes, in ms; `processor` without that of a database. */
export interface Cost {
  elapsed: number;
  processor: number;
}

export const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
  const began = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { elapsed: performance.now() - began, processor: (user + system) / 1_000 };
};
