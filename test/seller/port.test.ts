import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, DAY_MS, dayOf } from "../../src/ground/kernel/clock.ts";
import {
  type MediaBuyOutcome,
  type NewMediaBuy,
  type NewPackage,
  type Product,
  SellerRefused,
  SellerUnreachable,
} from "../../src/ground/seller-agent/index.ts";
import { type OpenShop, openShop } from "../agent/open-shop.ts";
import { liftLimits } from "../providers/unhurried.ts";
import { MAKERS, type Subject } from "./port-subjects.ts";

let shop: OpenShop;
beforeAll(async () => {
  const providerHosts: Record<string, string> = {};
  shop = await openShop({}, {}, { providerHosts });
  await liftLimits(shop.world);
});
afterAll(() => shop.close());

const POLL_MS = 50;
const DECIMAL = /^-?\d+(\.\d+)?$/;

function offerOf({ productId, pricingOptions }: Product): NewPackage {
  const [option] = pricingOptions;
  if (!option) throw new Error(`${productId} has no price`);
  const { pricingOptionId, currency, fixedPrice, floorPrice } = option;
  const bidPrice = fixedPrice === null ? String(Number(floorPrice ?? 1) + 5) : null;
  return { buyerRef: "p1", productId, pricingOptionId, currency, bidPrice, budget: "40000", pacing: "even" };
}

/** A buy of the first product, for ten days from tomorrow. */
async function newBuy({ agent, call }: Subject, part: Partial<NewPackage> = {}): Promise<NewMediaBuy> {
  const { products } = await agent.getProducts({}, call());
  const [product] = products;
  if (!product) throw new Error(`${agent.name} sells nothing`);
  const { now } = call();
  return {
    idempotencyKey: randomUUID(),
    buyerRef: `ref-${randomUUID()}`,
    name: "Spring",
    flight: { start: after(now, DAY_MS), end: after(now, 11 * DAY_MS) },
    packages: [{ ...offerOf(product), ...part }],
  };
}

