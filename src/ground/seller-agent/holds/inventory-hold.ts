import type { FlightDates, NewPackage } from "../media-buy.ts";
import type { SellerError } from "../seller-error.ts";

/** Inventory that a seller is asked to reserve, at current prices, for a buyer who has not bought yet. */
export interface InventoryHold {
  /** The same id means the same hold, however often it is requested. A media buy that names the hold replaces it. */
  readonly holdId: string;
  readonly packages: readonly NewPackage[];
  /** Null if the buyer has not said when the campaign would run. */
  readonly flight: FlightDates | null;
  readonly expiresAt: Date;
}

/** Either everything is held, or nothing. */
export type HoldOutcome =
  | { readonly kind: "held"; readonly expiresAt: Date }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };
