import { type RefusalCode, refusal } from "../../../ground/seller-agent/implementing/refusal.ts";
import type { Recovery, SellerError } from "../../../ground/seller-agent/index.ts";
import type { ErrorKind, ProviderError } from "../contract/provider-error.ts";

const CODES: Readonly<Record<ErrorKind, readonly [code: RefusalCode, recovery: Recovery]>> = {
  auth_expired: ["SERVICE_UNAVAILABLE", "transient"],
  auth_revoked: ["AUTH_REQUIRED", "correctable"],
  scope_missing: ["AUTH_REQUIRED", "correctable"],
  permission: ["PERMISSION_DENIED", "correctable"],
  setup_required: ["AUTH_REQUIRED", "correctable"],
  not_found: ["REFERENCE_NOT_FOUND", "correctable"],
  invalid: ["VALIDATION_ERROR", "correctable"],
  policy: ["POLICY_VIOLATION", "correctable"],
  below_minimum: ["BUDGET_TOO_LOW", "correctable"],
  billing: ["ACCOUNT_PAYMENT_REQUIRED", "correctable"],
  conflict: ["CONFLICT", "correctable"],
  throttled: ["RATE_LIMITED", "transient"],
  temporary: ["SERVICE_UNAVAILABLE", "transient"],
  ambiguous: ["SERVICE_UNAVAILABLE", "transient"],
  unsupported: ["UNSUPPORTED_FEATURE", "correctable"],
  unreadable: ["SERVICE_UNAVAILABLE", "transient"],
};

/** A provider's error as a buyer sees it: in AdCP's terms, with the provider's name in front. */
export function toSellerError({ kind, message, field, minimum }: ProviderError, name: string): SellerError {
  const [code, recovery] = CODES[kind];
  return refusal(code, `${name}: ${message}`, field ?? null, recovery, minimum && { minimum });
}
