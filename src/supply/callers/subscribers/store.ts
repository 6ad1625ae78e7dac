import type { Db, Row } from "../../../ground/db/index.ts";
import type { Vault } from "../../../ground/vault/index.ts";
import type { Caller } from "../caller.ts";
import { type Subscriber, subscriberPlace } from "./subscriber.ts";

type Owner = Omit<Caller, "side">;

interface StoredSubscribers {
  readonly customerId: number;
  readonly owner: Owner;
  readonly accountIds: readonly string[];
}

/** The subscribers of each account, in the order in which they were named. */
export async function listSubscribers(
  db: Db,
  vault: Vault,
  { customerId, owner, accountIds }: StoredSubscribers,
): Promise<Map<string, Subscriber[]>> {
  if (accountIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("account_subscribers")
    .selectAll()
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", owner.storefrontId)
    .where("principal", "=", owner.principal)
    .where("account_id", "in", [...accountIds])
    .orderBy("position")
    .execute();
  const found = [...Map.groupBy(rows, (row) => row.account_id)];
  return new Map(found.map(([accountId, own]) => [accountId, own.map((row) => fromRow(row, vault))]));
}

/** Makes these the account's only subscribers. */
export async function replaceSubscribers(
  db: Db,
  vault: Vault,
  { customerId, owner, accountId }: Omit<StoredSubscribers, "accountIds"> & { readonly accountId: string },
  subscribers: readonly Subscriber[],
): Promise<void> {
  const { storefrontId, principal } = owner;
  await db
    .deleteFrom("account_subscribers")
    .where("customer_id", "=", customerId)
    .where("storefront_id", "=", storefrontId)
    .where("principal", "=", principal)
    .where("account_id", "=", accountId)
    .execute();
  if (subscribers.length === 0) return;
  const values = subscribers.map(({ subscriberId, url, eventTypes, isActive, isProven, authentication }, position) => {
    const place = subscriberPlace(customerId, accountId, subscriberId);
    return {
      customer_id: customerId,
      storefront_id: storefrontId,
      principal,
      account_id: accountId,
      subscriber_id: subscriberId,
      position,
      url,
      event_types: JSON.stringify(eventTypes),
      is_active: isActive,
      is_proven: isProven,
      sealed: authentication ? vault.seal(JSON.stringify(authentication), place) : null,
    };
  });
  await db.insertInto("account_subscribers").values(values).execute();
}

function fromRow(row: Row<"account_subscribers">, vault: Vault): Subscriber {
  const place = subscriberPlace(row.customer_id, row.account_id, row.subscriber_id);
  return {
    subscriberId: row.subscriber_id,
    url: row.url,
    eventTypes: row.event_types as readonly string[],
    isActive: row.is_active,
    isProven: row.is_proven,
    authentication: row.sealed === null ? undefined : JSON.parse(vault.open(row.sealed, place)),
  };
}
