import { sql } from "kysely";
import { type Db, type InstallationDb, type Row, storableJson } from "../../../ground/db/index.ts";
import { stepped } from "../../../ground/kernel/lifecycle.ts";
import type { BuyerOfStorefront } from "../order.ts";
import { holdLife, type ProposalHold } from "./proposal-hold.ts";

/** Returns false if the account already has a live hold of the same proposal. */
export async function insertHold(db: Db, customerId: number, hold: ProposalHold): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("proposal_holds")
    .values({
      customer_id: customerId,
      hold_id: hold.holdId,
      storefront_id: hold.storefrontId,
      principal: hold.principal,
      account: hold.account,
      proposal_id: hold.proposal.proposalId,
      proposal: storableJson(hold.proposal),
      packages: storableJson(hold.packages),
      flight_start: hold.flight?.start ?? null,
      flight_end: hold.flight?.end ?? null,
      status: hold.status,
      idempotency_key: hold.idempotencyKey,
      expires_at: hold.expiresAt,
      created_at: hold.createdAt,
    })
    .onConflict((conflict) =>
      // PostgreSQL can only use this partial index if the query contains its literals.
      conflict
        .columns(["customer_id", "storefront_id", "principal", "proposal_id", "account"])
        .where("status", "in", [sql.lit("asking"), sql.lit("held")])
        .doNothing(),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

type Named = BuyerOfStorefront & { readonly account: string };

/** The newest hold of a proposal that was not released. */
export async function findNewestHold(
  db: Db,
  customerId: number,
  { storefrontId, principal, account }: Named,
  proposalId: string,
): Promise<ProposalHold | undefined> {
  const row = await holds(db, customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("proposal_id", "=", proposalId)
    .where("account", "=", account)
    .where("status", "<>", "released")
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && fromRow(row);
}

/**
 * Locks the hold until the end of the transaction, so that only one buy can take it. Undefined if it belongs to
 * somebody else.
 */
export async function lockHold(
  db: Db,
  customerId: number,
  { storefrontId, principal }: BuyerOfStorefront,
  holdId: string,
): Promise<ProposalHold | undefined> {
  const row = await holds(db, customerId)
    .where("hold_id", "=", holdId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .forUpdate()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function recordHeld(db: Db, customerId: number, holdId: string, expiresAt: Date): Promise<boolean> {
  return move(db, customerId, holdId, "asking", { status: stepped(holdLife, "hold", "asking"), expires_at: expiresAt });
}

export async function recordReleased(db: Db, customerId: number, { holdId, status }: ProposalHold): Promise<boolean> {
  return move(db, customerId, holdId, status, { status: stepped(holdLife, "release", status) });
}

export async function recordBought(db: Db, customerId: number, holdId: string, key: string): Promise<boolean> {
  return move(db, customerId, holdId, "held", { status: stepped(holdLife, "buy", "held"), idempotency_key: key });
}

/** Makes a hold available again if the media buy that took it failed. */
export async function reopenHold(db: Db, customerId: number, holdId: string, key: string): Promise<void> {
  await db
    .updateTable("proposal_holds")
    .set({ status: stepped(holdLife, "give back", "bought"), idempotency_key: null })
    .where("customer_id", "=", customerId)
    .where("hold_id", "=", holdId)
    .where("status", "=", "bought")
    .where("idempotency_key", "=", key)
    .execute();
}

interface Moved {
  readonly status: ProposalHold["status"];
  readonly expires_at?: Date;
  readonly idempotency_key?: string;
}

async function move(db: Db, customerId: number, holdId: string, from: ProposalHold["status"], to: Moved) {
  const { numUpdatedRows } = await db
    .updateTable("proposal_holds")
    .set(to)
    .where("customer_id", "=", customerId)
    .where("hold_id", "=", holdId)
    .where("status", "=", from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteHoldsOfAllCustomers(db: InstallationDb, before: Date): Promise<void> {
  await db.deleteFrom("proposal_holds").where("expires_at", "<", before).execute();
}

function holds(db: Db, customerId: number) {
  return db.selectFrom("proposal_holds").selectAll().where("customer_id", "=", customerId);
}

function fromRow(row: Row<"proposal_holds">): ProposalHold {
  const { flight_start: start, flight_end: end } = row;
  return {
    holdId: row.hold_id,
    storefrontId: row.storefront_id,
    principal: row.principal,
    account: row.account,
    proposal: withDates(row),
    packages: row.packages as unknown as ProposalHold["packages"],
    flight: start && end && { start, end },
    status: row.status as ProposalHold["status"],
    idempotencyKey: row.idempotency_key,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
  };
}

/** JSON has no dates, so the proposal's dates are taken from the row. */
function withDates({ proposal, expires_at, flight_start: start, flight_end: end }: Row<"proposal_holds">) {
  const stored = proposal as unknown as ProposalHold["proposal"];
  const { insertionOrder } = stored;
  return {
    ...stored,
    expiresAt: expires_at,
    ...(insertionOrder && { insertionOrder: { ...insertionOrder, flight: start && end && { start, end } } }),
  };
}
