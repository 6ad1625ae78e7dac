import type { Decimal } from "../../../ground/kernel/money.ts";

/** A price reduction that an answer offered unasked, and what was wanted in return. */
export interface Concession {
  /** Above 0 and at most what the posture allows. */
  readonly percent: Decimal;
  readonly posture: string;
}
