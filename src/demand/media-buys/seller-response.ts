import { type Outcome, outcomeAfter } from "../../ground/dispatch/index.ts";
import type { MediaBuyOutcome, SellerError } from "../../ground/seller-agent/index.ts";

/** The result of calling a seller: its answer, its refusal, or nothing usable. */
export type SellerResponse<T> =
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "refused"; readonly errors: readonly SellerError[] }
  | { readonly kind: "silence"; readonly message: string };

/** The result of an attempt to change something. Without an answer, the change may nevertheless have been made. */
export function attempted(response: SellerResponse<MediaBuyOutcome>, sentAt: Date | null): Outcome<MediaBuyOutcome> {
  if (response.kind === "silence") return { kind: "unknown", message: response.message };
  return outcomeAfter(
    response.kind === "refused" ? { ...response, kind: "rejected" } : response.answer,
    sentAt !== null,
  );
}
