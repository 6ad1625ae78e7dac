import { PostgresQueryCompiler } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../bench/harness/statements.ts";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/**
 * The requests that agents make all day, and what each may cost: statements, round trips to PostgreSQL, and kilobytes sent; for some also
 * how many of the statements are built anew each time. There are no times, so that this is valid on any machine. A change that makes one
 * more expensive raises the figure here; one that makes it cheaper lowers it.
 */
const MOST = {
  "get_products of a warm storefront": { statements: 3, roundTrips: 2, kilobytes: 1 },
  "sixteen callers of it at once, each": { statements: 0.25, roundTrips: 0.25, kilobytes: 0.125 },
  "discovery over three storefronts": { statements: 17, roundTrips: 8, kilobytes: 14, built: 1 },
  "twenty campaigns, with their number": { statements: 9, roundTrips: 9, kilobytes: 2 },
  "sixteen who want the same twenty campaigns": { statements: 9, roundTrips: 9, kilobytes: 2 },
  "a storefront of the market": { statements: 2, roundTrips: 2, kilobytes: 1 },
  "sixteen who want one of three storefronts each": { statements: 2, roundTrips: 2, kilobytes: 1 },
  // An answer that arrives more than 50 ms behind the others is settled by itself, which adds five statements and two round trips.
  "execute of three media buys": { statements: 67, roundTrips: 17, kilobytes: 39, built: 0 },
  // The runs to which it belongs are in the sums by then, so the sums change with them.
  "execute behind another": { statements: 70, roundTrips: 17, kilobytes: 54, built: 0 },
} as const;

const DAY_MS = 86_400_000;

let world: World;
let buyer: Caller;
let advertiserId: string;
const stores: { id: number; platformId: string }[] = [];

beforeAll(async () => {
  world = await openWorld();
  const operator = await world.caller("OPERATOR");
  for (const name of ["One", "Two", "Three"]) stores.push(await openStorefront(name, operator));
  buyer = await world.caller("BUYER", { sandbox: true });
  const made = await buyer.post("/buyer/advertisers", { name: "Walked", brand: "walked.example", sandbox: true });
  advertiserId = String(expectData(made).id);
});
afterAll(() => world.close());

async function openStorefront(name: string, operator: Caller) {
  const seller = await world.caller("SELLER", { company: name, sandbox: true });
  const domain = `${name.toLowerCase()}.example`;
  const about = { publisherDomain: domain, operatorDomain: domain, defaultCurrency: "USD", acceptsAllCountries: true };
  const { storefrontId, platformId } = expectData(await seller.post("/storefront", { name, ...about }));
  const { requiresKey: _, ...simulation } = PROFILES.news;
  const source = { sourceId: "main", name, executionType: "SIMULATED", type: "SALES", authenticationType: "NO_AUTH" };
  const sold = { ...simulation, requiresKey: null, name, publisherDomain: domain, currency: "USD" };
  expectData(await seller.post("/storefront/inventory-sources", { ...source, simulation: sold }));
  expectData(await seller.put("/storefront", { isPaused: false }));
  expectData(await operator.post(`/operator/storefronts/${storefrontId}/list`));
  return { id: Number(storefrontId), platformId: String(platformId) };
}

/** The cost of repeating the work, after all deferred work is done, and before more of it is. */
async function costOf<T>(work: () => Promise<T>, warmUp: () => Promise<unknown> = async () => undefined) {
  await world.host.backgroundTasks.idle();
  await warmUp();
  const { built, answer, statements, roundTrips } = await countBuilt(() => listenDuring(work));
  const asked = statements.filter(({ text }) => !/^(begin|commit)/.test(text));
  const bytes = asked.flatMap(({ values }) => values).reduce<number>((sum, value) => sum + sizeOf(value), 0);
  return { answer, asked, cost: { statements: asked.length, roundTrips, kilobytes: Math.ceil(bytes / 1_000), built } };
}

function sizeOf(value: unknown): number {
  return Buffer.isBuffer(value) ? value.length : (JSON.stringify(value) ?? "").length;
}

