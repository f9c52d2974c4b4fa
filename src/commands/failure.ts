import { GraphError, ImportUnderWay } from '../graph/errors.ts';
import { SettingsError } from '../settings.ts';

export const exitCodes = { success: 0, failure: 1, misuse: 2 } as const;

/** An error whose message is printed for the user as it is. */
export class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failure) {
    super(message);
    this.name = 'CommandError';
    this.exitCode = exitCode;
  }
}

/** The message and exit code for an error that ended a command. */
export const failureOf = (error: unknown): { message: string; exitCode: number } => {
  if (error instanceof CommandError) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof SettingsError) return { message: error.message, exitCode: exitCodes.misuse };
  if (error instanceof GraphError) {
    // BAD_USER_INPUT without an argument is about the contents of a file, so the command line was right
    const isMisuse = error.code === 'BAD_USER_INPUT' && error.argument !== undefined;
    const exitCode = isMisuse ? exitCodes.misuse : exitCodes.failure;
    const { cause } = error;
    // the cause is left out for ImportUnderWay: it is an error of the database about a lock, which would confuse users
    const reason = cause instanceof Error && !(error instanceof ImportUnderWay) ? ` (${cause.message})` : '';
    return { message: `${error.message}${reason}`, exitCode };
  }
  return { message: error instanceof Error ? error.message : String(error), exitCode: exitCodes.failure };
};
