import type { MediaBuy } from "../media-buy.ts";

export const FAULT_CODES = [
  "product_no_longer_available",
  "source_rejected",
  "storefront_rejected",
  "source_unavailable",
  "invalid_request",
  "quote_expired",
  "platform_error",
] as const;

/** What went wrong with a buy, as one of the few codes that buyers act on, and who has to fix it. */
export interface Fault {
  readonly code: (typeof FAULT_CODES)[number];
  readonly owner: "buyer_input" | "platform" | "seller";
}

/** AdCP's codes are an open set. The first pattern that matches decides; a code that matches none counts as a refusal. */
const FAULTS: readonly (readonly [RegExp, Fault])[] = [
  [/^(UNREACHABLE|RATE_LIMITED|SERVICE_UNAVAILABLE|TIMEOUT)$/, { code: "source_unavailable", owner: "seller" }],
  [/^(OUTCOME_UNKNOWN$|IDEMPOTENCY|VERSION|UNKNOWN$)/, { code: "platform_error", owner: "platform" }],
  [/^(PRODUCT|REFERENCE)_/, { code: "product_no_longer_available", owner: "buyer_input" }],
  [/EXPIRED$/, { code: "quote_expired", owner: "buyer_input" }],
  [/^STOREFRONT_/, { code: "storefront_rejected", owner: "seller" }],
  [/^(VALIDATION|BUDGET|INVALID|AUTH|ACCOUNT|CREDENTIAL|BILLING)/, { code: "invalid_request", owner: "buyer_input" }],
];

export function faultOf({ error }: Pick<MediaBuy, "error">): Fault | null {
  if (!error) return null;
  const [, fault] = FAULTS.find(([codes]) => codes.test(error.code)) ?? [];
  return fault ?? { code: "source_rejected", owner: "seller" };
}
