import type { LegState } from "../legs/leg-state.ts";

/** A part of an order that its source has not settled, as its seller sees it. */
export interface LegUnderWay {
  readonly orderId: string;
  readonly buyer: { readonly customerId: number | null; readonly name: string };
  readonly sourceId: string;
  readonly sourceName: string;
  readonly state: LegState;
  readonly executionKey: string;
  readonly taskId: string | null;
  readonly sentAt: Date | null;
  /** When its source last answered. */
  readonly since: Date;
}

/** Which legs to list. Stuck legs were sent, and nobody is working on them. */
export type UnderWay = "stuck" | "with_source";
