import { afterAll, beforeAll, expect, test } from "vitest";
import { doJobs } from "../../../test/jobs.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { type MarketStorefront, openStorefront } from "../marketplace/market.fixture.ts";
import { askFor, LINKS, link, request, sourceAt } from "./links.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

let opened = 0;
const stall = (listed = true) => openStorefront(world, operator, { name: `Stall ${(opened += 1)}`, listed });

async function pair(): Promise<{ buyer: MarketStorefront; seller: MarketStorefront }> {
  return { buyer: await stall(), seller: await stall() };
}

const newsOf = async (caller: Caller) =>
  (await caller.get("/notifications")).data.notifications.map(({ event }: { event: string }) => event);

test("a request waits for the other side, which reads the message and no more of the asking storefront than a buyer does", async () => {
  const { buyer, seller } = await pair();
  const asked = await askFor(buyer.seller, seller.platformId, { requestMessage: "please" });
  expect(asked).toMatchObject({
    status: 201,
    data: {
      executionType: "LINKED_STOREFRONT",
      status: "PENDING",
      endpointUrl: null,
      requiresCredentials: false,
      connectionError: "the other storefront has not approved the link yet",
      linkedStorefront: { status: "PENDING", requestMessage: "please", respondedAt: null },
    },
  });
  const { data: inbound } = await seller.seller.get(LINKS);
  expect(inbound).toMatchObject({ total: 1, items: [{ direction: "inbound", requestMessage: "please" }] });
  expect(Object.keys(inbound.items[0].buyer).sort()).toEqual(["name", "platformId", "publisherDomain", "storefrontId"]);
  const { data: outbound } = await buyer.seller.get(`${LINKS}?direction=outbound&status=PENDING`);
  expect(outbound.items).toMatchObject([{ direction: "outbound", seller: { platformId: seller.platformId } }]);
  await doJobs(world);
  expect(await newsOf(seller.seller)).toContain("storefront_link.requested");
});

test("a storefront that waits for an answer continues to sell", async () => {
  const { buyer, seller } = await pair();
  await request(buyer.seller, seller);
  expect((await buyer.seller.get("/storefront/readiness")).data).toMatchObject({ effectiveStatus: "live" });
});

test("once approved, the source opens automatically with the other's capabilities, and both sides are notified", async () => {
  const { buyer, seller } = await pair();
  const linkId = await request(buyer.seller, seller);
  const body = { responseMessage: "welcome" };
  expect(await seller.seller.post(`${LINKS}/${linkId}/approve`, body)).toMatchObject({
    status: 200,
    data: { linkId, status: "ACTIVE", responseMessage: "welcome", direction: "inbound" },
  });
  await doJobs(world);
  expect(await sourceAt(buyer.seller, seller)).toMatchObject({
    status: "ACTIVE",
    connectionError: null,
    connectedAt: expect.any(String),
    linkedStorefront: { status: "ACTIVE", responseMessage: "welcome" },
  });
  expect(await newsOf(buyer.seller)).toContain("storefront_link.approved");
});

test("if the link is rejected, the source is off, says why, and cannot be switched on", async () => {
  const { buyer, seller } = await pair();
  const linkId = await request(buyer.seller, seller);
  await seller.seller.post(`${LINKS}/${linkId}/reject`, { responseMessage: "not now" });
  await doJobs(world);
  const why = `${(await seller.seller.get("/storefront")).data.name} has rejected the link: not now`;
  expect(await sourceAt(buyer.seller, seller)).toMatchObject({ status: "DISABLED", connectionError: why });
  const path = `/storefront/inventory-sources/${seller.platformId}`;
  expect(await buyer.seller.put(path, { status: "ACTIVE" })).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE", message: expect.stringContaining(why) },
  });
  expect(await newsOf(buyer.seller)).toContain("storefront_link.rejected");
});

test.each(["BUYER", "SELLER"] as const)("the %s ends a link, and the other is notified", async (side) => {
  const { buyer, seller } = await pair();
  const linkId = await link(world, buyer.seller, seller);
  const [ending, reported] = side === "BUYER" ? [buyer, seller] : [seller, buyer];
  expect(await ending.seller.post(`${LINKS}/${linkId}/cancel`)).toMatchObject({
    status: 200,
    data: { status: "CANCELLED", cancelledBy: side, cancelledAt: expect.any(String) },
  });
  await doJobs(world);
  expect(await sourceAt(buyer.seller, seller)).toMatchObject({ status: "DISABLED" });
  expect(await newsOf(reported.seller)).toContain("storefront_link.cancelled");
  expect(await newsOf(ending.seller)).not.toContain("storefront_link.cancelled");
  expect(await ending.seller.post(`${LINKS}/${linkId}/cancel`)).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", details: { status: "CANCELLED" } },
  });
});

