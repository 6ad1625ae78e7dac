import { isDeepStrictEqual } from "node:util";
import type { SecretPlace } from "../../../ground/vault/index.ts";
import type { CallbackSecrets } from "../callbacks/callback.ts";

/** Events of an account about which a caller can be notified (AdCP 3.1, notification-type). */
export const ACCOUNT_EVENTS = ["creative.status_changed", "creative.purged"] as const;

/** A URL at which a caller wants to be notified about the creatives of an account. */
export interface Subscriber {
  /** The caller's own id for it. */
  readonly subscriberId: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  /** An inactive subscriber is stored but not notified. */
  readonly isActive: boolean;
  readonly authentication: CallbackSecrets["authentication"];
  /** Whether its receiver has proved that it wants the notifications. */
  readonly isProven: boolean;
}

export function subscriberPlace(customerId: number, accountId: string, subscriberId: string): SecretPlace {
  return { customerId, table: "account_subscribers", rowId: `${accountId} ${subscriberId}`, field: "sealed" };
}

/** A proof stays valid as long as what it covers is unchanged. */
export function provenAs(wanted: Subscriber, known: readonly Subscriber[]): Subscriber {
  const before = known.find(({ subscriberId }) => subscriberId === wanted.subscriberId);
  const isSame = before !== undefined && isDeepStrictEqual(proofOf(before), proofOf(wanted));
  return { ...wanted, isProven: isSame && before.isProven };
}

/**
 * What the challenge covers (AdCP 3.1, Activation proof): if any of it changes, the receiver has to prove again that it
 * wants the notifications.
 */
function proofOf({ url, authentication, eventTypes }: Subscriber) {
  return { url, authentication, eventTypes: [...new Set(eventTypes)].toSorted() };
}
