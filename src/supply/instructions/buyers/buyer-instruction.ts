import type { Decimal } from "../../../ground/kernel/money.ts";

/** What a storefront has settled for the buyers of a scope. */
export interface BuyerInstruction extends InstructionScope, InstructionWords {
  readonly buyerInstructionId: number;
  readonly storefrontId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: number | null;
}

/** Null means any operator, or any brand. One row for each pair, which never changes. */
export interface InstructionScope {
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
}

export interface InstructionWords {
  readonly discountPercent: Decimal | null;
  readonly notes: string | null;
  /** Null is everywhere. */
  readonly countries: readonly string[] | null;
}

/** `brand acme.com bought by wpp.com`, as an explanation says it. */
export function scopeName({ operatorDomain, brandDomain }: InstructionScope): string {
  if (operatorDomain && brandDomain) return `${brandDomain} bought by ${operatorDomain}`;
  if (brandDomain) return `the brand ${brandDomain}`;
  return operatorDomain ? `the operator ${operatorDomain}` : "every buyer";
}
