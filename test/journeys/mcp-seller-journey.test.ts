import type { AddressInfo } from "node:net";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROFILES } from "../../src/supply/simulated/index.ts";
import { newestMailTo } from "../mailbox.ts";
import { expectData } from "../operations/expect-data.ts";
import { type Caller, openWorld, type World } from "../world.ts";

/** An agent that sells: it has the official client, an address and a key, and asks Murph what to do next until nothing is left. */
let world: World;
let seller: Caller;
let operator: Caller;
let client: Client;
/** Created by the first journey, and used by the second. */
let storefrontId: string;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld();
  seller = await world.caller("SELLER", { terms: false, sandbox: true });
  operator = await world.caller("OPERATOR");
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = world.app.server.address() as AddressInfo;
  client = new Client({ name: "newcomer", version: "1.0.0" });
  const requestInit = { headers: { authorization: `Bearer ${seller.key}` } };
  const url = new URL(`http://127.0.0.1:${port}/mcp/v2/storefront`);
  await client.connect(new StreamableHTTPClientTransport(url, { requestInit }));
});
afterAll(async () => {
  await client.close();
  await world.close();
});

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is; a schema here would test the schema
type Answer = any;

async function call(name: string, given: Record<string, unknown> = {}): Promise<Answer> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: given });
  if (isError) throw new Error(`${name} ${JSON.stringify(given)}: ${JSON.stringify(content)}`);
  return (structuredContent as { data: Answer }).data;
}

/** Asks Murph about the situation, and makes the call that resolves a matter, adding what only the seller knows to its body. */
async function settle(id: string, body?: Record<string, unknown>): Promise<Answer> {
  const { state } = await call("ask_murph", { question: "why am I not live?" });
  const matter = state.find((one: { id: string }) => one.id === id);
  if (!matter?.next) throw new Error(`Murph has no call for ${id}: ${JSON.stringify(state)}`);
  const { operation: _, ...next } = matter.next;
  return call("api_call", { ...next, ...(body && { body }) });
}

const openMatters = async (): Promise<string[]> =>
  (await call("ask_murph", { prompt: "what is left to do?" })).state.map(({ id }: { id: string }) => id);

test("the client is told who the server is, and whom to ask first", async () => {
  expect(client.getServerVersion()?.name).toBe("interchange-storefront");
  expect(client.getInstructions()).toContain("ask_murph");
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain("ask_murph");
});

test("an empty organisation becomes a listed storefront with a source, a buyer of its own and a first order", async () => {
  await call("accept_tos");
  ({ storefrontId } = await settle("storefront.missing", { name: "Newcomer TV", acceptsAllCountries: true }));
  await settle("readiness.currency_confirmed", { defaultCurrency: "USD" });
  await settle("readiness.inventory_sources", SOURCE);
  await settle("storefront.paused");

  const { joinPath, slug } = await settle("invitations", { storefrontId, approvalPolicy: "manual_approve" });
  expect(joinPath).toBe(`/join/${slug}`);
  const { customerId } = await join(slug);
  expect(await openMatters()).toEqual([`buyer.${customerId}`, "marketplace", "notifications"]);
  await settle(`buyer.${customerId}`);
  expectData(await operator.post(`/operator/storefronts/${storefrontId}/list`));
  expect(await openMatters()).toEqual(["notifications"]);

  buyer = world.holder(customerId, (await openMail()).apiKey);
  expect(await buyFrom(buyer, storefrontId)).toMatchObject({
    status: "ACTIVE",
    salesAgentId: "storefront-newcomer-tv",
  });
  const { items } = await call("api_call", { operation: "listStorefrontMediaBuys" });
  expect(items).toMatchObject([{ status: "booked", buyer: { customerId } }]);

  const { notifications } = await settle("notifications");
  expect(notifications.map(({ event }: Answer) => event)).toEqual(
    expect.arrayContaining(["sponsored_buyer.approval_requested", "storefront.listed"]),
  );
  await call("api_call", { method: "POST", path: "/notifications/read-all" });
  expect(await openMatters()).toEqual([]);
});

/** Does what a question in plain words leads to first. */
async function does(question: string, given: Record<string, unknown> = {}): Promise<Answer> {
  const { operations } = await call("ask_murph", { question });
  return call("api_call", { operation: operations[0].operation, ...given });
}

