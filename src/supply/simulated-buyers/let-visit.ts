import { createHash } from "node:crypto";
import { z } from "zod";
import { after, DAY_MS, dayOf } from "../../ground/kernel/clock.ts";
import type { CallContext } from "../../ground/kernel/context.ts";
import { type Agenda, type Due, step } from "../../ground/kernel/step.ts";
import type { SellerAgent, SellerCall } from "../../ground/seller-agent/index.ts";
import { getOwnStorefront } from "../storefronts/index.ts";
import type { SimulatedBuyer } from "./persona.ts";
import { budgetOf, buyOf, cheapestOf, decides, personaOf, type VisitDecisions } from "./plan-visit.ts";
import { findVisitors, listDueVisitsOfAllCustomers, listRunningBuys, saveVisitors, type Visitors } from "./store.ts";

/** No other system names its buyers so. */
const PREFIX = "simulated:";
/** For how long after its flight a buy is still asked for its delivery. */
const LATE_REPORTS_MS = 3 * DAY_MS;

interface BuyerVisit {
  readonly visitors: Visitors;
  readonly platformId: string;
  readonly running: readonly { readonly mediaBuyId: string; readonly principal: string }[];
}

/** One simulated buyer asks, may object, may book, and requests the delivery of its earlier buys. */
export const letVisit = step({
  name: "simulated-buyers.visit",
  input: z.object({ customerId: z.int() }),
  attempts: 1,

  async claim({ customerId }, ctx): Promise<BuyerVisit | undefined> {
    const { db, now } = ctx;
    const visitors = await findVisitors(db, customerId);
    if (!visitors || visitors.nextAt > now || !ctx.viewer.sandbox) return undefined;
    await saveVisitors(db, { ...visitors, visits: visitors.visits + 1, nextAt: nextAfter(visitors) });
    const { platformId } = await getOwnStorefront(ctx);
    const running = await listRunningBuys(db, customerId, PREFIX, after(now, -LATE_REPORTS_MS));
    return { visitors, platformId, running };
  },

  async call({ visitors, platformId, running }, out): Promise<void> {
    const dice = visitDecisionsOf(visitors);
    const persona = personaOf(dice);
    const buyer = await enter(out, platformId, persona);
    if (!buyer) return;
    await bargain(buyer.agent, callOf(persona, out), { persona, dice, out, visits: visitors.visits });
    const own = running
      .filter(({ principal }) => principal === principalOf(persona))
      .map(({ mediaBuyId }) => mediaBuyId);
    for (const mediaBuyId of own) await askForDelivery(buyer.agent, callOf(persona, out), mediaBuyId);
  },

  settle: async () => undefined,
});

function nextAfter({ nextAt, perDay }: Visitors): Date {
  return after(nextAt, Math.floor(DAY_MS / perDay));
}

/** The same number for the same visit and question, whoever asks and whenever. */
function visitDecisionsOf({ seed, visits }: Visitors): VisitDecisions {
  return {
    roll: (question) => createHash("sha256").update(`${seed} ${visits} ${question}`).digest().readUInt32BE(0) / 2 ** 32,
  };
}

function principalOf({ brandDomain }: SimulatedBuyer): string {
  return PREFIX + brandDomain;
}

/** Undefined where the storefront is not on the market. */
function enter({ sellers, requestId }: CallContext, platformId: string, persona: SimulatedBuyer) {
  return sellers.findForStranger({ platformId, principal: principalOf(persona) }, requestId);
}

function callOf(
  { name, operatorDomain, brandDomain }: SimulatedBuyer,
  { now, requestId, installation }: CallContext,
): SellerCall {
  const buyer = { customerId: null, name, operatorDomain, brandDomain, sandbox: true };
  return { buyer, now, requestId, timeoutMs: installation.sellerTimeoutMs };
}

interface NegotiatedOffer {
  readonly persona: SimulatedBuyer;
  readonly dice: VisitDecisions;
  readonly out: CallContext;
  readonly visits: number;
}

async function bargain(
  agent: SellerAgent,
  call: SellerCall,
  { persona, dice, out, visits }: NegotiatedOffer,
): Promise<void> {
  const { brief, country, objection } = persona;
  const budget = budgetOf(persona);
  const asked = { brief, countries: [country] };
  const first = cheapestOf((await agent.getProducts(asked, call)).products, budget);
  if (!first) return;
  const objects = dice.roll("objects") < persona.objects;
  const again = objects
    ? await agent.getProducts({ ...asked, refine: [{ scope: "request", ask: objection }] }, call)
    : undefined;
  const second = again && cheapestOf(again.products, budget);
  if (!decides(persona, dice, first, again && (second ?? first))) return;
  await agent.createMediaBuy(buyOf(persona, second ?? first, `${PREFIX}${visits}`, out.now), call);
}

async function askForDelivery(agent: SellerAgent, call: SellerCall, mediaBuyId: string): Promise<void> {
  const end = dayOf(call.now);
  const start = dayOf(after(call.now, -20 * DAY_MS));
  await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], startDay: start, endDay: end }, call);
}

/** Due by the seller's clock, so that to advance it has them come. */
export const visitAgenda: Agenda = {
  async next(db, customerId, until) {
    const visitors = await findVisitors(db, customerId);
    return visitors && visitors.nextAt <= until ? dueOf(visitors) : undefined;
  },
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueVisitsOfAllCustomers(db, wall, limit);
    return due.map(dueOf);
  },
};

function dueOf({ customerId, nextAt, visits }: Visitors): Due {
  return { at: nextAt, step: letVisit, input: { customerId }, subject: `simulated buyer ${visits + 1}` };
}
