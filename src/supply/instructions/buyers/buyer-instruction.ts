import type { Decimal } from "../../../ground/kernel/money.ts";

/** What a storefront has decided for the buyers in a scope. */
export interface BuyerInstruction extends InstructionScope, InstructionWords {
  readonly buyerInstructionId: number;
  readonly storefrontId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly createdBy: number | null;
}

/** Null means any operator, or any brand. There is at most one row for each pair, and its scope never changes. */
export interface InstructionScope {
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
}

export interface InstructionWords {
  readonly discountPercent: Decimal | null;
  readonly notes: string | null;
  /** Null means all countries. */
  readonly countries: readonly string[] | null;
}

/** `brand acme.com bought by wpp.com`, as used in explanations. */
export function scopeName({ operatorDomain, brandDomain }: InstructionScope): string {
  if (operatorDomain && brandDomain) return `${brandDomain} bought by ${operatorDomain}`;
  if (brandDomain) return `the brand ${brandDomain}`;
  return operatorDomain ? `the operator ${operatorDomain}` : "every buyer";
}
