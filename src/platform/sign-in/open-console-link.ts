import { after, HOUR_MS } from "../../ground/kernel/clock.ts";
import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { newToken } from "../../ground/vault/index.ts";
import { findFirstMemberOfAnyCustomer, insertMailLink } from "./store.ts";

/** The path at which the consoles of a sandbox are opened. */
export const CONSOLE_LINK_PATH = "/sandbox/enter";
const LIFE_MS = 12 * HOUR_MS;

/**
 * A link that signs in the first member of a sandbox organisation, once and without mail, for the person who started the sandbox and reads
 * the link there. Throws outside a sandbox.
 */
export async function openConsoleLink(
  ctx: Pick<Context, "db" | "reach" | "random" | "now" | "installation">,
  customerId: number,
): Promise<string> {
  const { db, random, now, installation } = ctx;
  if (!installation.sandbox) throw new Error("these links only work in a sandbox");
  const member = await findFirstMemberOfAnyCustomer(installationDb(ctx), customerId);
  if (!member) throw new Error(`organisation ${customerId} has no members`);
  const { token, hash } = newToken(random);
  await insertMailLink(db, { ...member, purpose: "sign_in" }, hash, now, after(now, LIFE_MS));
  return `${installation.publicUrl}${CONSOLE_LINK_PATH}?token=${token}`;
}