/** How many statements are built in the meantime, which takes longer than filling them in and sending them. */
async function countBuilt<T extends object>(work: () => Promise<T>): Promise<T & { readonly built: number }> {
  const compiler = PostgresQueryCompiler.prototype;
  const { compileQuery } = compiler;
  let built = 0;
  compiler.compileQuery = function count(...query) {
    built += 1;
    return compileQuery.apply(this, query);
  };
  try {
    return { ...(await work()), built };
  } finally {
    compiler.compileQuery = compileQuery;
  }
}

type Cost = Awaited<ReturnType<typeof costOf>>["cost"];

function expectWithin(name: keyof typeof MOST, cost: Omit<Cost, "built"> & Partial<Cost>) {
  const most: Omit<Cost, "built"> & Partial<Cost> = MOST[name];
  const grown = (["statements", "roundTrips", "kilobytes", "built"] as const).filter(
    (what) => (cost[what] ?? 0) > (most[what] ?? Number.POSITIVE_INFINITY),
  );
  expect(grown, `${name} cost ${JSON.stringify(cost)}, and may cost ${JSON.stringify(most)}`).toEqual([]);
}

async function ask(platformId: string) {
  const params = { name: "get_products", arguments: { buying_mode: "brief", brief: "news for people who travel" } };
  const reply = await world.app.inject({
    method: "POST",
    url: `/storefront/${platformId}/mcp`,
    headers: { authorization: `Bearer ${buyer.key}`, accept: "application/json", "content-type": "application/json" },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }),
  });
  expect(reply.json().result.structuredContent.products.length).toBeGreaterThan(0);
}

function discover() {
  return buyer.post("/buyer/discovery/discover-products", {
    advertiserId,
    brief: "news",
    storefrontIds: stores.map(({ id }) => id),
    productsPerGroup: 1,
  });
}

/** The cheapest of three, one after the other. */
async function cheapest<T extends { readonly cost: Cost }>(measure: () => Promise<T>): Promise<T> {
  const [first, ...others] = [await measure(), await measure(), await measure()] as const;
  return others.reduce((least, one) => (one.cost.statements < least.cost.statements ? one : least), first);
}

test("get_products of a warm storefront", async () => {
  const { platformId } = stores[0] ?? { platformId: "" };
  const again = () => ask(platformId);
  // On a slow machine a second may pass in between, in which runs are added up; the next measurement is then warm.
  const { cost } = await cheapest(() => costOf(again, again));
  expect(cost.statements).toBeGreaterThan(0);
  expectWithin("get_products of a warm storefront", cost);
});

test("sixteen callers of it at once share what they look up and what they write", async () => {
  const { platformId } = stores[0] ?? { platformId: "" };
  const again = () => Promise.all(Array.from({ length: 16 }, () => ask(platformId)));
  const costs = [await costOf(again, again), await costOf(again, again)];
  expect(costs).toHaveLength(2);
  const [{ cost }] = costs.toSorted((a, b) => a.cost.statements - b.cost.statements) as [(typeof costs)[number]];
  const { statements, roundTrips, kilobytes } = cost;
  expectWithin("sixteen callers of it at once, each", {
    statements: statements / 16,
    roundTrips: roundTrips / 16,
    kilobytes: kilobytes / 16,
  });
});

test("discovery over three storefronts", async () => {
  // As above, a second may pass in between.
  const { answer, asked, cost } = await cheapest(() => costOf(discover, discover));
  expect(expectData(answer).productGroups).toHaveLength(3);
  expectWithin("discovery over three storefronts", cost);
  // The commit waits for who listens: asked behind the session, it would wait until PostgreSQL has taken that in.
  const place = (part: string) => asked.findIndex(({ text }) => text.includes(part));
  expect(place("webhook_subscriptions")).toBeGreaterThan(-1);
  expect(place("webhook_subscriptions")).toBeLessThan(place('insert into "discoveries"'));
  // The sellers are looked for while the search is claimed, and not when that has been committed.
  expect(place("shelf_versions(")).toBeGreaterThan(-1);
  expect(place("shelf_versions(")).toBeLessThan(place('"advertisers".*'));
});

