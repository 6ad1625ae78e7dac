import type { Decimal } from "../../../ground/kernel/money.ts";

/** One thing that a catalog offers. */
export interface Offering extends NewOffering {
  readonly catalogId: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface NewOffering {
  /** Chosen by the buyer, and unique in the catalog. */
  readonly offeringId: string;
  readonly title: string;
  readonly description: string | null;
  readonly price: Decimal | null;
  /** ISO 4217; null if there is no price, or no currency was given. */
  readonly currency: string | null;
  readonly landingUrl: string | null;
  /** The whole item as it was synced, in AdCP's spelling; null if it was created here. */
  readonly item: Item | null;
}

/** One of a catalog's items, in the spelling of AdCP or its feed. */
export type Item = Readonly<Record<string, unknown>>;
