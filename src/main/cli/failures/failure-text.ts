import { CommanderError } from "commander";
import { ApiError, Unreachable } from "#client";
import { printable } from "../output/printable.ts";
import { EXIT, exitCodeOf } from "./exit-code.ts";

/** The text for a failure; empty if it has already been shown. */
export function failureText(error: unknown): string {
  if (error instanceof CommanderError) return "";
  const message = error instanceof Error ? error.message : String(error);
  return [`error: ${printable(message)}`, ...detailsOf(error)].join("\n");
}

function detailsOf(error: unknown): string[] {
  if (error instanceof ApiError) {
    const issues = error.issues
      .map(({ field, message }) => (message.startsWith(`${field}: `) ? message : `${field}: ${message}`))
      .filter((line) => line !== error.message && error.message !== line.slice(line.indexOf(": ") + 2))
      .map((line) => `  ${printable(line)}`);
    const [only] = error.issues;
    const field = issues.length === 0 && only ? [`  field: ${printable(only.field)}`] : [];
    const request = error.requestId === undefined ? [] : [`  request: ${printable(error.requestId)}`];
    return [...issues, ...field, `  code: ${printable(error.code)}`, ...request, ...remedyOf(error)];
  }
  if (error instanceof Unreachable && error.cause instanceof Error) return [`  ${causeOf(error.cause)}`];
  return [];
}

function remedyOf(error: ApiError): string[] {
  return exitCodeOf(error) === EXIT.unauthenticated ? ["  log in with: interchange login"] : [];
}

/** Node's message is only "fetch failed"; its cause gives the reason. */
function causeOf({ message, cause }: Error): string {
  const inner = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : undefined;
  return printable(inner ?? message);
}
