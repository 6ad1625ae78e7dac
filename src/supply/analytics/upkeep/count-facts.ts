import { z } from "zod";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { type Agenda, type Due, step } from "../../../ground/kernel/step.ts";
import { findBuy } from "../buys/store.ts";
import { countEvents } from "../recording/count-events.ts";
import type { Shop } from "../recording/shop.ts";
import { holdStorefront } from "../recording/store.ts";
import { addSomeRuns } from "./add-waiting-runs.ts";
import {
  findDueShop,
  findReportingCurrency,
  listDueShopsOfAllCustomers,
  listWaitingEvents,
  markCounted,
  setDue,
  showAnew,
} from "./store.ts";
import { uncountSome } from "./uncount-store.ts";

const BUYS_AT_ONCE = 50;

/** Counts some of the waiting facts: first all runs, then their outcomes. If any are left, another step continues. */
export const countFacts = step({
  name: "analytics.take-in",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  async handle({ customerId, storefrontId }, ctx) {
    const shop = { customerId, storefrontId };
    await holdStorefront(ctx.db, shop);
    const some =
      (await uncountSome(ctx.db, shop)) || (await countNewRuns(ctx, shop)) || (await countNewEvents(ctx, shop));
    await setDue(ctx.db, shop, some ? wallOf(ctx) : null);
    if (some) await ctx.enqueue(countFacts, shop, { key: `analytics.take-in ${storefrontId}` });
  },
});

async function countNewRuns({ db }: Context, shop: Shop): Promise<boolean> {
  const runIds = await addSomeRuns(db, shop);
  if (runIds.length > 0) await showAnew(db, shop, runIds);
  return runIds.length > 0;
}

async function countNewEvents({ db }: Context, shop: Shop): Promise<boolean> {
  const waiting = await listWaitingEvents(db, shop, BUYS_AT_ONCE);
  if (waiting.length === 0) return false;
  const reportingCurrency = (await findReportingCurrency(db, shop)) ?? "USD";
  const byBuy = Map.groupBy(waiting, ({ mediaBuyId }) => mediaBuyId);
  await markCounted(db, shop, [...byBuy.keys()]);
  for (const [mediaBuyId, events] of byBuy) {
    const before = await findBuy(db, shop, mediaBuyId);
    await countEvents(db, { ...shop, reportingCurrency }, mediaBuyId, { fresh: events, before });
  }
  return true;
}

/** Due as long as there are facts to count. */
export const analyticsAgenda: Agenda = {
  async next(db, customerId, until) {
    const due = await findDueShop(db, customerId, until);
    return due && dueOf(due);
  },
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueShopsOfAllCustomers(db, wall, limit);
    return due.map(dueOf);
  },
};

function dueOf({ customerId, storefrontId, dueAt }: Shop & { readonly dueAt: Date }): Due {
  const input = { customerId, storefrontId };
  return { at: dueAt, step: countFacts, input, subject: `analytics of storefront ${storefrontId}` };
}