test("removing a source ends its link, and the two can start again", async () => {
  const { buyer, seller } = await pair();
  const linkId = await link(world, buyer.seller, seller);
  expect(await askFor(buyer.seller, seller.platformId, { sourceId: "again" })).toMatchObject({
    status: 409,
    error: { field: "platformId" },
  });
  expect(await buyer.seller.delete(`/storefront/inventory-sources/${seller.platformId}`)).toMatchObject({
    status: 204,
  });
  const ended = { status: "CANCELLED", cancelledBy: "BUYER" };
  expect((await seller.seller.get(`${LINKS}/${linkId}`)).data).toMatchObject(ended);
  await doJobs(world);
  expect(await request(buyer.seller, seller)).toBeGreaterThan(linkId);
});

test("a storefront cannot be a source of itself, and one that is not on the marketplace counts as missing", async () => {
  const [buyer, hidden] = [await stall(), await stall(false)];
  expect(await askFor(buyer.seller, buyer.platformId)).toMatchObject({ status: 400, error: { field: "platformId" } });
  const [unlisted, missing] = [await askFor(buyer.seller, hidden.platformId), await askFor(buyer.seller, "nowhere")];
  expect(unlisted).toMatchObject({ status: 404, error: { code: "NOT_FOUND", field: "platformId" } });
  expect(unlisted.error?.message.replace(hidden.platformId, "nowhere")).toBe(missing.error?.message);
});

test("the requesting storefront cannot approve its own request, and a third cannot see the link", async () => {
  const { buyer, seller } = await pair();
  const third = await stall();
  const linkId = await request(buyer.seller, seller);
  const unknown = { status: 404, error: { code: "NOT_FOUND" } };
  for (const verdict of ["approve", "reject"])
    expect(await buyer.seller.post(`${LINKS}/${linkId}/${verdict}`)).toMatchObject(unknown);
  for (const verdict of ["approve", "reject", "cancel"])
    expect(await third.seller.post(`${LINKS}/${linkId}/${verdict}`)).toMatchObject(unknown);
  expect(await third.seller.get(`${LINKS}/${linkId}`)).toMatchObject(unknown);
  expect((await third.seller.get(LINKS)).data.total).toBe(0);
});

test("a link that has been answered cannot be answered again", async () => {
  const { buyer, seller } = await pair();
  const linkId = await link(world, buyer.seller, seller);
  for (const verdict of ["approve", "reject"])
    expect(await seller.seller.post(`${LINKS}/${linkId}/${verdict}`)).toMatchObject({
      status: 409,
      error: { code: "CONFLICT", details: { status: "ACTIVE" } },
    });
});

test("storefronts that would sell from each other through a third are refused, until one of the links is ended", async () => {
  const [first, second, third] = [await stall(), await stall(), await stall()];
  await link(world, first.seller, second);
  const middle = await link(world, second.seller, third);
  const linkId = await request(third.seller, first);
  expect(await first.seller.post(`${LINKS}/${linkId}/approve`)).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", message: expect.stringContaining("already a source of yours") },
  });
  await second.seller.post(`${LINKS}/${middle}/cancel`);
  expect(await first.seller.post(`${LINKS}/${linkId}/approve`)).toMatchObject({ data: { status: "ACTIVE" } });
});

test("a linked source is renamed and paused like any other, and accepts no credential", async () => {
  const { buyer, seller } = await pair();
  await link(world, buyer.seller, seller);
  const path = `/storefront/inventory-sources/${seller.platformId}`;
  const renamed = await buyer.seller.put(path, { name: "Partner", status: "DISABLED" });
  expect(renamed.data).toMatchObject({ name: "Partner", status: "DISABLED", linkedStorefront: { status: "ACTIVE" } });
  expect((await buyer.seller.put(path, { status: "ACTIVE" })).data).toMatchObject({ status: "ACTIVE" });
  const auth = { type: "api_key", token: "secret" };
  expect(await buyer.seller.put(path, { auth })).toMatchObject({ status: 400, error: { field: "auth.type" } });
});
