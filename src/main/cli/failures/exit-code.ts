import { CommanderError } from "commander";
import { ApiError, Unreachable } from "#client";
import { DoesNotHold, NotLoggedIn, NotTested, UsageError } from "./failures.ts";

/** The exit codes of commands, for scripts. docs/command-line.md has the same table, and a test compares the two. */
export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  unauthenticated: 3,
  forbidden: 4,
  notFound: 5,
  invalid: 6,
  conflict: 7,
  rateLimited: 8,
  serverFailed: 9,
  unreachable: 10,
  doesNotHold: 11,
} as const;

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof UsageError) return EXIT.usage;
  if (error instanceof NotLoggedIn) return EXIT.unauthenticated;
  if (error instanceof DoesNotHold) return EXIT.doesNotHold;
  if (error instanceof Unreachable || error instanceof NotTested) return EXIT.unreachable;
  return error instanceof ApiError ? exitCodeOfStatus(error.status) : EXIT.failed;
}

function exitCodeOfStatus(status: number): number {
  const named: Readonly<Record<number, number>> = {
    401: EXIT.unauthenticated,
    403: EXIT.forbidden,
    404: EXIT.notFound,
    409: EXIT.conflict,
    429: EXIT.rateLimited,
  };
  return named[status] ?? (status >= 500 ? EXIT.serverFailed : EXIT.invalid);
}
