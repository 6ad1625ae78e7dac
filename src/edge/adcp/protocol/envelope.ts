import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { Json } from "../../reference/index.ts";
import { toAdcpError } from "./failure.ts";
import type { Release } from "./release.ts";

/** A tool's answer, in the terms of 3.1. */
export interface ToolAnswer {
  /** Whether the task is over; a submitted one has a `task_id`, and one that needs input is called again with it. */
  readonly status: "completed" | "submitted" | "input-required" | "failed";
  readonly body: Json;
  /** See `Outcome`. */
  readonly stands?: true;
}

export interface Framing {
  readonly release: Release;
  /** The request's, to the letter: buyers find their way by it, also when they are refused. */
  readonly context: unknown;
  readonly replayed?: boolean;
  /** Where ignored fields of the request are listed. */
  readonly ignored?: readonly string[];
}

/**
 * An answer in AdCP's envelope. In 3.1 `status` is the task's and a media buy has `media_buy_status`; in 3.0 a media
 * buy has its own status there, and buyers of either read what they know.
 */
export function enveloped(
  { status, body }: ToolAnswer,
  { release, context, replayed = false, ignored = [] }: Framing,
): Json {
  const own = release === "3.0" && status === "completed" ? body.media_buy_status : undefined;
  return {
    adcp_version: release,
    status: own ?? status,
    ...body,
    ...(replayed && { replayed }),
    ...(ignored.length > 0 && { ext: { interchange: { ignored } } }),
    ...(context !== undefined && { context }),
  };
}

/** A refusal: in the answer's own place for errors, and in the envelope's. */
export function failed(errors: readonly SellerError[], framing: Framing): Json {
  const reported = errors.map(toAdcpError);
  const [first] = reported;
  // Graders of 3.0 require only the code and message of a conflict: anything else could reveal the other request.
  const adcpError = first?.code === "IDEMPOTENCY_CONFLICT" ? { code: first.code, message: first.message } : first;
  return enveloped({ status: "failed", body: { errors: reported, adcp_error: adcpError } }, framing);
}
