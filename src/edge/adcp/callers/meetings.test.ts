import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../../../bench/harness/statements.ts";
import { callTool, newBuy, type ToolCall } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import type { Caller } from "../../../../test/world.ts";
import type { Db, InstallationDb } from "../../../ground/db/index.ts";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { compose, type Interchange } from "../../../main/compose.ts";
import { meetingVersionsOfAnyCustomer } from "../../../supply/merchandising/index.ts";

let shop: OpenShop;
/** Another process on the same database, which only learns of a change by reading. */
let other: Interchange;
let elsewhere: OpenShop;
beforeAll(async () => {
  shop = await openShop();
  other = await compose(shop.world.parts);
  elsewhere = { ...shop, world: { ...shop.world, ...other } };
});
afterAll(async () => {
  await other.close();
  await shop.world.close();
});

const BRIEF = { buying_mode: "brief", brief: "video for people who hike" };
const ask = (as: ToolCall = {}) => callTool(elsewhere, "get_products", BRIEF, as);
const newBuyer = () => shop.world.caller("BUYER", { sandbox: true });

/** Repeats the call until only the version is looked up. */
async function acquaint(as: ToolCall): Promise<void> {
  for (let time = 0; time < 3; time++) expect((await ask(as)).http).toBe(200);
}

const written = <T>(work: (db: InstallationDb) => Promise<T>) => shop.world.database.writeInstallation(work);

const AT = { created_at: new Date(), updated_at: new Date() };

function sponsor(db: Db, customerId: number) {
  const by = { storefront_id: 1, seller_customer_id: shop.seller.customerId, join_link_id: 1, walled: true };
  const how = { status: "active", posture: "prepay", language: "en", ...AT };
  return db
    .insertInto("sponsorships")
    .values({ customer_id: customerId, ...by, ...how })
    .execute();
}

type Change = (buyer: Caller) => Promise<unknown>;

const CHANGES: readonly (readonly [name: string, change: Change, status: number])[] = [
  [
    "its key is revoked",
    ({ customerId }) =>
      written((db) =>
        db.updateTable("api_keys").set({ revoked_at: new Date() }).where("customer_id", "=", customerId).execute(),
      ),
    401,
  ],
  [
    "its key expires",
    ({ customerId }) =>
      written((db) =>
        db
          .updateTable("api_keys")
          .set({ expires_at: new Date(0) })
          .where("customer_id", "=", customerId)
          .execute(),
      ),
    401,
  ],
  [
    "its holder is a member no more",
    ({ customerId }) => written((db) => db.deleteFrom("members").where("customer_id", "=", customerId).execute()),
    401,
  ],
  [
    "its organisation is not a buyer's any more",
    ({ customerId }) =>
      written((db) =>
        db.updateTable("customers").set({ kind: "SELLER" }).where("customer_id", "=", customerId).execute(),
      ),
    403,
  ],
  ["another storefront has it as its own buyer", ({ customerId }) => written((db) => sponsor(db, customerId)), 404],
  ["the storefront is hidden", () => shop.operator.post(`/operator/storefronts/${shop.storefrontId}/hide`), 404],
  ["it is listed again", () => shop.operator.post(`/operator/storefronts/${shop.storefrontId}/list`), 200],
];

test.each(CHANGES)("a buyer that a process knows is looked up again immediately when %s", async (_, change, status) => {
  const buyer = await newBuyer();
  if (status !== 200) await acquaint(buyer);
  await change(buyer);
  expect((await ask(buyer)).http).toBe(status);
  expect((await ask(buyer)).http).toBe(status);
});

test("a key expires between two requests without anything being written", async () => {
  const buyer = await newBuyer();
  await acquaint(buyer);
  const soon = new Date(shop.world.host.clock.now().getTime() + 400);
  await written((db) =>
    db.updateTable("api_keys").set({ expires_at: soon }).where("customer_id", "=", buyer.customerId).execute(),
  );
  await expect.poll(async () => (await ask(buyer)).http, { timeout: 60_000, interval: 20 }).toBe(401);
});

test("its clock, too, is current", async () => {
  const buyer = await newBuyer();
  const expiry = async () => (await ask(buyer)).payload.proposals[0].expires_at;
  await acquaint(buyer);
  const before = await expiry();
  await written((db) =>
    db
      .updateTable("customers")
      .set({ clock_offset_ms: 30 * DAY_MS })
      .where("customer_id", "=", buyer.customerId)
      .execute(),
  );
  expect(Date.parse(await expiry())).toBeGreaterThan(Date.parse(before));
});

