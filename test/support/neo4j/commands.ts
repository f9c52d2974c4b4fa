import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What a finished command printed, both streams together; undefined if it failed, timed out or is missing. */
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

/** Why a command failed, in its own last words; undefined if it succeeded. */
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
    return lastWords(`${stdout ?? ''}\n${stderr ?? ''}`) || message;
  }
}

/** The last few lines of a log: enough to say what went wrong. */
export function lastWords(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n');
}
