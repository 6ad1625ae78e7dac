import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { join, joinAs, someEmail } from "../joining.fixture.ts";
import { openViewCounts } from "./open-view-counts.ts";

let shop: OpenShop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async function mint(body: object = {}): Promise<{ readonly id: string; readonly slug: string }> {
  return (await shop.seller.post("/storefront/join-links", body)).data;
}

async function funnelOf(slug: string, query = "", seller = shop.seller) {
  const { data } = await seller.get(`/storefront/join-links/funnels${query}`);
  return data.items.find((one: { slug: string }) => one.slug === slug);
}

function look(slug: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") {
  return shop.world.app.inject({ method, url: `/join/${slug}`, headers: { "user-agent": PERSON, ...headers } });
}

test("each step of a link is counted, from the view of its page to the first buy", async () => {
  const { id, slug } = await mint({ approvalPolicy: "auto_approve" });
  expect(await funnelOf(slug)).toEqual({
    joinLinkId: id,
    slug,
    views: 0,
    started: 0,
    confirmed: 0,
    approved: 0,
    bought: 0,
  });
  for (let n = 0; n < 3; n++) expect((await look(slug)).statusCode).toBe(200);
  const { key, customerId } = await joinAs(shop.world, slug);
  await joinAs(shop.world, slug);
  await join(shop.world, slug);
  await expect
    .poll(() => funnelOf(slug), { timeout: 60_000 })
    .toMatchObject({ views: 3, started: 3, confirmed: 2, approved: 2, bought: 0 });

  await shop.world.database.writeInstallation((db) =>
    db.updateTable("customers").set({ sandbox: true }).where("customer_id", "=", customerId).execute(),
  );
  const { payload } = await callTool(shop, "get_products", { buying_mode: "wholesale" }, { key });
  const [{ product_id: product, pricing_options: options }] = payload.products;
  for (let n = 0; n < 2; n++) {
    const bought = await callTool(shop, "create_media_buy", newBuy(product, options[0].pricing_option_id), { key });
    expect(bought.payload).toMatchObject({ media_buy_id: expect.any(String) });
  }
  expect(await funnelOf(slug)).toMatchObject({ confirmed: 2, bought: 1 });

  const today = new Date().toISOString().slice(0, 10);
  const past = new Date(Date.now() - 7 * DAY_MS).toISOString().slice(0, 10);
  expect(await funnelOf(slug, `?startDate=${today}`)).toMatchObject({ views: 3, started: 3, confirmed: 2, bought: 1 });
  expect(await funnelOf(slug, `?endDate=${past}`)).toMatchObject({ views: 0, started: 0, confirmed: 0, bought: 0 });
  const backwards = await shop.seller.get(`/storefront/join-links/funnels?startDate=${today}&endDate=${past}`);
  expect(backwards).toMatchObject({ status: 400, error: { field: "endDate" } });
});

test("a HEAD request, a page without a link and a prefetch are no views, and a view leaves no trace of the visitor", async () => {
  const { slug } = await mint();
  await look(slug, {}, "HEAD");
  for (const headers of [
    { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" },
    { "user-agent": "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)" },
    { "user-agent": "curl/8.14.1" },
    { "user-agent": "" },
    { "sec-purpose": "prefetch;prerender" },
  ])
    expect((await look(slug, headers)).statusCode).toBe(200);
  await look(slug);
  await expect.poll(() => funnelOf(slug), { timeout: 60_000 }).toMatchObject({ views: 1 });
  const rows = await shop.world.database.readInstallation((db) =>
    db.selectFrom("join_link_days").selectAll().where("views", ">", 0).execute(),
  );
  expect(new Set(rows.flatMap(Object.keys))).toEqual(
    new Set(["customer_id", "join_link_id", "day", "views", "started"]),
  );
});

test("a flood of views is one row of one statement, and two processes that count concurrently lose nothing", async () => {
  const links = [await mint(), await mint()];
  const { database, clock } = shop.world.host;
  const seller = shop.seller.customerId;
  const added: (() => Promise<unknown>)[] = [];
  const backgroundTasks = {
    ...shop.world.host.backgroundTasks,
    add: (_: string, work: () => Promise<unknown>) => void added.push(work),
  };
  const processes = [0, 1].map(() => openViewCounts({ database, clock, backgroundTasks }));
  for (let n = 0; n < 5_000; n++)
    for (const [index, counts] of processes.entries()) {
      const link = links[(n + index) % 2];
      counts.note({ customerId: seller, joinLinkId: Number(link?.id) });
    }
  for (const counts of processes) counts.flush();
  expect(added).toHaveLength(2);
  await Promise.all(added.map((work) => work()));
  for (const { slug } of links) expect(await funnelOf(slug)).toMatchObject({ views: 5_000 });
  const rows = await database.readInstallation((db) =>
    db
      .selectFrom("join_link_days")
      .selectAll()
      .where(
        "join_link_id",
        "in",
        links.map(({ id }) => Number(id)),
      )
      .execute(),
  );
  expect(rows.length).toBeLessThanOrEqual(4);
});

test("a person with an account is counted as a start like anybody else, and no other seller sees it", async () => {
  const { slug } = await mint({ approvalPolicy: "auto_approve" });
  const email = someEmail();
  for (let n = 0; n < 2; n++) expect((await join(shop.world, slug, { email })).status).toBe(201);
  expect(await funnelOf(slug)).toMatchObject({ started: 2, confirmed: 0 });
  const other = await shop.world.caller("SELLER");
  await other.post("/storefront", { name: "Another", defaultCurrency: "USD" });
  expect((await other.get("/storefront/join-links/funnels")).data).toEqual({ items: [] });
});
