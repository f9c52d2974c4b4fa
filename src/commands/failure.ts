import { GraphError } from '../graph/errors.ts';
import { SettingsError } from '../settings.ts';

/** How a command ends. */
export const exitCodes = { fine: 0, failed: 1, misused: 2 } as const;

/** A command that cannot do what was asked, in words for the person at the terminal. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** What to say of an error and how to end. Stack traces are for DEBUG alone. */
export const failureOf = (error: unknown): { message: string; exitCode: number } => {
  if (error instanceof CommandError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof SettingsError) return { message: error.message, exitCode: exitCodes.misused };
  if (error instanceof GraphError) {
    // without an argument it is about what a file holds
    const isMisuse = error.code === 'BAD_USER_INPUT' && error.argument !== undefined;
    const exitCode = isMisuse ? exitCodes.misused : exitCodes.failed;
    const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return { message: `${error.message}${cause}`, exitCode };
  }
  return { message: error instanceof Error ? error.message : String(error), exitCode: exitCodes.failed };
};
