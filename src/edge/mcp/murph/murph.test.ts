import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newestMailTo } from "../../../../test/mailbox.ts";
import { callTool } from "../../../../test/mcp-call.ts";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";
import { PROFILES } from "../../../supply/simulated/index.ts";
import type { AttentionItem } from "./attention-item.ts";

let world: World;
let seller: Caller;

beforeAll(async () => {
  world = await openWorld();
  seller = await world.caller("SELLER", { sandbox: true });
});
afterAll(() => world.close());

const ask = (question: string, { key }: Caller = seller) => callTool(world, key, "ask_murph", { question });
const stateOf = async (caller: Caller): Promise<AttentionItem[]> =>
  (await ask("how do I stand?", caller)).content.data.state;
const idsOf = (state: readonly AttentionItem[]) => state.map(({ id }) => id);

describe("a question in plain words", () => {
  test.each([
    ["Why am I not live?", "getStorefrontReadiness", "Why am I not live?"],
    ["What blocks my storefront?", "getStorefrontReadiness", null],
    ["is my storefront ready", "getStorefrontReadiness", "Readiness"],
    ["Why does nobody buy?", "getStorefrontReadiness", "Why does nobody buy?"],
    ["How do I go live?", "updateStorefront", "Open a storefront, and go live"],
    ["open my storefront", "updateStorefront", "Open a storefront, and go live"],
    ["pause the storefront for a while", "updateStorefront", "Pause, or close for good"],
    ["Close my storefront for good", "archiveStorefront", "Pause, or close for good"],
    ["set my currency", "updateStorefront", null],
    ["Change our logo and colours", "updateStorefront", null],
    ["How do I add a source?", "createInventorySource", "Add a source"],
    ["connect my ad server's agent", "createInventorySource", "Add a source"],
    ["which sources are connected", "listInventorySources", null],
    ["rotate the key of a source", "updateInventorySource", null],
    ["my agent does not answer", "checkInventorySource", null],
    ["a source is pending", "checkInventorySource", "A source stays pending"],
    ["How do I invite an advertiser?", "createJoinLink", "Invite an advertiser"],
    ["Which invitations are out?", "listJoinLinks", null],
    ["revoke an invitation", "disableJoinLink", null],
    ["Which clients have joined?", "listSponsoredBuyers", "Let buyers in, and keep them out"],
    ["let in a buyer who waits", "approveSponsoredBuyer", "Sponsored buyer"],
    ["keep an advertiser out", "suspendSponsoredBuyer", "Let buyers in, and keep them out"],
    ["let a suspended buyer buy again", "reactivateSponsoredBuyer", null],
    ["Am I listed?", "getStorefront", null],
    ["What waits for me?", "getStorefrontPendingOperations", null],
    ["who changed my storefront?", "listStorefrontAuditLogs", null],
    ["be told when something happens", "createWebhookSubscription", null],
    ["Invite a colleague", "inviteMember", null],
    ["make an API key for a program", "createApiKey", null],
    ["act for another organisation", "switchAccount", null],
    ["accept the terms of service", "acceptTos", null],
    ["approve a media buy", "decidePendingMediaBuy", "Approve media buys"],
    ["reject an order", "decidePendingMediaBuy", "Approve media buys"],
    ["what waits for my approval?", "listPendingMediaBuys", null],
    ["always approve this buyer", "setBuyerAutoApprove", null],
    ["a source did not take the order", "retryForwardPendingMediaBuy", null],
    ["why is my storefront not live?", "getStorefrontReadiness", "Why am I not live?"],
    ["is my agent compliant?", "getStorefrontCompliance", "Compliance"],
    ["give an outside buyer a key", "createCallerKey", "Sell to buyers of other systems"],
    ["revoke an outside buyer's key", "revokeCallerKey", "Sell to buyers of other systems"],
    ["which caller keys expire soon?", "listCallerKeys", null],
    ["link another storefront", "createInventorySource", "Sell from another storefront"],
    ["sell from another storefront", "createInventorySource", "Sell from another storefront"],
    ["approve a storefront link", "approveStorefrontLink", "Storefront link"],
    ["who wants to sell my products?", "listStorefrontLinks", null],
    ["hide a product", "createProductRules", "Show, hide and rename products"],
    ["rename a product", "createProductRules", "Show, hide and rename products"],
    ["set a price floor", "createProductRules", null],
    ["try my rules against a brief", "previewProductRules", null],
    ["review a creative", "getCreativeReview", "Look at creatives first"],
    ["approve a creative", "decideCreativeReview", "Look at creatives first"],
    ["which creatives wait?", "listCreativeReviews", "Look at creatives first"],
    ["what did buyers ask for?", "listIntelligenceRuns", "See what buyers asked for, and what they saw"],
    ["why was this product shown?", "listIntelligenceRuns", null],
    ["what became of a media buy?", "getStorefrontMediaBuyTimeline", null],
    ["give a buyer a discount", "createBuyerInstructions", "Buyer instruction"],
    ["What is a leg?", null, "Leg"],
  ])("%s leads to %s and the section %s", async (question, operation, heading) => {
    const { data } = (await ask(question)).content;
    expect([question, data.operations[0]?.operation ?? null]).toEqual([question, operation]);
    const headings = data.documents.map((section: { heading: string }) => section.heading);
    expect(headings).toEqual(expect.arrayContaining(heading === null ? [] : [heading]));
  });

  test.each(["How do I sell?", "Where do I start?", "give me an overview"])(
    "%s is answered with the journey",
    async (question) => {
      const operations = (await ask(question)).content.data.operations.map(
        (one: { operation: string }) => one.operation,
      );
      expect(operations.slice(0, 3)).toEqual(["acceptTos", "createStorefront", "createInventorySource"]);
      expect(operations).toContain("createJoinLink");
    },
  );

  test("the text begins with the situation, followed by quotes and calls; the same question gets the same text", async () => {
    const { texts, content } = await ask("How do I add a source?");
    const places = ["## Where you stand", "## Selling: Add a source", "## Operations", "createInventorySource: `POST"];
    expect(places.map((part) => texts[0]?.indexOf(part) ?? -1)).toEqual(
      places.map((part) => texts[0]?.indexOf(part) ?? -1).toSorted((a, b) => a - b),
    );
    expect(texts[0]).toBe(content.data.answer);
    expect(content.data.operations[0].example).toMatchObject({ method: "POST", body: { protocol: "MCP" } });
    expect((await ask("How do I add a source?")).texts).toEqual(texts);
  });

  test("nonsense is answered with possible questions, and an empty question is refused", async () => {
    expect((await ask("zzyzx qwertz")).texts[0]).toContain("createJoinLink");
    for (const given of [{}, { question: "  " }, { prompt: 1 }])
      expect((await callTool(world, seller.key, "ask_murph", given)).content).toMatchObject({
        code: "VALIDATION_ERROR",
      });
  });

  test("the contract calls the question prompt, and its conversation is returned", async () => {
    const given = { prompt: "how do I add a source?", conversationUid: "c-1" };
    const { data } = (await callTool(world, seller.key, "ask_murph", given)).content;
    expect(data).toMatchObject({ question: given.prompt, escalated: false, conversationUid: "c-1" });
  });
});

