import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../../../../test/world.ts";
import { confirm, type Host, joinAs, openHost, purposeFor } from "../joining.fixture.ts";
import { type Decision, decide, type SponsoredBuyer, type SponsorshipStatus } from "./sponsored-buyer.ts";

let world: World;
let host: Host;
beforeAll(async () => {
  world = await openWorld();
  host = await openHost(world);
});
afterAll(() => world.close());

const buyerThatIs = (status: SponsorshipStatus): SponsoredBuyer => ({
  buyerCustomerId: 7,
  buyerName: null,
  storefrontId: 1,
  status,
  posture: "prepay",
  createdAt: new Date(0),
  slug: "a-link",
});

test.each<[Decision, SponsorshipStatus, SponsorshipStatus]>([
  ["approve", "pending", "active"],
  ["suspend", "pending", "suspended"],
  ["suspend", "active", "suspended"],
  ["reactivate", "suspended", "active"],
])("to %s a buyer who is %s makes it %s", (decision, from, to) => {
  expect(decide(buyerThatIs(from), decision)).toEqual(buyerThatIs(to));
});

test.each<[Decision, SponsorshipStatus]>([
  ["approve", "active"],
  ["approve", "suspended"],
  ["suspend", "suspended"],
  ["reactivate", "pending"],
  ["reactivate", "active"],
])("to %s a buyer who is %s is a conflict", (decision, from) => {
  expect(() => decide(buyerThatIs(from), decision)).toThrow(`it is ${from}`);
});

const pendingBuyer = async () => joinAs(world, (await host.mint()).data.slug);
const tell = (id: number | string, decision: string, at = host) =>
  at.seller.post(`/storefront/sponsored-buyers/${id}/${decision}`);

test("a seller approves, suspends and reactivates; an illegal step is a conflict that names the status", async () => {
  const { customerId } = await pendingBuyer();
  expect(await tell(customerId, "reactivate")).toMatchObject({
    status: 409,
    error: { code: "CONFLICT", details: { status: "pending" } },
  });
  expect(await tell(customerId, "approve")).toMatchObject({
    status: 200,
    data: { buyerCustomerId: customerId, buyerName: "Brand GmbH", storefrontId: host.storefrontId, status: "active" },
  });
  expect((await tell(customerId, "approve")).error?.details).toEqual({ status: "active" });
  expect((await tell(customerId, "suspend")).data.status).toBe("suspended");
  expect((await tell(customerId, "suspend")).error?.details).toEqual({ status: "suspended" });
  expect((await tell(customerId, "reactivate")).data.status).toBe("active");
});

test("a buyer suspended before it was approved is active once reactivated", async () => {
  const { customerId } = await pendingBuyer();
  await tell(customerId, "suspend");
  expect((await tell(customerId, "reactivate")).data.status).toBe("active");
});

test("two concurrent decisions are made one after the other", async () => {
  const { customerId } = await pendingBuyer();
  const replies = await Promise.all([1, 2, 3].map(() => tell(customerId, "approve")));
  expect(replies.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
});

test("another seller's buyer and a missing one give the same error", async () => {
  const { customerId } = await pendingBuyer();
  const other = await openHost(world);
  for (const decision of ["approve", "suspend", "reactivate"]) {
    const [foreign, missing] = [await tell(customerId, decision, other), await tell(999_999_999, decision, other)];
    expect(foreign).toMatchObject({ status: 404, error: { code: "NOT_FOUND" } });
    expect(foreign.error?.message.replace(String(customerId), "N")).toBe(
      missing.error?.message.replace("999999999", "N"),
    );
    expect((await tell("0", decision)).error?.code).toBe("VALIDATION_ERROR");
  }
  expect((await other.seller.get("/storefront/sponsored-buyers")).data).toEqual({ items: [], total: 0 });
});

test("disabling a link does not affect anybody who joined by it", async () => {
  const { data } = await host.mint({ approvalPolicy: "auto_approve" });
  const { customerId, key } = await joinAs(world, data.slug);
  await host.seller.delete(`/storefront/join-links/${data.id}`);
  const { items } = (await host.seller.get("/storefront/sponsored-buyers")).data;
  expect(items.find((buyer: SponsoredBuyer) => buyer.buyerCustomerId === customerId)?.status).toBe("active");
  const advertiser = { name: "Still in", brand: "brand.example" };
  const headers = { authorization: `Bearer ${key}` };
  expect((await world.anonymous("POST", "/buyer/advertisers", advertiser, headers)).status).toBe(201);
});

test("an approved buyer is sent a link that signs in, and brings the first key", async () => {
  const { customerId, email, key } = await pendingBuyer();
  expect(key).toBeNull();
  await tell(customerId, "approve");
  const confirmed = await confirm(world, email);
  expect(await purposeFor(world, email)).toBe("sign_in");
  expect(confirmed.data).toMatchObject({
    buyerCustomerId: customerId,
    status: "active",
    apiKey: expect.stringMatching(/^scope3_/),
  });
});
