import type { output } from "zod";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid } from "../../../ground/kernel/errors.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import type { SigningKey } from "../../../ground/signatures/index.ts";
import { lockOwnStorefront } from "../../storefronts/index.ts";
import { type CallerKey, mintCallerKey } from "./caller-key.ts";
import type { NewCallerKeyBody } from "./schema.ts";
import { findSigningKeyIds, insertCallerKey } from "./store.ts";

const LONGEST_MS = 366 * DAY_MS;

/** Creates a key to the seller's own storefront, and returns it with its secret, which cannot be shown again later. */
export async function issueCallerKey(
  ctx: Context,
  { name, operatorDomain, brandDomain, sandbox, expiresAt, signing, agentBilling }: output<typeof NewCallerKeyBody>,
): Promise<{ callerKey: CallerKey; key: string }> {
  const { db, viewer, random, vault } = ctx;
  const { customerId } = viewer;
  // Locked, so that of two concurrent requests with the same key id the second is refused.
  const { storefrontId } = await lockOwnStorefront(ctx);
  const wall = wallOf(ctx);
  const until = expiresAt === undefined ? null : expiryOf(expiresAt, wall);
  const signingKeys = byKeyId(signing?.jwks.keys ?? []);
  const [taken] = await findSigningKeyIds(db, customerId, Object.keys(signingKeys));
  if (taken !== undefined)
    throw new Conflict(`signing.jwks: another key already uses the key id ${taken}: revoke that one first`, {
      field: "signing.jwks",
    });
  const minted = mintCallerKey(random, vault);
  const callerKey: CallerKey = {
    callerKeyId: newId("callerKey", random),
    storefrontId,
    name,
    operatorDomain,
    brandDomain: brandDomain ?? null,
    sandbox,
    clientId: minted.clientId,
    signingKeys,
    signingRequired: signing?.required ?? false,
    agentBilling,
    expiresAt: until,
    createdAt: wall,
  };
  await insertCallerKey(db, customerId, callerKey, minted);
  return { callerKey, key: minted.key };
}

function byKeyId(keys: readonly SigningKey[]): CallerKey["signingKeys"] {
  const named = new Map(keys.map((key) => [key.kid, key]));
  if (named.size < keys.length)
    throw new Invalid("signing.jwks: two keys have the same kid: give each its own", { field: "signing.jwks" });
  return Object.fromEntries(named);
}

function expiryOf(text: string, wall: Date): Date {
  const at = new Date(text);
  if (at <= wall || at > after(wall, LONGEST_MS))
    throw new Invalid("expiresAt: must be in the future and within a year", { field: "expiresAt" });
  return at;
}
