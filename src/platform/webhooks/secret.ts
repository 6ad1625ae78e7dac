import type { Random } from "../../ground/kernel/random.ts";
import type { SecretPlace } from "../../ground/vault/index.ts";

const PREFIX = "whsec_";
const STANDARD_FORM = /^whsec_(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A secret in the format of Standard Webhooks: `whsec_`, followed by 256 random bits in base64. */
export function newSecret(random: Random): string {
  return PREFIX + Buffer.from(random.bytes(32)).toString("base64");
}

/** Whether receivers' libraries can read it: a secret that begins like a standard one must be a valid standard secret. */
export function isReadable(secret: string): boolean {
  return !secret.startsWith(PREFIX) || STANDARD_FORM.test(secret);
}

/** The key with which Standard Webhooks signs: the decoded bytes of a standard secret, or the bytes of any other secret itself. */
export function signingKeyOf(secret: string): Uint8Array {
  return secret.startsWith(PREFIX)
    ? Buffer.from(secret.slice(PREFIX.length), "base64")
    : new TextEncoder().encode(secret);
}

export function secretPlace(customerId: number, subscriptionId: string): SecretPlace {
  return { customerId, table: "webhook_subscriptions", rowId: subscriptionId, field: "sealed" };
}
