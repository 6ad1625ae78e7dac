import type { SellerError } from "../../ground/seller-agent/index.ts";

/** Codes that pass by themselves and leave open whether the seller acted (AdCP 3.1, error-code). */
const LEAVES_DOUBT: ReadonlySet<string> = new Set(["IDEMPOTENCY_IN_FLIGHT", "TIMEOUT", "CONFLICT"]);

/** Codes about the key, the caller or the release spoken: a seller says them before it looks at the buy. */
const BEFORE_THE_BUY =
  /^(IDEMPOTENCY|AUTH|ACCOUNT|AGENT|PERMISSION|SCOPE|READ_ONLY|CREDENTIAL|VERSION|CONFIGURATION|BILLING|RATE)/;

/** The seller may do later what it did not do now. */
export function isNotNow(errors: readonly SellerError[]): boolean {
  return errors.every(({ recovery }) => recovery === "transient");
}

/** Whether the seller may hold the buy after this answer, given whether it may have held it before. */
export function leavesDoubt(errors: readonly SellerError[], before: boolean): boolean {
  if (isNotNow(errors)) return before || errors.some(({ code }) => LEAVES_DOUBT.has(code));
  // A key that the seller finds used or worn out was with it before, whatever we remember.
  if (errors.some(({ code }) => code.startsWith("IDEMPOTENCY"))) return true;
  // The answer to a repetition is the answer to the buy, unless the seller did not come as far as the buy.
  return before && errors.some(({ code }) => BEFORE_THE_BUY.test(code));
}

export function errorOf(errors: readonly SellerError[]): { code: string; message: string } {
  const [first] = errors;
  if (!first) return { code: "UNKNOWN", message: "the seller refused and did not say why" };
  return { code: first.code, message: errors.map(({ message }) => message).join("; ") };
}
