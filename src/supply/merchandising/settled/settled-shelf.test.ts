import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { fixed } from "../../../ground/seller-agent/product.fixture.ts";
import { compose, type Interchange } from "../../../main/compose.ts";
import { rehearseTask, seedFixture } from "../../callers/rehearsals/index.ts";
import { openSellerSide } from "../../orders/index.ts";
import { type Market, openMarket, type Shop } from "../../orders/shop.fixture.ts";
import { openSellers } from "../open-sellers.ts";
import { resolveAgent } from "../resolve-agent.ts";

let market: Market;
/** Another process on the same database: it only learns of a change by reading. */
let other: Interchange;
beforeAll(async () => {
  market = await openMarket();
  other = await compose(market.world.parts);
});
afterAll(async () => {
  await other.close();
  await market.world.close();
});

const ANYWHERE = { operatorDomain: null, brandDomain: null, countries: null, notes: null };

const CARD = {
  id: "all",
  label: "All",
  appliesWhen: "always",
  strength: "hard_floor",
  hints: {},
  pricing: { pricingModel: "cpm", currency: "USD", floorPrice: 90 },
};

/** The other process's answer now, and the answer that it would give without a cache. */
async function answers(shop: Shop) {
  const { host } = other;
  const forgetful = { ...host, database: { ...host.database } };
  const answersOf = async (asking: Interchange["host"]) => {
    const found = await openSellers(() => asking).find(shop.buyer, shop.agentId);
    const request = { brief: "cars, too expensive", countries: ["US"] };
    const answer = await found?.agent.getProducts(request, shop.call());
    const formats = await found?.agent.listCreativeFormats(shop.call());
    return JSON.stringify({ answer, formats, decided: await decidedBy(shop) });
  };
  return { now: await answersOf(host), cold: await answersOf(forgetful) };
}

/** The defaults by which the newest run was composed. */
async function decidedBy({ customerId }: Shop) {
  const rows = await other.host.database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("intelligence_runs").select(["run_id", "like_run_id", "record"]).orderBy("run_id", "desc").execute(),
  );
  const row = rows.find(({ run_id }) => run_id === (rows[0]?.like_run_id ?? rows[0]?.run_id));
  const { versions, posture, composing } = (row?.record ?? {}) as Record<string, unknown>;
  return { versions, posture, composing };
}

async function asked(shop: Shop, method: "post" | "put" | "patch" | "delete", path: string, body?: unknown) {
  const { status, error } = await shop.seller[method](`/storefront${path}`, body);
  expect(error, path).toBeNull();
  expect(status).toBeLessThan(300);
}

/** Sets the status in the database, because the agents behind these sources cannot be asked for their capabilities. */
async function setSource({ customerId }: Shop, status: string) {
  await market.world.database.write({ customerId, reach: "tenant" }, (db) =>
    db.updateTable("inventory_sources").set({ status }).where("source_id", "=", "s1").execute(),
  );
}

type Change = (shop: Shop) => Promise<unknown>;
const first = async (shop: Shop, path: string) => (await shop.seller.get(`/storefront${path}`)).data.items[0].id;
const off = (percent: number) => ({ ...ANYWHERE, discountPercent: percent });
const rules = (amount: number) => ({ rules: [{ kind: "price_floor", amount, currency: "USD" }], activate: true });

/** Each changes what is shown, with the operation that a seller has for it. */
const CHANGES: readonly (readonly [name: string, change: Change])[] = [
  ["a discount is made", (shop) => asked(shop, "post", "/buyer-instructions", off(10))],
  [
    "it is changed",
    async (shop) =>
      asked(shop, "patch", `/buyer-instructions/${await first(shop, "/buyer-instructions")}`, { discountPercent: 20 }),
  ],
  [
    "it is deleted",
    async (shop) => asked(shop, "delete", `/buyer-instructions/${await first(shop, "/buyer-instructions")}`),
  ],
  ["rules become active", (shop) => asked(shop, "post", "/product-rules", rules(50))],
  ["others do", (shop) => asked(shop, "post", "/product-rules", rules(60))],
  ["an older version is activated", (shop) => asked(shop, "post", "/product-rules/1/activate")],
  [
    "a policy withholds a product",
    (shop) => asked(shop, "post", "/acceptance-policy", { content: "Block products: s0:a", activate: true }),
  ],
  [
    "another policy does not",
    (shop) => asked(shop, "post", "/acceptance-policy", { content: "Be kind", activate: true }),
  ],
  [
    "instructions set a posture",
    (shop) => asked(shop, "post", "/operating-instructions", { content: "Posture: price_first", activate: true }),
  ],
  [
    "others set none",
    (shop) => asked(shop, "post", "/operating-instructions", { content: "Be brief", activate: true }),
  ],
  ["a source is disabled", (shop) => setSource(shop, "DISABLED")],
  ["and enabled", (shop) => setSource(shop, "ACTIVE")],
  [
    "the storefront is closed to a country",
    (shop) => asked(shop, "put", "", { acceptsAllCountries: false, acceptedCountries: ["DE"] }),
  ],
  ["and opened to all", (shop) => asked(shop, "put", "", { acceptsAllCountries: true })],
  ["a posture is pinned", (shop) => asked(shop, "put", "/learned-default-posture", { posture: "price_first" })],
  ["and let go", (shop) => asked(shop, "put", "/learned-default-posture", { posture: null })],
  [
    "its rate card says more",
    (shop) => asked(shop, "put", "", { compositionPricing: { rateCard: { facts: [CARD] } } }),
  ],
  ["it is paused", (shop) => asked(shop, "put", "", { isPaused: true })],
  ["and opened", (shop) => shop.set({ is_paused: false })],
  ["a source is deleted", (shop) => asked(shop, "delete", "/inventory-sources/s1")],
];

