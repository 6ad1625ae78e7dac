import type { MediaBuyOutcome, Recovery, SellerError } from "../../ground/seller-agent/index.ts";

/** The codes of AdCP 3.1's open set that a modular source uses. */
type Code =
  | "BUDGET_TOO_LOW"
  | "IDEMPOTENCY_CONFLICT"
  | "INVALID_STATE"
  | "MEDIA_BUY_NOT_FOUND"
  | "MEDIA_BUY_REJECTED"
  | "NOT_CANCELLABLE"
  | "PACKAGE_NOT_FOUND"
  | "PRODUCT_NOT_FOUND"
  | "PRODUCT_UNAVAILABLE"
  | "REFERENCE_NOT_FOUND"
  | "SERVICE_UNAVAILABLE"
  | "UNSUPPORTED_FEATURE"
  | "VALIDATION_ERROR";

interface Explanation {
  readonly field?: string;
  readonly recovery?: Recovery;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An error that names its field as AdCP spells it, e.g. `packages[0].budget`. */
export function refusal(
  code: Code,
  message: string,
  { field, recovery = "correctable", details }: Explanation = {},
): SellerError {
  return { code, message, field: field ?? null, recovery, ...(details && { details }) };
}

export function rejected(...errors: readonly SellerError[]): Extract<MediaBuyOutcome, { kind: "rejected" }> {
  return { kind: "rejected", errors };
}
