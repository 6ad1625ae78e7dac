import { sql } from "kysely";
import { type Db, preparedStatement } from "../../../ground/db/index.ts";
import { askAhead, sendAhead } from "../../../ground/db/writing/index.ts";
import { stateBefore, stepped } from "../../../ground/kernel/lifecycle.ts";
import type { Leg } from "../order.ts";
import type { LegStatus } from "./leg.ts";
import { legLife } from "./leg-state.ts";
import type { PackageStatus } from "./match-packages.ts";
import { eventOf, noting, type Settled, settledOf, settling } from "./settled/store.ts";

/** Locks a leg until the transaction ends; returns its order, fence and state. */
export async function lockLeg(
  db: Db,
  customerId: number,
  legId: string,
): Promise<{ orderId: string; fence: number; state: string } | undefined> {
  return locking(db, customerId, legId).executeTakeFirst();
}

/** Locks the leg too; the returned function says later whether the leg is still as it was read. */
export function holdLeg(db: Db, customerId: number, { legId, fence, state }: Leg): () => Promise<boolean> {
  const answer = askAhead(db, holding({ customerId, legId }));
  return async () => {
    const [held] = await answer();
    return held?.fence === fence && held.state === state;
  };
}

function locking(db: Db, customerId: number, legId: string) {
  return db
    .selectFrom("order_legs")
    .select(["order_id as orderId", "fence", "state"])
    .where("customer_id", "=", customerId)
    .where("leg_id", "=", legId)
    .forUpdate();
}

const holding = preparedStatement(
  (db, { customerId, legId }: { readonly customerId: number; readonly legId: string }) =>
    locking(db, customerId, legId),
);

export async function orderIdOfLeg(db: Db, customerId: number, legId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom("order_legs")
    .select("order_id")
    .where("customer_id", "=", customerId)
    .where("leg_id", "=", legId)
    .executeTakeFirst();
  return row?.order_id;
}

/** Marks a leg as being placed; its source may receive it from now on. */
export async function saveAttempt(
  db: Db,
  customerId: number,
  { legId, attempts, fence, leaseUntil, sentAt }: Leg,
): Promise<void> {
  const saving = db
    .updateTable("order_legs")
    .set({ attempts, fence, lease_until: leaseUntil, sent_at: sentAt })
    .where("customer_id", "=", customerId)
    .where("leg_id", "=", legId);
  await sendAhead(db, saving);
}

/** Ends an attempt to which the source gave no answer. */
export async function endAttempt(
  db: Db,
  customerId: number,
  { legId, sentAt }: Leg,
  message: string,
  at: Date,
): Promise<void> {
  await db
    .updateTable("order_legs")
    .set({ message, lease_until: null, sent_at: sentAt, updated_at: at })
    .where("customer_id", "=", customerId)
    .where("leg_id", "=", legId)
    .where("state", "=", "open")
    .execute();
}

/**
 * Records that a source holds a leg's part, and what it said about the packages. This is true whatever the leg's
 * status, and even if the answer is late. Returns false, and writes nothing, if it is not news. The caller has locked
 * the leg since reading it.
 */
export async function settleHeld(
  db: Db,
  customerId: number,
  { legId, state }: Pick<Leg, "legId" | "state">,
  { standing, packages }: { readonly standing: LegStatus; readonly packages: readonly PackageStatus[] },
  at: Date,
): Promise<boolean> {
  if (state === "booked" || !stateBefore(legLife, standing.state).includes(state)) return false;
  const settled = settledOf(customerId, legId, standing, at);
  await sendAhead(db, holdingOn({ ...settled, packages: JSON.stringify(packages) }));
  return true;
}

const holdingOn = preparedStatement(
  (db, settled: Settled & { readonly packages: string }) => sql`
    with parts as (${savingPackages(settled.customerId, settled.packages)}) ${settling(db, settled)}`,
);

/** Records that a leg has failed; only for the current attempt. */
export async function settleLost(
  db: Db,
  customerId: number,
  { legId, sentAt }: Pick<Leg, "legId" | "sentAt">,
  standing: LegStatus,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await settling(db, settledOf(customerId, legId, standing, at))
    .set({ sent_at: sentAt })
    .where("state", "=", "open")
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Records a later statement of a source, unless something newer has been written since the leg was read. */
export async function settleLegAsRead(
  db: Db,
  customerId: number,
  leg: Leg,
  standing: LegStatus,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await settling(db, settledOf(customerId, leg.legId, standing, at))
    .where("state", "=", leg.state)
    .where("updated_at", "=", leg.updatedAt)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Records what people have found out about a leg in doubt. The caller has locked the leg. */
export async function settleByHand(
  db: Db,
  customerId: number,
  { legId }: Pick<Leg, "legId">,
  standing: LegStatus,
  at: Date,
): Promise<void> {
  await settling(db, settledOf(customerId, legId, standing, at))
    .where("state", "=", "failed")
    .execute();
}

/** A leg, and the fence of the job that recovers it. */
export interface OpenedLeg {
  readonly legId: string;
  readonly fence: number;
}

/** Makes the same step for every leg of an order; returns the legs. */
export async function moveLegs(
  db: Db,
  customerId: number,
  orderId: string,
  step: "hold" | "approve",
  at: Date,
): Promise<OpenedLeg[]> {
  const from = step === "hold" ? "open" : "held";
  return db
    .updateTable("order_legs")
    .set({ state: stepped(legLife, step, from), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("state", "=", from)
    .returning(["leg_id as legId", "fence"])
    .execute();
}

/** Records the result for the held legs of an order that no source will receive. */
export async function settleUnsent(
  db: Db,
  customerId: number,
  orderId: string,
  { state, message, errors }: LegStatus,
  at: Date,
): Promise<void> {
  // The history only contains what the source said, so it stays empty.
  await db
    .updateTable("order_legs")
    .set({ state, message, errors: JSON.stringify(errors), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("state", "=", "held")
    .execute();
}

/** Reopens the refused legs of an order as if no source had been asked, because none holds anything. */
export async function reopenLegs(db: Db, customerId: number, orderId: string, at: Date): Promise<OpenedLeg[]> {
  const fresh = { attempts: 0, sent_at: null, message: null, errors: "[]", updated_at: at };
  return db
    .updateTable("order_legs")
    .set({
      ...fresh,
      state: stepped(legLife, "forward again", "rejected"),
      history: noting({ state: "open", sellerStatus: null, event: eventOf({ state: "open", message: null }, at) }),
    })
    .where("customer_id", "=", customerId)
    .where("order_id", "=", orderId)
    .where("state", "=", "rejected")
    .returning(["leg_id as legId", "fence"])
    .execute();
}

/** Anything that a seller does not report about a package stays as it was. */
export async function updatePackages(db: Db, customerId: number, standings: readonly PackageStatus[]): Promise<void> {
  if (standings.length > 0) await sendAhead(db, savingPackages(customerId, JSON.stringify(standings)));
}

function savingPackages(customerId: number, standings: string) {
  return sql`
    update order_packages set
      seller_package_id = said."sellerPackageId",
      budget = coalesce(said.budget, order_packages.budget),
      paused = said.paused,
      -- A canceled package never comes back, and not every seller keeps reporting that it is canceled.
      canceled = order_packages.canceled or said.canceled
    from jsonb_to_recordset(${standings}::jsonb)
      as said("packageId" text, "sellerPackageId" text, budget numeric, paused boolean, canceled boolean)
    where customer_id = ${customerId} and package_id = said."packageId"`;
}
