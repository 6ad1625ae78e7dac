import type { Decimal } from "../../../ground/kernel/money.ts";
import type { Posture } from "../../analytics/index.ts";

/** How an answer is composed in addition to policy, rules and terms: the resolved defaults for this buyer. */
export interface Stance {
  readonly posture: Posture;
  /** How many products a brief is answered with at most; null for all that fit. */
  readonly mostProducts: number | null;
  /** What may come off the price of each source at most, in percent; nothing for one that is resold. */
  readonly concessions: Readonly<Record<string, Decimal>>;
}
