import { afterAll, beforeAll, expect, test } from "vitest";
import { confirm, type Host, join, open, openHost, someEmail } from "../../src/supply/join-links/joining.fixture.ts";
import { newestMailTo } from "../mailbox.ts";
import {
  browserOf,
  consented,
  type GuardedShop,
  openGuardedShop,
  productsSeenBy,
  scheduleRecovery,
  sourceSeenBy,
} from "../oauth/oauth.fixture.ts";
import { type RunningProvider, startProvider } from "../oauth/provider.ts";
import { openWorld, type World } from "../world.ts";
import { requestAndDie } from "./request-and-die.ts";

/**
 * A server is killed with -9 while somebody joins, confirms their address, or returns from an authorization server, at
 * each of its messages to the database. Requests without an answer are repeated.
 */
const WORDS = [2, 4, 6, 8];
const unanswered: Record<"sign-up" | "confirmation" | "callback", number> = {
  "sign-up": 0,
  confirmation: 0,
  callback: 0,
};

let world: World;
let host: Host;
let provider: RunningProvider;
let shop: GuardedShop;
beforeAll(async () => {
  [world, provider] = await Promise.all([openWorld(), startProvider()]);
  host = await openHost(world);
  shop = await openGuardedShop(world, await world.caller("OPERATOR"), provider);
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

const slugOf = async () => (await host.mint({ approvalPolicy: "auto_approve" })).data.slug as string;
const buyersOf = async (company: string) => {
  const { items } = (await host.seller.get("/storefront/sponsored-buyers?take=250")).data;
  return items.filter(({ buyerName }: { buyerName: string }) => buyerName === company);
};
const usesOf = async (slug: string) =>
  (await host.seller.get("/storefront/join-links?take=250")).data.items.find(
    (link: { slug: string }) => link.slug === slug,
  )?.uses;
const headers = { "content-type": "application/json" };

test.each(WORDS)("killed at word %i of a sign-up, the same again makes one buyer and one use", async (nth) => {
  const [slug, email, companyName] = [await slugOf(), someEmail(), `Signed up ${nth}`];
  const url = `/api/v2/storefront/join/${slug}/signup`;
  const payload = { companyName, email, acceptTerms: true };
  const { status } = await requestAndDie(world, { method: "POST", url, headers, payload }, nth);
  unanswered["sign-up"] += Number(status === undefined);
  expect(status ?? 201).toBe(201);
  expect((await buyersOf(companyName)).length).toBeOneOf(status === 201 ? [1] : [0, 1]);
  expect((await join(world, slug, payload)).status).toBe(201);
  expect(await confirm(world, email)).toMatchObject({ status: 200, data: { status: "active" } });
  expect(await buyersOf(companyName)).toMatchObject([{ status: "active" }]);
  expect(await usesOf(slug)).toBe(1);
});

test.each(WORDS)(
  "killed at word %i of a confirmation, its buyer is in once, and comes in by another mail",
  async (nth) => {
    const [slug, email, companyName] = [await slugOf(), someEmail(), `Confirmed ${nth}`];
    await join(world, slug, { email, companyName });
    const token = (await newestMailTo(world, email))?.token;
    const url = "/api/v2/storefront/join/confirm";
    const { status } = await requestAndDie(world, { method: "POST", url, headers, payload: { token } }, nth);
    unanswered.confirmation += Number(status === undefined);
    expect(status ?? 200).toBe(200);
    const again = await open(world, token);
    // Either redeemed by the person who got no answer, or not at all: never partly.
    expect(again.status).toBeOneOf(status === 200 ? [400] : [200, 400]);
    expect(await usesOf(slug)).toBe(1);
    await join(world, slug, { email, companyName });
    expect(await confirm(world, email)).toMatchObject({ status: 200, data: { status: "active" } });
    expect(await buyersOf(companyName)).toMatchObject([{ status: "active" }]);
    expect(await usesOf(slug)).toBe(1);
  },
);

test.each(WORDS)(
  "killed at word %i of an OAuth callback, the buyer is connected once, or consents once more",
  async (nth) => {
    const buyer = await world.caller("BUYER");
    const back = await consented(buyer, shop);
    const asked = { method: "GET", url: back.pathname + back.search, headers: { cookie: browserOf(back) } } as const;
    const { status } = await requestAndDie(world, asked, nth);
    unanswered.callback += Number(status === undefined);
    expect(status ?? 200).toBe(200);
    const { connected } = await sourceSeenBy(buyer, shop);
    expect(connected || status === undefined).toBe(true);
    const again = await scheduleRecovery(world, back);
    expect(again.status).toBeOneOf(connected ? [400] : [200, 400]);
    if (again.status !== 200 && !connected) await scheduleRecovery(world, await consented(buyer, shop));
    expect(await sourceSeenBy(buyer, shop)).toMatchObject({
      connected: true,
      customerAccounts: [{ status: "ACTIVE" }],
    });
    expect(await productsSeenBy(buyer, shop)).toEqual(["Premium CTV"]);
  },
);

test("of each, most died before they had answered", () => {
  for (const died of Object.values(unanswered)) expect(died).toBeGreaterThan(WORDS.length / 2);
});
