import type { SellerError } from "../../ground/seller-agent/index.ts";

export function errorOf(errors: readonly SellerError[]): { code: string; message: string } {
  const [first] = errors;
  if (!first) return { code: "UNKNOWN", message: "the seller refused and did not say why" };
  return { code: first.code, message: errors.map(({ message }) => message).join("; ") };
}
