import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Posture } from "../../analytics/index.ts";

/** How an answer is composed in addition to policy, rules and terms: the resolved defaults for this buyer. */
export interface Stance {
  readonly posture: Posture;
  /** The largest number of products in the answer to a brief; null for all that fit. */
  readonly mostProducts: number | null;
  /** The largest concession on each source's prices, in percent; a resold source has none. */
  readonly concessions: Readonly<Record<string, Decimal>>;
}
