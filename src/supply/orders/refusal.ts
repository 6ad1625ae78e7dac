import type { MediaBuyOutcome, Recovery, SellerError } from "../../ground/seller-agent/index.ts";

/** Codes of AdCP 3.1's open set, and those that only a storefront has. */
type Code =
  | "ACCOUNT_SETUP_REQUIRED"
  | "ACCOUNT_SUSPENDED"
  | "AUTH_REQUIRED"
  | "BUDGET_TOO_LOW"
  | "CONFLICT"
  | "CREATIVE_NOT_FOUND"
  | "IDEMPOTENCY_CONFLICT"
  | "INVALID_STATE"
  | "MEDIA_BUY_NOT_FOUND"
  | "MEDIA_BUY_REJECTED"
  | "NOT_CANCELLABLE"
  | "OUTCOME_UNKNOWN"
  | "PACKAGE_NOT_FOUND"
  | "POLICY_VIOLATION"
  | "PRODUCT_EXPIRED"
  | "PRODUCT_NOT_FOUND"
  | "PRODUCT_UNAVAILABLE"
  | "REFERENCE_NOT_FOUND"
  | "SERVICE_UNAVAILABLE"
  | "STOREFRONT_ARCHIVED"
  | "STOREFRONT_NOT_LISTED"
  | "STOREFRONT_PAUSED"
  | "STOREFRONT_REJECTED"
  | "UNSUPPORTED_FEATURE"
  | "VALIDATION_ERROR";

/** An error whose field is spelt as AdCP does, e.g. `packages[0].budget`. */
export function refusal(
  code: Code,
  message: string,
  field: string | null = null,
  recovery: Recovery = "correctable",
): SellerError {
  return { code, message, field, recovery };
}

export function rejected(...errors: readonly SellerError[]): Extract<MediaBuyOutcome, { kind: "rejected" }> {
  return { kind: "rejected", errors };
}
