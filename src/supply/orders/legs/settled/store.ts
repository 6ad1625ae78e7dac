import { sql } from "kysely";
import type { Db } from "../../../../ground/db/index.ts";
import { after } from "../../../../ground/kernel/clock.ts";
import { stateBefore } from "../../../../ground/kernel/lifecycle.ts";
import { FIRST_CHECK_MS, isAwaited } from "../../watch/next-check.ts";
import type { LegEvent, LegStatus } from "../leg.ts";
import { legLife } from "../leg-state.ts";

/** The new status of a leg, as it is written. */
export interface Settled {
  readonly customerId: number;
  readonly legId: string;
  /** The states from which this step is possible. */
  readonly before: readonly string[];
  readonly state: string;
  readonly sellerMediaBuyId: string | null;
  readonly sellerStatus: string | null;
  readonly taskId: string | null;
  readonly message: string | null;
  readonly errors: string;
  readonly creativesRefused: boolean;
  readonly at: Date;
  readonly event: string;
  /** When its source is next polled, if the status is new: soon afterwards, until the leg runs. */
  readonly nextCheckAt: Date | null;
}

export function settledOf(customerId: number, legId: string, standing: LegStatus, at: Date): Settled {
  const { state, sellerMediaBuyId, sellerStatus, taskId, message, errors, creativesRefused = false } = standing;
  const said = { state, sellerMediaBuyId, sellerStatus, taskId, message, creativesRefused };
  const nextCheckAt = isAwaited(standing) ? after(at, FIRST_CHECK_MS) : null;
  const before = stateBefore(legLife, state);
  return {
    customerId,
    legId,
    before,
    ...said,
    errors: JSON.stringify(errors),
    at,
    event: eventOf(standing, at),
    nextCheckAt,
  };
}

/** The statement that writes it, to which callers add their own conditions. */
export function settling(db: Db, settled: Settled) {
  const { state, sellerStatus, nextCheckAt, at } = settled;
  const isNews = newsOf(state, sellerStatus);
  return db
    .updateTable("order_legs")
    .set({
      state,
      seller_media_buy_id: settled.sellerMediaBuyId,
      seller_status: sellerStatus,
      task_id: settled.taskId,
      message: settled.message,
      errors: settled.errors,
      creatives_refused: settled.creativesRefused,
      lease_until: null,
      updated_at: at,
      history: noting(settled),
      next_check_at: sql<Date>`case when ${isNews} or ${nextCheckAt}::timestamptz is null then ${nextCheckAt}::timestamptz
        else next_check_at end`,
      checks: sql<number>`case when ${isNews} or ${nextCheckAt}::timestamptz is null then 0 else checks end`,
    })
    .where("customer_id", "=", settled.customerId)
    .where("leg_id", "=", settled.legId)
    .where(sql<boolean>`state = any(${settled.before}::text[])`);
}

function newsOf(state: string, sellerStatus: string | null) {
  return sql<boolean>`(state, seller_status) is distinct from (${state}::text, ${sellerStatus}::text)`;
}

type LegUpdate = Pick<LegStatus, "state" | "message"> & Partial<Pick<LegStatus, "sellerStatus" | "errors">>;

/** The entry in the leg's history. */
export function eventOf({ state, message, sellerStatus = null, errors = [] }: LegUpdate, at: Date): string {
  const event: LegEvent = {
    at: at.toISOString(),
    state,
    sellerStatus,
    code: errors[0]?.code ?? null,
    message: message ?? errors[0]?.message ?? null,
  };
  return JSON.stringify([event]);
}

/** The leg's history, extended if the status is new. If a source repeats the same status, it is recorded once. */
export function noting({ state, sellerStatus, event }: Pick<Settled, "state" | "sellerStatus" | "event">) {
  return sql<string>`case when ${newsOf(state, sellerStatus)} then history || ${event}::jsonb else history end`;
}