describe("the caller's situation", () => {
  test("guides from the terms to an open storefront, each step with the call that resolves it, and each call works", async () => {
    const newcomer = await world.caller("SELLER", { terms: false, sandbox: true });
    const settle = async (id: string, body?: Record<string, unknown>) => {
      const next = (await stateOf(newcomer)).find((item) => item.id === id)?.next;
      const { operation: _, ...call } = next ?? { operation: "none" };
      const given = { ...call, ...(body && { body }) };
      expect((await callTool(world, newcomer.key, "api_call", given)).content.error).toBeNull();
    };
    expect(idsOf(await stateOf(newcomer))).toEqual(["terms", "storefront.missing"]);
    await settle("terms");
    await settle("storefront.missing", { name: "Newcomer Media", acceptsAllCountries: true });
    expect(idsOf(await stateOf(newcomer))).toEqual([
      "readiness.inventory_sources",
      "readiness.currency_confirmed",
      "storefront.paused",
      "marketplace",
      "invitations",
    ]);
    await settle("readiness.currency_confirmed");
    const agent = {
      endpointUrl: "http://127.0.0.1:9/mcp",
      protocol: "MCP",
      type: "SALES",
      authenticationType: "NO_AUTH",
    };
    await settle("readiness.inventory_sources", { ...agent, name: "Agent", sourceId: "agent" });
    const [pending] = await stateOf(newcomer);
    expect(pending).toMatchObject({
      id: "source.agent",
      urgency: "blocks",
      what: expect.stringMatching(/Agent \(agent\) is PENDING.*cannot be reached/),
      next: { operation: "checkInventorySource", path: "/api/v2/storefront/inventory-sources/agent/check" },
    });
    await settle("source.agent");
    await newcomer.delete("/storefront/inventory-sources/agent");
    await settle("readiness.inventory_sources", {
      name: "Simulated",
      sourceId: "sim",
      executionType: "SIMULATED",
      type: "SALES",
      simulation: { ...PROFILES.ctv, requiresKey: undefined, seed: "murph" },
      authenticationType: "NO_AUTH",
    });
    await settle("storefront.paused");
    await settle("invitations");
    const { content, texts } = await ask("why am I not live?", newcomer);
    expect(texts[0]).toContain("Newcomer Media is live.");
    expect(idsOf(content.data.state)).toEqual(["marketplace"]);
  });

  test("includes a source that requires a key, which the key resolves", async () => {
    const caller = await world.caller("SELLER", { sandbox: true });
    await caller.post("/storefront", { name: "Keyed", defaultCurrency: "USD", acceptsAllCountries: true });
    await caller.post("/storefront/inventory-sources", {
      name: "Keyed",
      sourceId: "keyed",
      type: "SALES",
      endpointUrl: "http://127.0.0.1:9/mcp",
      protocol: "MCP",
      authenticationType: "API_KEY",
    });
    expect((await stateOf(caller))[0]).toMatchObject({
      id: "source.keyed",
      next: { operation: "updateInventorySource", method: "PUT", body: { auth: { type: "api_key" } } },
    });
  });

  test("names a buyer who waits, with the call that admits it, and says what could not be read", async () => {
    const storefrontId = Number(
      (await seller.post("/storefront", { name: "Host", defaultCurrency: "USD" })).data.storefrontId,
    );
    const { slug } = (await seller.post("/storefront/join-links", { storefrontId })).data;
    const email = "ann@volta.example";
    await world.anonymous("POST", `/storefront/join/${slug}/signup`, {
      companyName: "Volta",
      email,
      acceptTerms: true,
    });
    const token = (await newestMailTo(world, email))?.token;
    const { buyerCustomerId } = (await world.anonymous("POST", "/storefront/join/confirm", { token })).data;
    const state = await stateOf(seller);
    expect(state).toContainEqual({
      id: `buyer.${buyerCustomerId}`,
      urgency: "waits",
      what: expect.stringContaining("Volta"),
      next: {
        operation: "approveSponsoredBuyer",
        method: "POST",
        path: `/api/v2/storefront/sponsored-buyers/${buyerCustomerId}/approve`,
      },
    });
    expect(state.at(-1)).toMatchObject({ id: "notifications", urgency: "news", what: expect.stringContaining(email) });
    expect(idsOf(state)).not.toContain("invitations");
  });

  test("comes before the answer of ask_about_capability too, for sellers only", async () => {
    const given = { question: "mint a join link" };
    const reported = await callTool(world, seller.key, "ask_about_capability", given);
    expect(reported.texts[0]).toMatch(/^## Where you stand\n\n[\s\S]*### createJoinLink/);
    expect(reported.content.data.state.length).toBeGreaterThan(0);
    const buyer = await world.caller("BUYER");
    const { texts, content } = await callTool(world, buyer.key, "ask_about_capability", { question: "how do I buy?" });
    expect(texts[0]).toMatch(/^## From nothing to a delivery report/);
    expect(content.data).not.toHaveProperty("state");
  });

  test("reveals nothing about anybody else's storefront, and operators have none", async () => {
    const stranger = await world.caller("SELLER");
    expect(idsOf(await stateOf(stranger))).toEqual(["storefront.missing"]);
    const operator = await world.caller("OPERATOR");
    const { content } = await callTool(world, operator.key, "ask_murph", { question: "why?" }, "/mcp/storefront");
    expect(content.data.state).toEqual([]);
  });
});
