import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { Conflict, Invalid } from "../../ground/kernel/errors.ts";
import { getOwnStorefront, lockOwnStorefront, type Storefront } from "../storefronts/index.ts";
import { checkPublishers } from "./check-publishers.ts";
import { namedByAgents } from "./named-by-agents.ts";
import { type Publisher, withDiscovered } from "./publisher.ts";
import { declarePublishers, deletePublisher, dropDeclaredBut, listPublishers, makeAllDue } from "./store.ts";

/** The maximum for one call, which also limits single additions. */
const MOST_DECLARED = 5_000;

/** The publishers for which the viewer's storefront sells, by domain. */
export async function readPublishers(ctx: Context): Promise<Publisher[]> {
  return publishersOf(ctx, await getOwnStorefront(ctx));
}

export async function replacePublishers(ctx: Context, domains: readonly string[]): Promise<Publisher[]> {
  const storefront = await lockOwnStorefront(ctx);
  await dropDeclaredBut(ctx.db, storefront.customerId, domains);
  return declare(ctx, storefront, domains);
}

export async function addPublisher(ctx: Context, domain: string): Promise<Publisher[]> {
  const storefront = await lockOwnStorefront(ctx);
  const known = await listPublishers(ctx.db, storefront.customerId);
  const declared = known.filter(({ provenance }) => provenance === "declared");
  if (declared.length >= MOST_DECLARED && !declared.some((publisher) => publisher.domain === domain))
    throw new Invalid(`domain: ${MOST_DECLARED} publishers are declared, which is the maximum: remove one first`, {
      field: "domain",
    });
  return declare(ctx, storefront, [domain]);
}

/** A publisher that is not in the list counts as removed. */
export async function removePublisher(ctx: Context, domain: string): Promise<void> {
  const storefront = await lockOwnStorefront(ctx);
  const publisher = (await publishersOf(ctx, storefront)).find((known) => known.domain === domain);
  if (!publisher) return;
  if (publisher.provenance !== "declared")
    throw new Conflict(
      `${domain} was not declared by you: an agent behind one of your sources says that it sells for it`,
    );
  await deletePublisher(ctx.db, storefront.customerId, domain);
}

/** Checks every publisher again; the results are in the list a moment later. */
export async function recheckPublishers(ctx: Context): Promise<Publisher[]> {
  const storefront = await lockOwnStorefront(ctx);
  await makeAllDue(ctx.db, storefront.customerId, wallOf(ctx));
  await ctx.enqueue(checkPublishers, { customerId: storefront.customerId });
  return publishersOf(ctx, storefront);
}

async function declare(ctx: Context, storefront: Storefront, domains: readonly string[]): Promise<Publisher[]> {
  const { customerId, storefrontId } = storefront;
  await declarePublishers(ctx.db, customerId, storefrontId, domains, { at: ctx.now, wall: wallOf(ctx) });
  await ctx.enqueue(checkPublishers, { customerId });
  return publishersOf(ctx, storefront);
}

async function publishersOf({ db }: Context, { customerId, storefrontId }: Storefront): Promise<Publisher[]> {
  const kept = await listPublishers(db, customerId);
  return withDiscovered(kept, await namedByAgents(db, customerId, storefrontId));
}
