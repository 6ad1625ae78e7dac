import type { Decimal } from "../../kernel/money.ts";

/** An audience or a context that a seller can target, as in AdCP 3.1's get_signals. */
export interface Signal {
  /** The agent that issues it. */
  readonly agentId: string;
  /** The segment's opaque handle, with which it is activated. */
  readonly signalId: string;
  readonly name: string;
  readonly description: string | null;
  /** `marketplace`, `custom` or `owned`; null if the seller does not say. */
  readonly signalType: string | null;
  /** `binary`, `categorical` or `numeric`; null if the seller does not say. */
  readonly valueType: string | null;
  readonly dataProvider: string | null;
  /** Null if the signal is free, or if its price is unknown. */
  readonly price: SignalPrice | null;
}

export interface SignalPrice {
  readonly pricingOptionId: string;
  readonly pricingModel: string;
  readonly currency: string | null;
  readonly cpm: Decimal | null;
}
