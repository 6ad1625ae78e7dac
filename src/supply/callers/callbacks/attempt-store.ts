import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";
import type { Callback } from "./callback.ts";

/** One attempt to notify a caller about a creative. An attempt that is still to be made has no end. */
export interface FiredNotification {
  readonly creativeId: string;
  readonly eventId: string;
  readonly url: string;
  /** The body as it was sent. */
  readonly body: string;
  /** The number of the attempt, starting from 1. */
  readonly attempt: number;
  readonly firedAt: Date;
  /** Null while the attempt is in progress or still to be made. */
  readonly completedAt: Date | null;
  readonly responseStatus: number | null;
  readonly error: string | null;
}

export async function insertAttempt(db: Db, customerId: number, callback: Callback, at: Date): Promise<void> {
  await db
    .insertInto("callback_attempts")
    .values({
      customer_id: customerId,
      event_id: callback.eventId,
      attempt: callback.attempts,
      fired_at: callback.lastAttemptAt ?? at,
      completed_at: at,
      response_status: callback.responseStatus,
      error: callback.error,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The newest attempts to send each creative's notifications, and the notifications of which no attempt has ended. */
export async function listFired(
  db: Db,
  customerId: number,
  { storefrontId, principal }: Pick<Callback, "storefrontId" | "principal">,
  creativeIds: readonly string[],
  most: number,
): Promise<FiredNotification[]> {
  const { rows } = await sql<FiredNotification>`
    select "creativeId", "eventId", url, body, attempt, "firedAt", "completedAt", "responseStatus", error from (
      select told.creative_id as "creativeId", told.event_id as "eventId", told.url, told.body,
        coalesce(made.attempt, 1) as attempt, coalesce(made.fired_at, told.created_at) as "firedAt",
        made.completed_at as "completedAt", made.response_status as "responseStatus", made.error,
        row_number() over (partition by told.creative_id
          order by coalesce(made.fired_at, told.created_at) desc, told.event_id desc, made.attempt desc) as place
      from task_callbacks told
        left join callback_attempts made on made.customer_id = told.customer_id and made.event_id = told.event_id
      where told.customer_id = ${customerId} and told.storefront_id = ${storefrontId} and told.principal = ${principal}
        and told.creative_id = any(${creativeIds})
    ) fired where place <= ${most}
    order by "creativeId", place`.execute(db);
  return rows;
}
