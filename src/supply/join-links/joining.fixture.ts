import { randomBytes } from "node:crypto";
import { newestMailTo } from "../../../test/mailbox.ts";
import type { Caller, Reply, World } from "../../../test/world.ts";

/** A seller with a storefront, with everything needed to join it. */
export interface Host {
  readonly seller: Caller;
  readonly storefrontId: number;
  readonly name: string;
  mint(body?: Record<string, unknown>): Promise<Reply>;
}

export async function openHost(world: World, { sandbox = false } = {}): Promise<Host> {
  const seller = await world.caller("SELLER", { sandbox });
  const name = `Host ${randomBytes(4).toString("hex")}`;
  const { data } = await seller.post("/storefront", { name, defaultCurrency: "EUR", operatorDomain: "host.example" });
  const storefrontId = Number(data.storefrontId);
  return {
    seller,
    storefrontId,
    name,
    mint: (body = {}) => seller.post("/storefront/join-links", { storefrontId, ...body }),
  };
}

export function someEmail(): string {
  return `ann.${randomBytes(6).toString("hex")}@brand.example`;
}

export function join(world: World, slug: string, body: Record<string, unknown> = {}): Promise<Reply> {
  return world.anonymous("POST", `/storefront/join/${slug}/signup`, {
    companyName: "Brand GmbH",
    email: someEmail(),
    acceptTerms: true,
    ...body,
  });
}

/** Opens the newest link that was mailed to this address. */
export async function confirm(world: World, email: string): Promise<Reply> {
  return open(world, (await newestMailTo(world, email))?.token);
}

export function open(world: World, token: string | undefined): Promise<Reply> {
  return world.anonymous("POST", "/storefront/join/confirm", { token });
}

/** The purpose of the newest link that was created for this address. */
export async function purposeFor(world: World, email: string): Promise<string | undefined> {
  const newest = await world.database.readInstallation((db) =>
    db
      .selectFrom("mail_links")
      .innerJoin("users", "users.user_id", "mail_links.user_id")
      .select("purpose")
      .where("email", "=", email)
      .orderBy("mail_links.created_at", "desc")
      .executeTakeFirst(),
  );
  return newest?.purpose;
}

/** Joins by the link, and confirms the address. */
export async function joinAs(
  world: World,
  slug: string,
): Promise<{ email: string; customerId: number; key: string | null }> {
  const email = someEmail();
  const asked = await join(world, slug, { email });
  if (asked.status !== 201) throw new Error(`not let in: ${JSON.stringify(asked.error)}`);
  const { data } = await confirm(world, email);
  return { email, customerId: data.buyerCustomerId, key: data.apiKey };
}