test("twenty campaigns, with their number", async () => {
  await execute(await plan());
  await execute(await plan());
  const list = () => buyer.get("/buyer/campaigns?take=20");
  const { answer, cost } = await costOf(list, list);
  expect(answer.meta.pagination?.total ?? answer.data.total).toBe(2);
  expectWithin("twenty campaigns, with their number", cost);
});

test("sixteen who want the same twenty campaigns", async () => {
  const list = () => buyer.get("/buyer/campaigns?take=20");
  const { answer, cost } = await costOf(() => Promise.all(Array.from({ length: 16 }, list)), list);
  expect(answer.map(({ data }) => data.total)).toEqual(Array.from({ length: 16 }, () => 2));
  expectWithin("sixteen who want the same twenty campaigns", cost);
});

test("execute of three media buys", async () => {
  // A purchase has filled the caches about queues before, and a search has found the shelves as that left them.
  const { answer, cost } = await cheapest(async () => {
    const [first, second] = [await plan(), await plan()];
    const before = async () => {
      await execute(first);
      await world.host.backgroundTasks.idle();
      await discover();
    };
    return costOf(() => execute(second), before);
  });
  expect(answer.status).toBe(200);
  expect(expectData(answer).runningCount).toBe(3);
  expectWithin("execute of three media buys", cost);
});

function execute(campaignId: string) {
  return buyer.post(`/buyer/campaigns/${campaignId}/execute`, {});
}

/** A draft campaign with a product from each storefront. */
async function plan(): Promise<string> {
  const { discoveryId, productGroups } = expectData(await discover());
  const products = (productGroups as { products: Found[] }[]).flatMap(({ products: [best] }) =>
    best ? [chosen(best)] : [],
  );
  expectData(await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products }));
  const flightDates = { startDate: inDays(1), endDate: inDays(15) };
  const asked = { advertiserId, name: "Walked", flightDates, budget: { total: 24_000 }, discoveryId };
  const { campaign } = expectData(await buyer.post("/buyer/campaigns", asked));
  return campaign.campaignId;
}

test("a storefront of the market", async () => {
  const look = () => buyer.get(`/buyer/storefronts/${stores[0]?.id}`);
  const { answer, cost } = await costOf(look, look);
  expect(expectData(answer).sources).toHaveLength(1);
  expectWithin("a storefront of the market", cost);
});

test("what is settled at a storefront is not read again because somebody bought there", async () => {
  const { answer, cost } = await cheapest(async () => {
    const [first, second] = [await plan(), await plan()];
    return costOf(
      () => execute(second),
      () => execute(first),
    );
  });
  expect(expectData(answer).runningCount).toBe(3);
  expectWithin("execute behind another", cost);
});

test("sixteen who want one of three storefronts each", async () => {
  const look = async () => {
    const asked = Array.from({ length: 16 }, (_, place) => stores[place % 3]?.id);
    const answers = await Promise.all(asked.map((id) => buyer.get(`/buyer/storefronts/${id}`)));
    return { asked, found: answers.map((one) => expectData(one).id) };
  };
  const { answer, cost } = await costOf(look, look);
  expect(answer.found).toEqual(answer.asked);
  expectWithin("sixteen who want one of three storefronts each", cost);
});

function inDays(days: number): string {
  return new Date(world.host.clock.now().getTime() + days * DAY_MS).toISOString();
}

interface Found {
  readonly productId: string;
  readonly salesAgentId: string;
  readonly pricingOptions: readonly { readonly pricingOptionId: string; readonly isFixed: boolean }[];
}

function chosen({ productId, salesAgentId, pricingOptions }: Found) {
  const option = pricingOptions.find(({ isFixed }) => isFixed) ?? pricingOptions[0];
  const bid = option?.isFixed ? {} : { bidPrice: 50 };
  return { productId, salesAgentId, pricingOptionId: option?.pricingOptionId, budget: 8_000, ...bid };
}
