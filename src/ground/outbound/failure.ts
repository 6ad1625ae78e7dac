import { OutboundError } from "./outbound.ts";

/**
 * What a failed call is to its caller. Only errors of sockets, TLS and the HTTP parser, which carry a code, are kept as the
 * cause: others may quote the header they choked on.
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
