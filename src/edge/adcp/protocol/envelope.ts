import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { Json } from "../../reference/index.ts";
import { toAdcpError } from "./failure.ts";
import type { Release } from "./release.ts";

/** A tool's answer, with 3.1's names. */
export interface ToolAnswer {
  /** Whether the task has ended. A submitted task has a `task_id`; a task that needs input continues when it is called again with the input. */
  readonly status: "completed" | "submitted" | "input-required" | "failed";
  readonly body: Json;
  /** See `Outcome`. */
  readonly stands?: true;
}

export interface Framing {
  readonly release: Release;
  /** The request's context, unchanged: buyers use it to match answers, including refusals. */
  readonly context: unknown;
  readonly replayed?: boolean;
  /** The place for the list of fields in the request that were ignored. */
  readonly ignored?: readonly string[];
}

/**
 * An answer in AdCP's envelope. In 3.1 `status` is that of the task and a media buy has `media_buy_status`; in 3.0 a media buy has its own
 * status there. Buyers of either release read the fields they know.
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

/** A refusal, both in the answer's own field for errors and in that of the envelope. */
export function failed(errors: readonly SellerError[], framing: Framing): Json {
  const reported = errors.map(toAdcpError);
  const [first] = reported;
  // Graders of 3.0 expect nothing but code and message for a conflict, because anything else could reveal the other request.
  const adcpError = first?.code === "IDEMPOTENCY_CONFLICT" ? { code: first.code, message: first.message } : first;
  return enveloped({ status: "failed", body: { errors: reported, adcp_error: adcpError } }, framing);
}
