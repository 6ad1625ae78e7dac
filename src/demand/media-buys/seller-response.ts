import { type Outcome, outcomeAfter } from "../../ground/dispatch/index.ts";
import type { MediaBuyOutcome, SellerError } from "../../ground/seller-agent/index.ts";

/** What came of asking a seller: its answer, its refusal to give one, or nothing to speak of. */
export type SellerResponse<T> =
  | { readonly kind: "answered"; readonly answer: T }
  | { readonly kind: "refused"; readonly errors: readonly SellerError[] }
  | { readonly kind: "silence"; readonly message: string };

/** What an attempt at a request that changes something came to; silence may hide that it was done. */
export function attempted(response: SellerResponse<MediaBuyOutcome>, sentAt: Date | null): Outcome<MediaBuyOutcome> {
  if (response.kind === "silence") return { kind: "unknown", message: response.message };
  return outcomeAfter(
    response.kind === "refused" ? { ...response, kind: "rejected" } : response.answer,
    sentAt !== null,
  );
}