test.each([
  ["is asked every time", undefined],
  ["need not be asked again", "today"],
])("whatever a seller changes, another process shows immediately, if its sources %s", async (_, standsBy) => {
  const shop = await market.openShop();
  for (const seller of shop.sellers) Object.assign(seller, { prices: [fixed("20")], standsBy });
  let before = await answers(shop);
  for (const [name, change] of CHANGES) {
    await change(shop);
    const after = await answers(shop);
    expect(after.now, name).toBe(after.cold);
    expect(after.now, name).not.toBe(before.now);
    // The remembered answer is the same as the composed one, too.
    expect((await answers(shop)).now, name).toBe(after.now);
    before = after;
  }
});

/** What is read for every call: buyers and their houses, secrets, links, and to whom the storefront is shown. */
const LIVE = new Set(["customers", "sponsorships", "credentials", "brands", "api_keys", "storefront_links"]);

async function rowsOfVersion(): Promise<string> {
  return other.host.database.readInstallation(async (db) => {
    const { rows } = await sql<{ list: string }>`select lower(pg_get_viewdef('shelf_rows'::regclass)) as list`.execute(
      db,
    );
    return rows[0]?.list ?? "";
  });
}

test("every table from which a shelf is read is covered by its version", async () => {
  const shop = await market.openShop();
  const { statements } = await listenDuring(() => answers(shop));
  const read = statements
    .filter(({ text }) => /^\s*(select|with)/.test(text) && !/insert|update|intelligence_runs/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/(?:from|join) "?([a-z_]+)\b"?(?!\()/g)].map(([, table]) => table ?? ""));
  const list = await rowsOfVersion();
  // The results of runs have a separate version.
  const versioned = new Set(
    [...list.matchAll(/from ([a-z_]+)/g)]
      .map(([, table]) => table)
      .concat("run_facts", "run_facts_in_full", "newest", "chosen"),
  );
  expect(new Set(read)).toContain("inventory_sources");
  expect([...new Set(read)].filter((table) => !versioned.has(table) && !LIVE.has(table))).toEqual([]);
});

test("changes from runs, from seeded fixtures and by the seller's clock also apply immediately", async () => {
  const shop = await market.openShop();
  const [side, elsewhere] = await Promise.all([
    openSellerSide(market.world.host, shop.customerId, "test"),
    openSellerSide(other.host, shop.customerId, "test"),
  ]);
  const principal = `c:${shop.buyer.customerId}`;
  const platformId = shop.agentId.slice("storefront-".length);
  const found = async () => {
    const resolved = await resolveAgent(other.host, shop.buyer, { platformId, principal }, "test");
    if (!resolved) throw new Error("the shop is open");
    const { trials, caller } = resolved;
    return { fixtures: await trials.fixtures(), awaits: await trials.awaitsSearch(), now: caller.side.out.now };
  };
  const before = await found();
  expect(before).toMatchObject({ fixtures: [], awaits: false });
  const caller = { side, storefrontId: shop.storefrontId, principal };
  await seedFixture(caller, { kind: "product", parentId: "", fixtureId: "mine", fixture: {} });
  expect((await found()).fixtures).toHaveLength(1);
  const task = { taskId: "task_1", taskType: "get_products", arm: "submitted", message: null } as const;
  await rehearseTask({ ...caller, side: elsewhere }, task);
  expect((await found()).awaits).toBe(true);
  await market.world.database.writeInstallation((db) =>
    db
      .updateTable("customers")
      .set({ sandbox: true, clock_offset_ms: DAY_MS })
      .where("customer_id", "=", shop.customerId)
      .execute(),
  );
  expect((await found()).now.getTime()).toBeGreaterThan(before.now.getTime());
});

test("what one process counts about its runs, another uses to compose", async () => {
  const shop = await market.openShop();
  const live = shop.call({ buyer: { ...shop.call().buyer, sandbox: false } });
  const ask = async ({ host }: Interchange) => {
    const found = await host.sellers.find(shop.buyer, shop.agentId);
    await found?.agent.getProducts({ refine: [{ scope: "request", ask: "too expensive" }], brief: "cars" }, live);
    return JSON.stringify((await decidedBy(shop)).composing);
  };
  expect(await ask(other)).toContain("house_default");
  for (let turn = 0; turn < 4; turn++) await ask(market.world);
  await market.world.host.backgroundTasks.idle();
  expect(await ask(other)).toContain("history_buyer");
});
