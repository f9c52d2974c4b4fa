/** Waits until a condition holds. Playwright's `waitForFunction` needs `eval`, which the page's policy forbids. */
export const waitUntil = async (condition: () => Promise<boolean>): Promise<void> => {
  for (let attempt = 0; attempt < 2_000; attempt += 1) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The condition did not hold within 100 seconds: ${String(condition)}`);
};
