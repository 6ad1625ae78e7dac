import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import type {
  MediaBuyOutcome,
  NewMediaBuy,
  Product,
  SellerAgent,
  SellerCall,
} from "../../src/ground/seller-agent/index.ts";
import { callOf } from "./fixtures.ts";
import { reach } from "./reach-seller.ts";
import { type SdkSeller, type SdkSellerKind, startSdkSeller } from "./sdk-sellers.ts";

const POLL_MS = 200;
const POLLS = 500;

/** `startSdkSeller` describes what the SDK's sellers require of a buyer. */
function keyOf(round: number): string {
  return `0199c1de-0000-7000-8000-00000000000${round}`;
}

/** One package with a product, for a month from tomorrow. */
function buyOf(product: Product, now: number): NewMediaBuy {
  const [option] = product.pricingOptions;
  return {
    idempotencyKey: keyOf(1),
    buyerRef: "mb_1",
    name: "Autumn",
    flight: { start: new Date(now + DAY_MS), end: new Date(now + 31 * DAY_MS) },
    packages: [
      {
        buyerRef: "pkg_1",
        productId: product.productId,
        pricingOptionId: option?.pricingOptionId ?? "",
        budget: "30000",
        currency: option?.currency ?? "",
        bidPrice: null,
        pacing: "even",
      },
    ],
  };
}

async function firstProduct(agent: SellerAgent, call: SellerCall): Promise<Product> {
  const { products, incomplete } = await agent.getProducts({ brief: "video for sports fans" }, call);
  expect(incomplete).toEqual([]);
  const [product] = products;
  if (!product) throw new Error("no products");
  return product;
}

/** Polls a submitted buy until it is decided. */
async function decided(agent: SellerAgent, outcome: MediaBuyOutcome, call: SellerCall): Promise<MediaBuyOutcome> {
  let latest = outcome;
  for (let poll = 0; latest.kind === "submitted" && poll < POLLS; poll++) {
    await sleep(POLL_MS);
    latest = await agent.getTask(latest.taskId, call);
  }
  return latest;
}

function idOf(outcome: MediaBuyOutcome): string {
  if (outcome.kind !== "done") throw new Error(`no media buy: ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy.mediaBuyId;
}

describe.each([
  ["guaranteed", "submitted"],
  ["non-guaranteed", "done"],
] as const)("the SDK's %s seller", (kind, first) => {
  const seller = running(kind);
  const call = callOf();
  const pause = { idempotencyKey: keyOf(2), paused: true };

  test("says what it is", async () => {
    expect(await seller().capabilities(call)).toMatchObject({
      protocols: ["media_buy", "creative"],
      idempotencyTtlSeconds: 86_400,
    });
  });

  test("sells a buy once, delivers it, and accepts changes to it", async () => {
    const agent = seller();
    const product = await firstProduct(agent, call);
    const buy = buyOf(product, Date.now());
    const outcome = await agent.createMediaBuy(buy, call);
    expect(outcome.kind).toBe(first);
    const mediaBuyId = idOf(await decided(agent, outcome, call));
    expect(await agent.createMediaBuy(buy, call)).toEqual(outcome);

    expect(await agent.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call)).toMatchObject([
      { mediaBuyId, packages: [{ productId: product.productId, budget: "30000" }] },
    ]);
    const days = { startDay: "2026-01-01", endDay: "2027-12-31" };
    const { rows, currency } = await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, call);
    expect(currency).toBe("USD");
    expect(rows).toMatchObject([{ mediaBuyId, spend: expect.stringMatching(/^\d+(\.\d+)?$/) }]);
    expect(await agent.updateMediaBuy({ ...pause, mediaBuyId }, call)).toMatchObject({
      kind: "done",
      mediaBuy: { mediaBuyId },
    });
  });

  test("refuses what it does not know", async () => {
    const change = { ...pause, idempotencyKey: keyOf(5), mediaBuyId: "ord_nobody" };
    expect(await seller().updateMediaBuy(change, call)).toMatchObject({
      kind: "rejected",
      errors: [{ code: "MEDIA_BUY_NOT_FOUND", recovery: "terminal" }],
    });
  });
});

describe("the SDK's seller over A2A", () => {
  const seller = running("a2a");
  const call = callOf({ buyer: { ...callOf().buyer, accountId: "acc_acme" } });

  test("sells a buy when its people have decided, and pauses it", async () => {
    const agent = seller();
    expect(await agent.capabilities(call)).toMatchObject({ requireOperatorAuth: true });
    const outcome = await agent.createMediaBuy(buyOf(await firstProduct(agent, call), Date.now()), call);
    expect(outcome.kind).toBe("submitted");
    const mediaBuyId = idOf(await decided(agent, outcome, call));
    expect(await agent.updateMediaBuy({ idempotencyKey: keyOf(3), mediaBuyId, paused: true }, call)).toMatchObject({
      kind: "done",
      mediaBuy: { status: "paused" },
    });
    const days = { startDay: "2027-01-01", endDay: "2027-01-31" };
    expect(await agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, call)).toMatchObject({ rows: [] });
  });

  test("refuses a buy below its floor with the reason", async () => {
    const agent = seller();
    const buy = buyOf(await firstProduct(agent, call), Date.now());
    const small = {
      ...buy,
      idempotencyKey: keyOf(4),
      packages: buy.packages.map((entry) => ({ ...entry, budget: "10" })),
    };
    expect(await agent.createMediaBuy(small, call)).toMatchObject({
      kind: "rejected",
      errors: [{ recovery: "correctable" }],
    });
  });
});

/** Runs one of the SDK's sellers for the tests of a block; each test uses a client of its own. */
function running(kind: SdkSellerKind): () => SellerAgent {
  let started: SdkSeller | undefined;
  beforeAll(async () => {
    started = await startSdkSeller(kind);
  });
  afterAll(() => started?.stop());
  return () => {
    if (!started) throw new Error(`the ${kind} seller does not run`);
    const { endpointUrl, protocol, token } = started;
    return reach({ endpointUrl, protocol, auth: { type: "bearer", token } }).agent;
  };
}
