import type { Caller } from "../caller.ts";
import { listSubscribers, replaceSubscribers } from "./store.ts";
import type { Subscriber } from "./subscriber.ts";

/** The subscribers of each of the caller's accounts, in the order in which they were named. */
export function readSubscribers(
  { side, ...owner }: Caller,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Subscriber[]>> {
  const { customerId } = side;
  return side.read(({ db, vault }) => listSubscribers(db, vault, { customerId, owner, accountIds }));
}

/** From now on, only these subscribers are notified about an account. */
export function saveSubscribers(
  { side, ...owner }: Caller,
  accountId: string,
  subscribers: readonly Subscriber[],
): Promise<void> {
  const { customerId } = side;
  return side.write(({ db, vault }) => replaceSubscribers(db, vault, { customerId, owner, accountId }, subscribers));
}
