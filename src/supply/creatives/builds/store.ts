import { type Db, type Row, storableJson } from "../../../ground/db/index.ts";
import type { Build } from "./build.ts";

type Owner = Pick<Build, "storefrontId" | "principal">;

/** A concurrent order with the same key waits here. Returns false if the key is already used. */
export async function insertBuild(db: Db, build: Build): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("creative_builds")
    .values({
      customer_id: build.customerId,
      build_id: build.buildId,
      storefront_id: build.storefrontId,
      principal: build.principal,
      idempotency_key: build.idempotencyKey,
      inventory_source_id: build.inventorySourceId,
      request: storableJson(build.request),
      status: build.status,
      outcome: build.outcome && storableJson(build.outcome),
      created_at: build.createdAt,
      updated_at: build.updatedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(["customer_id", "storefront_id", "principal", "idempotency_key"]).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findBuildByKey(
  db: Db,
  customerId: number,
  owner: Owner,
  key: string,
): Promise<Build | undefined> {
  const row = await ofOwner(db, customerId, owner).where("idempotency_key", "=", key).executeTakeFirst();
  return row && fromRow(row);
}

export async function findBuild(db: Db, customerId: number, owner: Owner, buildId: string): Promise<Build | undefined> {
  const row = await ofOwner(db, customerId, owner).where("build_id", "=", buildId).executeTakeFirst();
  return row && fromRow(row);
}

/** Stores the end of a build, unless it is already stored: a build ends only once. */
export async function saveEnd(db: Db, { customerId, buildId, status, outcome }: Build, at: Date): Promise<void> {
  await db
    .updateTable("creative_builds")
    .set({ status, outcome: outcome && storableJson(outcome), updated_at: at })
    .where("customer_id", "=", customerId)
    .where("build_id", "=", buildId)
    .where("status", "=", "open")
    .execute();
}

export async function deleteBuild(db: Db, { customerId, buildId }: Build): Promise<void> {
  await db
    .deleteFrom("creative_builds")
    .where("customer_id", "=", customerId)
    .where("build_id", "=", buildId)
    .where("status", "=", "open")
    .execute();
}

function ofOwner(db: Db, customerId: number, { storefrontId, principal }: Owner) {
  return db
    .selectFrom("creative_builds")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal);
}

function fromRow(row: Row<"creative_builds">): Build {
  return {
    customerId: row.customer_id,
    buildId: row.build_id,
    storefrontId: row.storefront_id,
    principal: row.principal,
    idempotencyKey: row.idempotency_key,
    inventorySourceId: row.inventory_source_id,
    request: row.request as unknown as Build["request"],
    status: row.status as Build["status"],
    outcome: row.outcome as unknown as Build["outcome"],
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
