import type { Context } from "../../ground/kernel/context.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { lockCustomer } from "../customers/index.ts";
import { keyPepperOf, mintKey } from "./api-key.ts";
import { hasHadKey, insertApiKey, type NewApiKey } from "./store.ts";

type KeyIssuerContext = Pick<Context, "db" | "vault" | "random" | "now">;
type Holder = Pick<NewApiKey, "customerId" | "userId">;

/** Creates a key. Returns its id, and the key itself, which is shown only now. */
export async function issueKey(
  { db, vault, random, now }: KeyIssuerContext,
  key: Omit<NewApiKey, "apiKeyId">,
): Promise<{ apiKeyId: string; key: string }> {
  const minted = mintKey(random, keyPepperOf(vault));
  const apiKeyId = newId("apiKey", random);
  await insertApiKey(db, { ...key, apiKeyId }, minted, now);
  return { apiKeyId, key: minted.key };
}

const FIRST = { name: "First key", description: null, readOnly: false, expiresAt: null };

/** The organisation's first key; null if it has one, or has had one. */
export async function issueFirstKey(ctx: KeyIssuerContext, { customerId, userId }: Holder): Promise<string | null> {
  // Otherwise two concurrent requests could both find that there is no key yet.
  await lockCustomer(ctx.db, customerId);
  if (await hasHadKey(ctx.db, customerId)) return null;
  return (await issueKey(ctx, { ...FIRST, customerId, userId })).key;
}

/** The first key of a person who has just become a member. */
export async function issueMembersFirstKey(ctx: KeyIssuerContext, { customerId, userId }: Holder): Promise<string> {
  return (await issueKey(ctx, { ...FIRST, customerId, userId })).key;
}
