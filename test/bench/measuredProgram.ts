import { startProgram } from '../support/program.ts';

/** Prints the largest memory of a process, in MB, when it ends. */
const peakAtExit = `data:text/javascript,${encodeURIComponent(
  'process.on("exit", () => console.error("peak", Math.round(process.resourceUsage().maxRSS / 1024)))',
)}`;

/** Runs the program to its end. @throws Error if it fails */
export const measuredProgram = async (
  args: string[],
  settings: Record<string, string>,
): Promise<{ seconds: number; peakMegabytes: number }> => {
  const began = performance.now();
  const { ended } = startProgram(args, { settings, preload: peakAtExit });
  const { code, out, err } = await ended;
  const seconds = (performance.now() - began) / 1_000;
  if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${err.slice(-500)}`);
  console.log(out.trim());
  return { seconds, peakMegabytes: Number(/^peak (\d+)$/m.exec(err)?.[1]) };
};
