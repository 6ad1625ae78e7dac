import type { MediaBuyOutcome, Recovery, SellerError } from "../port.ts";

/** The error codes of our own sellers: those of AdCP 3.1's open set, followed by our own where AdCP has none. */
export type RefusalCode =
  | "ACCOUNT_PAYMENT_REQUIRED"
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
  | "PACKAGE_NOT_FOUND"
  | "PERMISSION_DENIED"
  | "POLICY_VIOLATION"
  | "PRODUCT_EXPIRED"
  | "PRODUCT_NOT_FOUND"
  | "PRODUCT_UNAVAILABLE"
  | "PROPOSAL_EXPIRED"
  | "RATE_LIMITED"
  | "REFERENCE_NOT_FOUND"
  | "SERVICE_UNAVAILABLE"
  | "UNSUPPORTED_FEATURE"
  | "VALIDATION_ERROR"
  | "OUTCOME_UNKNOWN"
  | "STOREFRONT_ARCHIVED"
  | "STOREFRONT_NOT_LISTED"
  | "STOREFRONT_PAUSED"
  | "STOREFRONT_REJECTED"
  | "account_mapping_required";

/** An error whose field has AdCP's spelling, e.g. `packages[0].budget`. */
export function refusal(
  code: RefusalCode,
  message: string,
  field: string | null = null,
  recovery: Recovery = "correctable",
  details?: SellerError["details"],
): SellerError {
  return { code, message, field, recovery, ...(details && { details }) };
}

export function rejected(...errors: readonly SellerError[]): Extract<MediaBuyOutcome, { kind: "rejected" }> {
  return { kind: "rejected", errors };
}