test("a key that its holder has moved to another organisation shows nothing of the former one", async () => {
  const [buyer, second] = [await newBuyer(), await newBuyer()];
  await acquaint(buyer);
  const [product] = (await ask(buyer)).payload.products;
  const buy = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  expect((await callTool(elsewhere, "create_media_buy", buy, buyer)).isError).toBe(false);
  const bought = async () => (await callTool(elsewhere, "get_media_buys", {}, buyer)).payload.media_buys.length;
  expect(await bought()).toBe(1);
  await written(async (db) => {
    const [key] = await db
      .selectFrom("api_keys")
      .select("user_id")
      .where("customer_id", "=", buyer.customerId)
      .execute();
    const seat = { customer_id: second.customerId, user_id: key?.user_id ?? 0, role: "ADMIN", created_at: new Date() };
    await db.insertInto("members").values(seat).execute();
    await db
      .updateTable("api_keys")
      .set({ acting_for: second.customerId })
      .where("customer_id", "=", buyer.customerId)
      .execute();
  });
  expect(await bought()).toBe(0);
  expect(await bought()).toBe(0);
});

test("each row that decides how they meet is part of the version", async () => {
  const { customerId } = await newBuyer();
  const [key] = await written((db) =>
    db.selectFrom("api_keys").select(["secret_hash", "user_id"]).where("customer_id", "=", customerId).execute(),
  );
  const meeting = { secretHash: key?.secret_hash ?? "", platformId: shop.platformId };
  const version = async () =>
    (await shop.world.database.readInstallation((db) => meetingVersionsOfAnyCustomer(db, [meeting], new Date())))[0];
  const account = { agent_id: "agt", storefront_id: shop.storefrontId, account_identifier: "a" };
  const seen = [await version()];
  for (const change of [
    (db: Db) =>
      db
        .updateTable("users")
        .set({ email: `${customerId}@new.example` })
        .where("user_id", "=", key?.user_id ?? 0),
    (db: Db) => db.updateTable("members").set({ role: "MEMBER" }).where("customer_id", "=", customerId),
    (db: Db) => db.updateTable("customers").set({ terms_version: "older" }).where("customer_id", "=", customerId),
    (db: Db) => db.updateTable("api_keys").set({ read_only: true }).where("customer_id", "=", customerId),
    (db: Db) =>
      db
        .insertInto("credentials")
        .values({ customer_id: customerId, ...account, status: "ACTIVE", auth_type: "NO_AUTH", ...AT }),
    (db: Db) => db.updateTable("storefronts").set({ name: "Renamed" }).where("storefront_id", "=", shop.storefrontId),
  ]) {
    await written(async (db) => void (await change(db).execute()));
    seen.push(await version());
  }
  expect(new Set(seen).size).toBe(7);
  expect(await version()).toBe(seen.at(-1));
});

const tablesIn = (text: string) =>
  [...text.matchAll(/(?:from|join) "?([a-z]+_?[a-z_]*)\b"?(?!\()/g)].map(([, name]) => name);

test("every table by which a key and a storefront are looked up is covered by the version", async () => {
  const buyer = await newBuyer();
  const { statements: cold } = await listenDuring(() => ask(buyer));
  // Runs are added up once a second, and what is learnt of them is part of the version.
  await acquaint(buyer);
  await shop.world.host.backgroundTasks.idle();
  await acquaint(buyer);
  const { statements: warm } = await listenDuring(() => ask(buyer));
  const lookUps = cold.filter(({ text }) => /^(select|with).*("api_keys"|"platform_id")/s.test(text));
  expect(lookUps).toHaveLength(2);
  const { rows } = await shop.world.database.readInstallation((db) =>
    sql<{ text: string }>`
      select prosrc as text from pg_proc where proname = 'meeting_version'
      union all select lower(pg_get_viewdef('shelf_rows'::regclass))`.execute(db),
  );
  const covered = new Set(rows.flatMap(({ text }) => tablesIn(text)).concat("chosen"));
  expect(covered).toContain("api_keys");
  expect(lookUps.flatMap(({ text }) => tablesIn(text)).filter((name) => !covered.has(name))).toEqual([]);
  expect(warm.filter(({ text }) => text.includes("meeting_version"))).toHaveLength(1);
  // If the version has not changed, nothing else is looked up.
  expect(warm.filter(({ text }) => lookUps.some((one) => one.text === text))).toEqual([]);
});
