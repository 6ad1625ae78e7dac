import type { CallContext } from "../../../../ground/kernel/context.ts";
import { Unavailable } from "../../../../ground/kernel/errors.ts";
import { OutboundError, type OutboundRequest, type OutboundResponse } from "../../../../ground/outbound/index.ts";

/** The largest metadata document that is read. */
const MOST_BYTES = 256 * 1024;

export type OutboundContext = Pick<CallContext, "outbound" | "installation">;

/** One request to a source or its authorization server; `Unavailable` if there is no answer. */
export async function askServer(
  out: OutboundContext,
  url: string,
  request: OutboundRequest,
): Promise<OutboundResponse> {
  const limits = { timeoutMs: out.installation.sellerTimeoutMs, maxResponseBytes: MOST_BYTES };
  try {
    return await out.outbound.request(url, { ...limits, ...request });
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new Unavailable(`${new URL(url).host} did not answer: try again in a few minutes`, { cause: error });
  }
}

/** Undefined if the text is not JSON. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
