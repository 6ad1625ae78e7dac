import type { Db, InstallationDb } from "../../ground/db/index.ts";
import type { CustomerKind, MemberRole, Viewer } from "../../ground/kernel/viewer.ts";
import type { MintedKey } from "./api-key.ts";

export interface NewApiKey {
  readonly customerId: number;
  readonly apiKeyId: string;
  readonly userId: number;
  readonly name: string;
  readonly readOnly: boolean;
  readonly expiresAt: Date | null;
}

export async function insertApiKey(
  db: Db,
  key: NewApiKey,
  { clientId, secretHash }: MintedKey,
  at: Date,
): Promise<void> {
  await db
    .insertInto("api_keys")
    .values({
      customer_id: key.customerId,
      api_key_id: key.apiKeyId,
      user_id: key.userId,
      name: key.name,
      client_id: clientId,
      secret_hash: secretHash,
      read_only: key.readOnly,
      expires_at: key.expiresAt,
      created_at: at,
    })
    .execute();
}

export async function revokeApiKey(db: Db, customerId: number, apiKeyId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("api_keys")
    .set({ revoked_at: at })
    .where("customer_id", "=", customerId)
    .where("api_key_id", "=", apiKeyId)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whoever holds the key, or nobody: unknown, revoked, expired and no longer a member are one answer. */
export async function findHolderOfAnyCustomer(
  db: InstallationDb,
  secretHash: string,
  termsVersion: string,
  now: Date,
): Promise<Viewer | undefined> {
  const row = await holders(db)
    .where("api_keys.secret_hash", "=", secretHash)
    .where("api_keys.revoked_at", "is", null)
    .where((keys) => keys.or([keys("api_keys.expires_at", "is", null), keys("api_keys.expires_at", ">", now)]))
    .executeTakeFirst();
  return row && viewerFrom(row, termsVersion);
}

function holders(db: InstallationDb) {
  return db
    .selectFrom("api_keys")
    .innerJoin("members", (on) =>
      on.onRef("members.customer_id", "=", "api_keys.customer_id").onRef("members.user_id", "=", "api_keys.user_id"),
    )
    .innerJoin("users", "users.user_id", "api_keys.user_id")
    .innerJoin("customers", "customers.customer_id", "api_keys.customer_id")
    .leftJoin("customers as parent", "parent.customer_id", "customers.parent_id")
    .leftJoin("sponsorships", (on) =>
      on.onRef("sponsorships.customer_id", "=", "customers.customer_id").on("sponsorships.walled", "=", true),
    )
    .select([
      "customers.customer_id",
      "customers.kind",
      "customers.sandbox",
      "customers.clock_offset_ms",
      "customers.terms_version",
      "parent.terms_version as parent_terms_version",
      "users.user_id",
      "users.email",
      "members.role",
      "api_keys.read_only",
      "sponsorships.storefront_id",
      "sponsorships.status as sponsorship_status",
    ]);
}

type HolderRow = Awaited<ReturnType<ReturnType<typeof holders>["executeTakeFirstOrThrow"]>>;

function viewerFrom(row: HolderRow, termsVersion: string): Viewer {
  return {
    customerId: row.customer_id,
    customerKind: row.kind as CustomerKind,
    userId: row.user_id,
    email: row.email,
    role: row.role as MemberRole,
    readOnly: row.read_only,
    // A child organisation stands under its parent's contract (storefront contract §1.7).
    termsAccepted: row.terms_version === termsVersion || row.parent_terms_version === termsVersion,
    clockOffsetMs: row.clock_offset_ms,
    sandbox: row.sandbox,
    ...(row.storefront_id !== null && {
      storefrontId: row.storefront_id,
      sponsorshipStatus: row.sponsorship_status as NonNullable<Viewer["sponsorshipStatus"]>,
    }),
  };
}
