import type { Decimal } from "../../kernel/money.ts";
import type { FlightDates } from "../media-buy.ts";

export interface Proposal {
  readonly proposalId: string;
  readonly name: string;
  readonly description: string | null;
  readonly briefAlignment?: string;
  /** A draft's prices are indicative until a refinement finalises it; the prices of a committed proposal hold until `expiresAt` (AdCP 3.1). */
  readonly status?: "draft" | "committed";
  readonly allocations: readonly {
    readonly productId: string;
    readonly allocationPercentage: Decimal;
    readonly pricingOptionId: string | null;
    readonly rationale: string | null;
    /** The seller's preferred order, counted from 1. */
    readonly sequence?: number;
    readonly tags?: readonly string[];
  }[];
  readonly expiresAt: Date | null;
  readonly budgetGuidance: BudgetGuidance | null;
  /** The inventory held for a committed proposal, under the number of its order; nobody has to sign it (AdCP 3.1). */
  readonly insertionOrder?: {
    readonly ioId: string;
    readonly budget: { readonly amount: Decimal; readonly currency: string };
    readonly flight: FlightDates | null;
  };
}

export interface BudgetGuidance {
  readonly currency: string;
  readonly min: Decimal | null;
  readonly recommended: Decimal | null;
  readonly max: Decimal | null;
}