function doneOf(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`expected a media buy, got ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

/** The result of a buy at a seller that took time to decide. */
async function decided({ agent, call }: Subject, outcome: MediaBuyOutcome) {
  let latest = outcome;
  while (latest.kind === "submitted") {
    await sleep(POLL_MS);
    latest = await agent.getTask(latest.taskId, call());
  }
  return doneOf(latest);
}

/** The codes of a refusal, each of which says what is wrong and whether it can be corrected. */
function codesOf(outcome: MediaBuyOutcome): string[] {
  if (outcome.kind !== "rejected") throw new Error(`expected a refusal, got ${JSON.stringify(outcome)}`);
  for (const { message, recovery } of outcome.errors) {
    expect(message).not.toBe("");
    expect(["transient", "correctable", "terminal"]).toContain(recovery);
  }
  return outcome.errors.map(({ code }) => code);
}

async function bought(subject: Subject) {
  const { agent, call } = subject;
  const buy = doneOf(await agent.createMediaBuy(await newBuy(subject), call()));
  const [part] = buy.packages;
  if (!part) throw new Error("a buy has packages");
  const change = (changes: object, key: string = randomUUID()) =>
    agent.updateMediaBuy({ idempotencyKey: key, mediaBuyId: buy.mediaBuyId, ...changes }, call());
  const standing = async () => (await agent.getMediaBuys({ mediaBuyIds: [buy.mediaBuyId] }, call()))[0];
  return { mediaBuyId: buy.mediaBuyId, packageId: part.packageId, change, standing };
}

describe.each(Object.entries(MAKERS))("%s", (_, make) => {
  const subject = () => make(shop);

  test("says what it is, and for how long it remembers a key", async () => {
    const { agent, call } = await subject();
    const said = await agent.capabilities(call());
    expect(said.protocols).toContain("media_buy");
    expect(said.idempotencyTtlSeconds ?? 0).toBeGreaterThanOrEqual(3_600);
    expect(said.tools).toEqual(expect.arrayContaining(["get_products", "create_media_buy", "update_media_buy"]));
  });

  test("offers products with exact prices, each under an id of its own", async () => {
    const { agent, call } = await subject();
    const { products, incomplete } = await agent.getProducts({}, call());
    expect(incomplete).toEqual([]);
    expect(products).not.toEqual([]);
    expect(new Set(products.map(({ productId }) => productId)).size).toBe(products.length);
    for (const { name, channels, pricingOptions } of products) {
      expect(name).not.toBe("");
      expect(channels).not.toEqual([]);
      expect(pricingOptions).not.toEqual([]);
      for (const { currency, fixedPrice, floorPrice } of pricingOptions) {
        expect(currency).toMatch(/^[A-Z]{3}$/);
        for (const price of [fixedPrice, floorPrice]) expect(price ?? "0").toMatch(DECIMAL);
      }
    }
  });

  test("answers a brief with products of its catalogue, and each refinement in its place", async () => {
    const { agent, call } = await subject();
    const ids = new Set((await agent.getProducts({}, call())).products.map(({ productId }) => productId));
    const refine = [
      { scope: "request", ask: "more of it" },
      { scope: "product", productId: [...ids][0] ?? "", action: "omit" },
    ] as const;
    const { products } = await agent.getProducts({ brief: "video for people who like sports" }, call());
    expect(products.filter(({ productId }) => !ids.has(productId))).toEqual([]);
    const refined = await agent.getProducts({ refine }, call());
    expect(refined.refinementsApplied).toHaveLength(2);
    for (const { status } of refined.refinementsApplied) expect(["applied", "partial", "unable"]).toContain(status);
  });

  test("offers nothing outside the requested channels and countries", async () => {
    const { agent, call } = await subject();
    const [channel = ""] = (await agent.getProducts({}, call())).products[0]?.channels ?? [];
    const { products } = await agent.getProducts({ channels: [channel] }, call());
    expect(products).not.toEqual([]);
    expect(products.filter(({ channels }) => !channels.includes(channel))).toEqual([]);
    const elsewhere = await agent.getProducts({ countries: ["AQ"] }, call());
    expect(elsewhere.products.filter(({ countries }) => countries.length > 0 && !countries.includes("AQ"))).toEqual([]);
  });

  test("sells a buy that is afterwards as it was requested", async () => {
    const of = await subject();
    const request = await newBuy(of);
    const buy = doneOf(await of.agent.createMediaBuy(request, of.call()));
    const [asked] = request.packages;
    const terms = { productId: asked?.productId, paused: false };
    expect(buy.packages).toMatchObject([terms]);
    expect(Number(buy.packages[0]?.budget)).toBe(Number(asked?.budget));
    const standing = await of.agent.getMediaBuys({ mediaBuyIds: [buy.mediaBuyId] }, of.call());
    expect(standing).toMatchObject([{ mediaBuyId: buy.mediaBuyId, status: buy.status, packages: [terms] }]);
  });

  test("has one buy for a key, even with concurrent requests and after a lost answer", async () => {
    const of = await subject();
    const request = await newBuy(of);
    // With a time budget of zero there may or may not be an answer; either way, the buy may have been made.
    const lost = await of.agent.createMediaBuy(request, of.call({ timeoutMs: 1 })).catch((error: unknown) => error);
    expect(lost instanceof Error && !(lost instanceof SellerUnreachable)).toBe(false);
    const first = await decided(of, await of.agent.createMediaBuy(request, of.call()));
    const again = await Promise.all([1, 2, 3].map(() => of.agent.createMediaBuy(request, of.call())));
    for (const outcome of again) expect((await decided(of, outcome)).mediaBuyId).toBe(first.mediaBuyId);
    const other = { ...request, packages: request.packages.map((part) => ({ ...part, budget: "41000" })) };
    expect(codesOf(await of.agent.createMediaBuy(other, of.call()))).toEqual(["IDEMPOTENCY_CONFLICT"]);
  });

  test("pauses, resumes and cancels, once per key; a cancelled buy changes no more", async () => {
    const of = await subject();
    const { change, standing } = await bought(of);
    await of.pass(2);
    const key = randomUUID();
    expect(doneOf(await change({ paused: true }, key)).status).toBe("paused");
    expect((await change({ paused: true }, key)).kind).toBe("done");
    expect((await standing())?.status).toBe("paused");
    expect(doneOf(await change({ paused: false })).status).not.toBe("paused");
    const last = randomUUID();
    expect(doneOf(await change({ canceled: true }, last)).status).toBe("canceled");
    expect(doneOf(await change({ canceled: true }, last)).status).toBe("canceled");
    expect(codesOf(await change({ paused: true }))).not.toEqual([]);
    expect((await standing())?.status).toBe("canceled");
  });

  test("accepts another budget for a package, and refuses a budget of zero completely", async () => {
    const of = await subject();
    const { change, packageId, standing } = await bought(of);
    expect(await change({ packages: [{ packageId, budget: "50000" }] })).toMatchObject({ kind: "done" });
    expect(Number((await standing())?.packages[0]?.budget)).toBe(50_000);
    expect(
      codesOf(
        await change({
          packages: [
            { packageId, budget: "60000" },
            { packageId: "nobody", budget: "1" },
          ],
        }),
      ),
    ).not.toEqual([]);
    expect(Number((await standing())?.packages[0]?.budget)).toBe(50_000);
  });

  test("reports delivery by package and day, within the requested days", async () => {
    const of = await subject();
    const { mediaBuyId, packageId } = await bought(of);
    await of.pass(5);
    const { now } = of.call();
    const days = { startDay: dayOf(after(now, -2 * DAY_MS)), endDay: dayOf(now) };
    const { rows } = await of.agent.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, of.call());
    for (const row of rows) {
      expect(row).toMatchObject({ mediaBuyId, packageId, spend: expect.stringMatching(DECIMAL) });
      expect(row.day >= days.startDay && row.day <= days.endDay).toBe(true);
      expect(row.impressions).toBeGreaterThanOrEqual(0);
    }
    expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
  });

  test("names its formats, and returns the result for each creative", async () => {
    const of = await subject();
    const { mediaBuyId, packageId } = await bought(of);
    const formats = await of.agent.listCreativeFormats(of.call());
    expect(new Set(formats.map(({ formatId }) => JSON.stringify(formatId))).size).toBe(formats.length);
    const spot = { creativeId: "spot", name: "Spot", manifest: { format_kind: "video_hosted", assets: {} } };
    const request = {
      idempotencyKey: randomUUID(),
      mediaBuyId,
      creatives: [spot],
      packages: [{ packageId, creativeIds: ["spot"] }],
    };
    const outcomes = await of.agent.syncCreatives(request, of.call()).catch(refused);
    if (outcomes === undefined) return;
    expect(outcomes.map(({ creativeId }) => creativeId)).toEqual(["spot"]);
    const again = await of.agent.syncCreatives(request, of.call());
    expect(again.map(({ creativeId, outcome }) => [creativeId, outcome])).toEqual(
      outcomes.map(({ creativeId, outcome }) => [creativeId, outcome]),
    );
  });

  test.each<[string, Partial<NewPackage>]>([
    ["a product that is not there", { productId: "nobody" }],
    ["a price that nobody offers", { pricingOptionId: "nobody" }],
    ["a budget of nothing", { budget: "0" }],
    ["a budget in another currency", { currency: "CHF" }],
  ])("refuses %s, as an answer", async (_what, part) => {
    const of = await subject();
    expect(codesOf(await of.agent.createMediaBuy(await newBuy(of, part), of.call()))).not.toEqual([]);
  });

  test("refuses a flight that is over or ends before it begins, as an answer", async () => {
    const of = await subject();
    const { now } = of.call();
    for (const [from, to] of [
      [-9, -2],
      [9, 2],
    ] as const) {
      const flight = { start: after(now, from * DAY_MS), end: after(now, to * DAY_MS) };
      expect(codesOf(await of.agent.createMediaBuy({ ...(await newBuy(of)), flight }, of.call()))).not.toEqual([]);
    }
  });

  test("answers somebody else's buy like a missing one", async () => {
    const of = await subject();
    const { mediaBuyId } = await bought(of);
    const readAs = async ({ agent, call }: Pick<Subject, "agent" | "call">, id: string) => {
      const change = { idempotencyKey: randomUUID(), mediaBuyId: id, paused: true };
      const days = { startDay: "2026-01-01", endDay: "2026-01-02" };
      const delivery = await agent.getMediaBuyDelivery({ mediaBuyIds: [id], ...days }, call()).catch(refused);
      return {
        codes: codesOf(await agent.updateMediaBuy(change, call())),
        buys: (await agent.getMediaBuys({ mediaBuyIds: [id] }, call()).catch(refused)) ?? [],
        rows: delivery?.rows ?? [],
      };
    };
    const missing = { codes: ["MEDIA_BUY_NOT_FOUND"], buys: [], rows: [] };
    expect(await readAs(of, "nobody")).toEqual(missing);
    const foreign = of.stranger ? await readAs(of.stranger, mediaBuyId) : missing;
    expect(foreign).toEqual(missing);
    await expect(of.agent.getTask("nobody", of.call())).rejects.toBeInstanceOf(SellerRefused);
  });

  test("lists the accounts that can be used for buying", async () => {
    const { agent, call } = await subject();
    const answer = await agent.listAccounts({}, call()).catch(refused);
    for (const { accountId } of answer?.accounts ?? []) expect(accountId).not.toBe("");
  });
});

/** The errors that the port allows in place of an answer. */
function refused(error: unknown): undefined {
  expect(error).toBeInstanceOf(SellerRefused);
}