test("it hides a product, approves a media buy that its policy holds, and reads its runs, only by following the answers", async () => {
  const { products } = await does("preview my rules", { body: {} });
  const [{ productId: hidden }] = products;
  const rules = [{ kind: "exclude", match: { productIds: [hidden] } }];
  await does("hide a product", { body: { rules, activate: true } });
  await does("write an acceptance policy", { body: { content: "Review buyers: all", activate: true } });

  const held = await buyFrom(buyer, storefrontId);
  expect(held).toMatchObject({ status: "PENDING_APPROVAL" });
  expect(held.products[0].productId).not.toBe(hidden);
  const { approvals } = await does("what waits for me?");
  const [{ mediaBuyId }] = approvals.items;
  expect(await openMatters()).toEqual([`order.${mediaBuyId}`, "notifications"]);
  expect(await settle(`order.${mediaBuyId}`)).toMatchObject({ status: "approved", forwardOutcome: "all_completed" });
  expectData(await buyer.post("/sandbox/clock", { hours: 2 }));
  const { mediaBuy } = expectData(await buyer.get(`/buyer/media-buys/${held.mediaBuyId}`));
  expect(mediaBuy).toMatchObject({ status: "ACTIVE" });
  expect(await openMatters()).toEqual(["notifications"]);

  await world.host.backgroundTasks.idle();
  const { items } = await does("what did buyers ask for?");
  const shown = items.map(({ explanation }: Answer) =>
    explanation.selectedProducts.map(({ productId }: Answer) => productId),
  );
  expect(shown.filter((ids: string[]) => ids.length > 0 && !ids.includes(hidden)).length).toBeGreaterThan(0);
});

const SOURCE = {
  name: "Newcomer streaming",
  sourceId: "main",
  executionType: "SIMULATED",
  type: "SALES",
  simulation: { ...PROFILES.ctv, requiresKey: undefined, seed: "newcomer" },
  authenticationType: "NO_AUTH",
};

const email = "ann@volta.example";

/** An advertiser follows the invitation, and verifies its address. */
async function join(slug: string): Promise<{ customerId: number }> {
  const form = { companyName: "Volta Motors", email, acceptTerms: true };
  expectData(await world.anonymous("POST", `/storefront/join/${slug}/signup`, form));
  const { buyerCustomerId, status } = await openMail();
  expect(status).toBe("pending");
  return { customerId: buyerCustomerId };
}

async function openMail(): Promise<Answer> {
  const token = (await newestMailTo(world, email))?.token;
  return expectData(await world.anonymous("POST", "/storefront/join/confirm", { token }));
}

const DAY_MS = 86_400_000;

async function buyFrom(buyer: Caller, storefrontId: string): Promise<Answer> {
  const advertiser = expectData(await buyer.post("/buyer/advertisers", { name: "Volta", brand: "volta.example" }));
  const question = { advertiserId: advertiser.id, storefrontIds: [Number(storefrontId)] };
  const { discoveryId, productGroups } = expectData(await buyer.post("/buyer/discovery/discover-products", question));
  const [{ productId, salesAgentId, pricingOptions }] = productGroups[0].products;
  const option = pricingOptions.find(({ isFixed }: Answer) => isFixed) ?? pricingOptions[0];
  const bid = option.isFixed ? {} : { bidPrice: 60 };
  const product = { productId, salesAgentId, pricingOptionId: option.pricingOptionId, budget: 20_000, ...bid };
  expectData(await buyer.post(`/buyer/discovery/${discoveryId}/products`, { products: [product] }));
  const [startDate, endDate] = [1, 20].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
  const { campaign } = expectData(
    await buyer.post("/buyer/campaigns", {
      advertiserId: advertiser.id,
      name: "First",
      flightDates: { startDate, endDate },
      budget: { total: 20_000 },
      discoveryId,
    }),
  );
  expectData(await buyer.post(`/buyer/campaigns/${campaign.campaignId}/execute`));
  const bought = expectData(await buyer.get(`/buyer/campaigns/${campaign.campaignId}`)).campaign;
  return bought.mediaBuys[0];
}
