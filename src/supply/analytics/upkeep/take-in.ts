import { z } from "zod";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { type Agenda, type Due, step } from "../../../ground/kernel/step.ts";
import { isEligible } from "../attribution/attribute.ts";
import { detectAsks } from "../detection/detect-asks.ts";
import { LEXICON } from "../detection/lexicon.ts";
import type { RefineEntry } from "../facts/fact.ts";
import { cellOf } from "../payload/totals.ts";
import { countEvents } from "../recording/count-events.ts";
import type { Shop } from "../recording/shop.ts";
import { lockStorefront } from "../recording/store.ts";
import { addToRollups } from "../rollups/add-to-rollups.ts";
import { addProducts } from "../rollups/store.ts";
import {
  findDueShop,
  findReportingCurrency,
  listDueShopsOfAllCustomers,
  listWaitingEvents,
  listWaitingRuns,
  markCounted,
  markRolled,
  setDue,
  type WaitingRun,
} from "./store.ts";

const RUNS_AT_ONCE = 500;
const BUYS_AT_ONCE = 50;

/** Counts some of the facts that wait: all runs first, then what became of them. Another step goes on where there are more. */
export const takeIn = step({
  name: "analytics.take-in",
  input: z.object({ customerId: z.int(), storefrontId: z.int() }),
  async handle({ customerId, storefrontId }, ctx) {
    const shop = { customerId, storefrontId };
    await lockStorefront(ctx.db, shop);
    const some = (await takeInRuns(ctx, shop)) || (await takeInEvents(ctx, shop));
    await setDue(ctx.db, shop, some ? wallOf(ctx) : null);
    if (some) await ctx.enqueue(takeIn, shop, { key: `analytics.take-in ${storefrontId}` });
  },
});

async function takeInRuns({ db }: Context, shop: Shop): Promise<boolean> {
  const waiting = await listWaitingRuns(db, shop, RUNS_AT_ONCE);
  if (waiting.length === 0) return false;
  const read = waiting.map((row) => ({ ...row, run: row.asked ? { ...row.run, ...detectionOf(row) } : row.run }));
  const detected = read.filter(({ asked }) => asked !== null).map(({ run }) => run);
  await markRolled(
    db,
    shop,
    read.map(({ run }) => run.id),
    detected.map(({ id, ...run }) => ({ id, ...pickDetection(run) })),
    LEXICON.version,
  );
  const shown = read.filter(({ run }) => isEligible(run));
  await addToRollups(
    db,
    shop,
    shown.map(({ run, outcome }) => cellOf(run, outcome)),
  );
  await addProducts(
    db,
    shop,
    shown.map(({ run }) => ({ products: run.shown, at: run.createdAt })),
  );
  return true;
}

function pickDetection({ requestAskCount, productAskCount, proposalAskCount, ...had }: ReturnType<typeof detectAsks>) {
  const { hadPriceObjection, hadPackagingAsk } = had;
  return { requestAskCount, productAskCount, proposalAskCount, hadPriceObjection, hadPackagingAsk };
}

function detectionOf({ run, asked }: WaitingRun) {
  const refine = (asked?.requestAsks ?? []).map(entryIn);
  return detectAsks({ buyingMode: run.buyingMode, brief: asked?.brief, refine });
}

/** A run of before tells its refinements in text: `omit main:homepage`, with what was asked in words behind it. */
function entryIn(reported: string): RefineEntry {
  const [, action, ask] = /^(include|omit|more_like_this|finalize) \S+(?:: (.*))?$/s.exec(reported) ?? [];
  if (action === undefined) return { scope: "request", ask: reported };
  return { scope: action === "finalize" ? "proposal" : "product", action, ask };
}

async function takeInEvents({ db }: Context, shop: Shop): Promise<boolean> {
  const waiting = await listWaitingEvents(db, shop, BUYS_AT_ONCE);
  if (waiting.length === 0) return false;
  const reportingCurrency = await findReportingCurrency(db, shop);
  const byBuy = Map.groupBy(waiting, ({ mediaBuyId }) => mediaBuyId);
  await markCounted(db, shop, [...byBuy.keys()]);
  for (const [mediaBuyId, events] of byBuy) await countEvents(db, { ...shop, reportingCurrency }, mediaBuyId, events);
  return true;
}

/** Due as long as there is something to count. */
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
  return { at: dueAt, step: takeIn, input, subject: `analytics of storefront ${storefrontId}` };
}
