import { sql } from "kysely";
import { type Db, preparedQuery, type Row, type RowChange } from "../../../ground/db/index.ts";
import type { BuyerInstruction, InstructionScope, InstructionWords } from "./buyer-instruction.ts";

/** In the order in which they were created. */
export async function listBuyerInstructions(db: Db, customerId: number): Promise<BuyerInstruction[]> {
  const rows = await instructions(db, customerId).orderBy("buyer_instruction_id").execute();
  return rows.map(fromRow);
}

/** The instructions whose scope includes this operator and this brand, in the order in which they were created. */
export async function listInstructionsFor(
  db: Db,
  customerId: number,
  scope: InstructionScope,
): Promise<BuyerInstruction[]> {
  const rows = await instructionsInScope(db, { ...scope, customerId });
  return rows.map(fromRow);
}

const instructionsInScope = preparedQuery((db, asked: InstructionScope & { readonly customerId: number }) =>
  instructions(db, asked.customerId)
    .where(sql<boolean>`(operator_domain is null or operator_domain = ${asked.operatorDomain})`)
    .where(sql<boolean>`(brand_domain is null or brand_domain = ${asked.brandDomain})`)
    .orderBy("buyer_instruction_id"),
);

export async function findBuyerInstruction(
  db: Db,
  customerId: number,
  id: number,
): Promise<BuyerInstruction | undefined> {
  const row = await instructions(db, customerId).where("buyer_instruction_id", "=", id).executeTakeFirst();
  return row && fromRow(row);
}

/** Undefined if there is already one for this scope. */
export async function insertBuyerInstruction(
  db: Db,
  customerId: number,
  made: Omit<BuyerInstruction, "buyerInstructionId">,
): Promise<BuyerInstruction | undefined> {
  const row = await db
    .insertInto("buyer_instructions")
    .values({
      ...wordColumns(made),
      customer_id: customerId,
      storefront_id: made.storefrontId,
      operator_domain: made.operatorDomain,
      brand_domain: made.brandDomain,
      created_at: made.createdAt,
      updated_at: made.updatedAt,
      created_by: made.createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function updateBuyerInstruction(
  db: Db,
  customerId: number,
  { buyerInstructionId, updatedAt, ...words }: BuyerInstruction,
): Promise<void> {
  await db
    .updateTable("buyer_instructions")
    .set({ ...wordColumns(words), updated_at: updatedAt })
    .where("customer_id", "=", customerId)
    .where("buyer_instruction_id", "=", buyerInstructionId)
    .execute();
}

/** Returns false if there is none. */
export async function deleteBuyerInstruction(db: Db, customerId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("buyer_instructions")
    .where("customer_id", "=", customerId)
    .where("buyer_instruction_id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function instructions(db: Db, customerId: number) {
  return db.selectFrom("buyer_instructions").selectAll().where("customer_id", "=", customerId);
}

function wordColumns({ discountPercent, notes, countries }: InstructionWords) {
  return {
    discount_percent: discountPercent,
    notes,
    countries: countries && [...countries],
  } satisfies RowChange<"buyer_instructions">;
}

function fromRow(row: Row<"buyer_instructions">): BuyerInstruction {
  return {
    buyerInstructionId: row.buyer_instruction_id,
    storefrontId: row.storefront_id,
    operatorDomain: row.operator_domain,
    brandDomain: row.brand_domain,
    discountPercent: row.discount_percent,
    notes: row.notes,
    countries: row.countries,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    createdBy: row.created_by,
  };
}
