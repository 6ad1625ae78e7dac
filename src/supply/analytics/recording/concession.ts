import type { Decimal } from "../../../ground/kernel/money.ts";

/** What an answer offered below its prices unasked, and for what in return. */
export interface Concession {
  /** Above 0 and at most what the posture allows. */
  readonly percent: Decimal;
  readonly posture: string;
}
