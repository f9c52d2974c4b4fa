import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a command printed to both streams; undefined if it failed, timed out or does not exist. */
export async function outputOf(
  command: string,
  args: string[],
  timeoutMs: number,
): Promise<string | undefined> {
  try {
    const { stdout, stderr } = await execute(command, args, {
      timeout: timeoutMs,
      maxBuffer: 16 * 1024 * 1024,
    });
    return `${stdout}${stderr}`.trim();
  } catch {
    return undefined;
  }
}

/** The last lines that a failed command printed; undefined if it succeeded. */
export async function failureOf(
  command: string,
  args: string[],
  timeoutMs: number,
): Promise<string | undefined> {
  try {
    await execute(command, args, { timeout: timeoutMs, maxBuffer: 16 * 1024 * 1024 });
    return undefined;
  } catch (error) {
    const { message, stdout, stderr } = error as { message: string; stdout?: string; stderr?: string };
    return lastLines(`${stdout ?? ''}\n${stderr ?? ''}`) || message;
  }
}

/** The last lines of a log, which tell what went wrong. */
export function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
