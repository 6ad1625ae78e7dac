import type { MediaBuyOutcome, Recovery, SellerError } from "../../ground/seller-agent/index.ts";

/** The codes of AdCP 3.1's open set that the simulated publisher uses. */
type Code =
  | "AUTH_REQUIRED"
  | "BUDGET_TOO_LOW"
  | "IDEMPOTENCY_CONFLICT"
  | "INVALID_STATE"
  | "MEDIA_BUY_NOT_FOUND"
  | "NOT_CANCELLABLE"
  | "PACKAGE_NOT_FOUND"
  | "POLICY_VIOLATION"
  | "PRODUCT_NOT_FOUND"
  | "REFERENCE_NOT_FOUND"
  | "SERVICE_UNAVAILABLE"
  | "UNSUPPORTED_FEATURE"
  | "VALIDATION_ERROR";

/** An error that names its field as AdCP spells it, e.g. `packages[0].budget`. */
export function refusal(
  code: Code,
  message: string,
  field: string | null = null,
  recovery: Recovery = "correctable",
): SellerError {
  return { code, message, field, recovery };
}

export function rejected(...errors: readonly SellerError[]): MediaBuyOutcome {
  return { kind: "rejected", errors };
}

export function waiting(taskId: string): MediaBuyOutcome {
  return { kind: "submitted", taskId, message: "Our sales team will decide on it." };
}
