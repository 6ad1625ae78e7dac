import { sql } from "kysely";
import { type InstallationDb, preparedQuery } from "../../../ground/db/index.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import { type Seat, selectOrganisationsOfAnyCustomer, viewerFrom } from "../../customers/index.ts";

export interface Holder {
  readonly viewer: Viewer;
  /** The holder belongs to several organisations, or may enter any, so the key may act for another one at any time. */
  readonly mayMove: boolean;
}

/**
 * The key's holder, or nobody: the answer is the same for a key that is unknown, revoked or expired, and for one whose holder is no longer
 * a member. The key acts for the organisation to which its holder has switched as long as they are a member there, and otherwise for its
 * own.
 */
export async function findHolderOfAnyCustomer(
  db: InstallationDb,
  secretHash: string,
  termsVersion: string,
  now: Date,
): Promise<Holder | undefined> {
  const [row] = await holderOfKey(db, { secretHash, now });
  if (!row) return undefined;
  const viewer = viewerFrom(row, termsVersion, { readOnly: row.read_only });
  return {
    viewer: { ...viewer, key: { customerId: row.own_id, apiKeyId: row.api_key_id } },
    mayMove: row.may_move,
  };
}

const holderOfKey = preparedQuery(
  (db: InstallationDb, asked: { readonly secretHash: string; readonly now: Date }) =>
    selectOrganisationsOfAnyCustomer(db)
      .innerJoin("api_keys", (on) => on.onTrue())
      .innerJoin("users", "users.user_id", "api_keys.user_id")
      .innerJoin("members as home", (on) =>
        on.onRef("home.customer_id", "=", "api_keys.customer_id").onRef("home.user_id", "=", "api_keys.user_id"),
      )
      .leftJoin("members as seat", (on) =>
        on.onRef("seat.customer_id", "=", "api_keys.acting_for").onRef("seat.user_id", "=", "api_keys.user_id"),
      )
      .select(["users.user_id", "users.email", "api_keys.read_only", "api_keys.api_key_id"])
      .select([
        "api_keys.customer_id as own_id",
        sql<string>`coalesce(seat.role, home.role)`.as("role"),
        sql<boolean>`home.role = 'SUPER_ADMIN' or
        (select count(*) from members where members.user_id = api_keys.user_id) > 1`.as("may_move"),
      ])
      .where("api_keys.secret_hash", "=", asked.secretHash)
      .where("api_keys.revoked_at", "is", null)
      .where((keys) => keys.or([keys("api_keys.expires_at", "is", null), keys("api_keys.expires_at", ">", asked.now)]))
      .where(
        sql<boolean>`customers.customer_id = case
        when api_keys.acting_for is not null and (seat.user_id is not null or home.role = 'SUPER_ADMIN') then api_keys.acting_for
        else api_keys.customer_id end`,
      ),
  { once: true },
);

export interface KeyMove {
  readonly customerId: number;
  readonly apiKeyId: string;
  /** The organisation for which the key should act. */
  readonly targetId: number;
}

/**
 * Makes the key act for another organisation, with its holder's role there. Undefined if the organisation does not exist, or the holder is
 * not a member.
 */
export async function moveKeyOfAnyCustomer(
  db: InstallationDb,
  { customerId, apiKeyId, targetId }: KeyMove,
): Promise<Seat | undefined> {
  const { rows } = await sql<Seat>`
    update api_keys set acting_for = nullif(target.customer_id, api_keys.customer_id)
    from customers target, members home, members seat
    where api_keys.customer_id = ${customerId} and api_keys.api_key_id = ${apiKeyId}
      and target.customer_id = ${targetId}
      and home.customer_id = api_keys.customer_id and home.user_id = api_keys.user_id
      and seat.user_id = api_keys.user_id
      and seat.customer_id = case
        when home.role <> 'SUPER_ADMIN' or exists (
          select from members where customer_id = target.customer_id and user_id = api_keys.user_id
        ) then target.customer_id else home.customer_id end
    returning target.customer_id as "customerId", target.company, seat.role`.execute(db);
  return rows[0];
}
