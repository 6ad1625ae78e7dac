import { OutboundError } from "./outbound.ts";

/**
 * A failed call as its caller sees it. Only errors of sockets, TLS and the HTTP parser, which have a code, are kept as
 * the cause: others may quote the header that caused them.
 */
export function failureOf(error: unknown): OutboundError {
  const causes = causesOf(error);
  const ours = causes.find((cause) => cause instanceof OutboundError);
  if (ours) return ours;
  const coded = causes.find((cause) => codeOf(cause) !== undefined);
  if (!coded) return new OutboundError("unreachable", "the request could not be sent or its answer could not be read");
  return new OutboundError("unreachable", `no answer (${codeOf(coded)})`, coded);
}

function causesOf(error: unknown): Error[] {
  return error instanceof Error ? [error, ...causesOf(error.cause)] : [];
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}
