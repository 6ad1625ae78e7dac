import type { FlightDates, NewPackage } from "../media-buy.ts";
import type { SellerError } from "../seller-error.ts";

/** What a seller is asked to keep for a buyer who has not bought yet, at the prices of now. */
export interface InventoryHold {
  /** The same id is the same hold, however often it is asked for; a media buy that names it takes its place. */
  readonly holdId: string;
  readonly packages: readonly NewPackage[];
  /** Null where the buyer has not said when it would run. */
  readonly flight: FlightDates | null;
  readonly expiresAt: Date;
}

/** All of it, or nothing. */
export type HoldOutcome =
  | { readonly kind: "held"; readonly expiresAt: Date }
  | { readonly kind: "rejected"; readonly errors: readonly SellerError[] };
