import { isDeepStrictEqual } from "node:util";
import type { SecretPlace } from "../../../ground/vault/index.ts";
import type { CallbackSecrets } from "../callbacks/callback.ts";

/** What befalls an account that a caller can be told of (AdCP 3.1, notification-type). */
export const ACCOUNT_EVENTS = ["creative.status_changed", "creative.purged"] as const;

/** Where a caller wants to hear what befalls the creatives of an account. */
export interface Subscriber {
  /** The caller's own name for it. */
  readonly subscriberId: string;
  readonly url: string;
  readonly eventTypes: readonly string[];
  /** One that is not active is kept, and told nothing. */
  readonly isActive: boolean;
  readonly authentication: CallbackSecrets["authentication"];
  /** Whoever answers there has shown that it wants to hear. */
  readonly isProven: boolean;
}

export function subscriberPlace(customerId: number, accountId: string, subscriberId: string): SecretPlace {
  return { customerId, table: "account_subscribers", rowId: `${accountId} ${subscriberId}`, field: "sealed" };
}

/** What was shown of a place holds as long as it is the same place, and is told in the same way. */
export function provenAs(wanted: Subscriber, known: readonly Subscriber[]): Subscriber {
  const before = known.find(({ subscriberId }) => subscriberId === wanted.subscriberId);
  const isSame = before !== undefined && isDeepStrictEqual(proofOf(before), proofOf(wanted));
  return { ...wanted, isProven: isSame && before.isProven };
}

/** What is asked with the challenge (AdCP 3.1, Activation proof): whoever changes any of it shows anew that it wants to hear. */
function proofOf({ url, authentication, eventTypes }: Subscriber) {
  return { url, authentication, eventTypes: [...new Set(eventTypes)].toSorted() };
}
