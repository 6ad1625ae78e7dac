import type { Context } from "../../ground/kernel/context.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { lockCustomer } from "../customers/index.ts";
import { keyPepperOf, mintKey } from "./api-key.ts";
import { hasHadKey, insertApiKey } from "./store.ts";

/** The organisation's first API key, which is told here and never again; null where it has one, or has had one. */
export async function issueFirstKey(
  { db, vault, random, now }: Pick<Context, "db" | "vault" | "random" | "now">,
  { customerId, userId }: { readonly customerId: number; readonly userId: number },
): Promise<string | null> {
  // Two that ask at once must not both find that there is none.
  await lockCustomer(db, customerId);
  if (await hasHadKey(db, customerId)) return null;
  const minted = mintKey(random, keyPepperOf(vault));
  const apiKeyId = newId("apiKey", random);
  const key = { customerId, apiKeyId, userId, name: "First key", readOnly: false, expiresAt: null };
  await insertApiKey(db, key, minted, now);
  return minted.key;
}
