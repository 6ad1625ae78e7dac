import { DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { OUTCOME_TYPES } from "./facts/fact.ts";
import type { EventInput, RunInput } from "./facts/input.ts";
import { POSTURES } from "./posture/posture.ts";

/** A fact, in the order of recording. */
export type RecordedFact =
  | { readonly kind: "run"; readonly run: RunInput }
  | { readonly kind: "event"; readonly event: EventInput };

/** Pseudo-random numbers, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const BUYERS = [
  { customerId: 7001, operatorDomain: "agency.example", brandDomain: "acme.example", country: "US" },
  { customerId: 7002, operatorDomain: "bolt.example", brandDomain: "bolt.example", country: "DE" },
  { customerId: 7003, operatorDomain: "studio.example", brandDomain: "cava.example", country: null },
  { customerId: null, operatorDomain: "agency.example", brandDomain: null, country: "US" },
  { customerId: 7004, operatorDomain: null, brandDomain: null, country: null },
  { customerId: null, operatorDomain: null, brandDomain: null, country: null },
] as const;
const ASKS = ["The CPM is too high", "please add weekends", "Rabatt?", "Podem separar o pacote menor?", "zu teuer"];
const PRODUCTS = Array.from({ length: 12 }, (_, index) => `main:p${index}`);

// oxlint-disable max-lines-per-function -- one draw of dice from top to bottom: apart, its parts would pass each other the dice
/** Runs and events, including repetitions, restatements, late arrivals, changed products and amounts in two currencies. */
export function randomLog(seed: number, length: number, storefrontId: string, start: Date): RecordedFact[] {
  const random = randomOf(seed);
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const some = <T>(all: readonly T[], most: number): T[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(all));
  const chance = (share: number) => random() < share;
  const buys: { id: string; buyer: (typeof BUYERS)[number] }[] = [];
  const arrivals: RecordedFact[] = [];

  const timeAt = (index: number) =>
    new Date(start.getTime() + index * 3 * HOUR_MS - (chance(0.2) ? Math.floor(random() * 40) * DAY_MS : 0));

  const run = (index: number): RunInput => {
    const { customerId, ...buyer } = pick(BUYERS);
    const buyingMode = pick(["brief", "brief", "refine", "wholesale"] as const);
    const refine = buyingMode === "refine" ? some(ASKS, 2).map((ask) => ({ scope: "request", ask })) : undefined;
    const resultKind = chance(0.9) ? "ok" : pick(["skipped", "error"] as const);
    const sellPrice = Math.floor(random() * 3_000) / 100;
    return {
      id: String(10_000 + index),
      storefrontId,
      purpose: chance(0.9) ? "live" : pick([null, "simulation", "probe"] as const),
      createdAt: timeAt(index).toISOString(),
      seq: index,
      buyerCustomerId: customerId,
      buyer,
      buyingMode,
      ...(refine && {
        refine,
        refinementApplied: refine.map(() => ({ status: pick(["applied", "partial", "unable"]) })),
      }),
      resultKind,
      selectedPosture: resultKind === "ok" && chance(0.9) ? pick(POSTURES) : null,
      recommendedPosture: chance(0.6) ? pick(POSTURES) : null,
      shownProducts: some(PRODUCTS, 6).map((productId) => ({
        productId,
        name: chance(0.9) ? `Product ${productId}` : null,
        sellPrice: chance(0.9) ? sellPrice : null,
        currency: chance(0.9) ? "USD" : "EUR",
      })),
    };
  };

  const event = (index: number): EventInput => {
    if (buys.length === 0 || chance(0.4)) buys.push({ id: `mb_${buys.length}`, buyer: pick(BUYERS) });
    const { id, buyer } = chance(0.7)
      ? (buys.slice(-8)[Math.floor(random() * Math.min(8, buys.length))] ?? pick(buys))
      : pick(buys);
    const { customerId, ...who } = buyer;
    const type = pick(OUTCOME_TYPES);
    const reported = type !== "delivery_reported" && type !== "media_buy_rejected";
    return {
      seq: index,
      eventId: `ev-${chance(0.05) ? Math.floor(random() * index) : index}`,
      storefrontId,
      type,
      occurredAt: timeAt(index).toISOString(),
      mediaBuyId: id,
      buyerCustomerId: customerId,
      buyer: who,
      ...(reported && chance(0.8) && { productIds: [...new Set(some(PRODUCTS, 3))] }),
      ...(reported &&
        chance(0.8) && { budget: { amount: Math.floor(random() * 1e7) / 1e3, currency: pick(["USD", "USD", "EUR"]) } }),
      status: chance(0.8) ? pick(["booked", "rejected", "delivering"]) : null,
      ...(type === "delivery_reported" && {
        delivery: {
          reportKey: `w${Math.floor(random() * 4)}`,
          revision: Math.floor(random() * 3),
          impressions: Math.floor(random() * 1e6),
          spend: Math.floor(random() * 1e10) / 1e6,
          currency: chance(0.9) ? pick(["USD", "USD", "USD", "EUR"]) : null,
        },
      }),
    };
  };

  for (let index = 1; index <= length; index += 1)
    arrivals.push(chance(0.4) ? { kind: "run", run: run(index) } : { kind: "event", event: event(index) });
  return arrivals;
}
