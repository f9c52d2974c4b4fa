import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/*
 * Loaded before a program: at each SIGUSR2 it says on standard error, as a line of JSON, what memory it holds after
 * cleaning up, in MB, and the p99 of its event loop's delay since the last time, in ms.
 */

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const megabytes = (bytes) => Math.round(bytes / 100_000) / 10;

process.on('SIGUSR2', () => {
  const eventLoopDelay = Math.round(delay.percentile(99) / 10_000) / 100;
  const { rss } = process.memoryUsage(); // before cleaning up: what an operator sees
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  const line = {
    rss: megabytes(rss),
    heap: megabytes(heapUsed),
    external: megabytes(external),
    eventLoopDelay,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  delay.reset();
});
