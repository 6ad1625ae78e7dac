import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { startScriptedSeller } from "../../../test/seller/scripted-seller.ts";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { openStorefront } from "../marketplace/market.fixture.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

async function openAgentStall(authenticationType: string) {
  const agent = await startScriptedSeller();
  onTestFinished(() => agent.close());
  agent.on("list_creative_formats", { payload: { formats: [] } });
  const reach = { executionType: "AGENT", type: "SALES", endpointUrl: agent.mcpUrl, protocol: "MCP" };
  const { id } = await openStorefront(world, operator, { source: { ...reach, authenticationType } });
  return { agent, path: `/buyer/storefronts/${id}/sources/main/credentials` };
}

const BASIC = `Basic ${Buffer.from("acme:open sesame").toString("base64")}`;

test.each([
  ["API_KEY", { type: "api_key", token: "t" }, "Bearer t"],
  ["API_KEY", { type: "apikey", token: "t" }, "Bearer t"],
  ["API_KEY", { type: "bearer", token: "t" }, "Bearer t"],
  ["BASIC_AUTH", { type: "basic", username: "acme", password: "open sesame" }, BASIC],
])("a source of %s accepts %j, and its agent receives it", async (authenticationType, auth, shown) => {
  const { agent, path } = await openAgentStall(authenticationType);
  const buyer = await world.caller("BUYER");
  expect(await buyer.post(path, { accountIdentifier: "seat", auth })).toMatchObject({
    status: 201,
    data: { status: "ACTIVE" },
  });
  expect(agent.callsOf("list_creative_formats").at(-1)?.headers.authorization).toBe(shown);
});

test.each([
  ["API_KEY", ["api_key"], { type: "basic", username: "a", password: "b" }],
  ["BASIC_AUTH", ["basic"], { type: "api_key", token: "t" }],
  ["BASIC_AUTH", ["basic"], { type: "basic", username: "" }],
  ["OAUTH", ["oauth"], { type: "api_key", token: "t" }],
])(
  "a source of %s answers anything else with the types that it accepts, %j",
  async (kind, supportedAuthTypes, auth) => {
    const { path } = await openAgentStall(kind);
    const buyer = await world.caller("BUYER");
    for (const body of [undefined, {}, { accountIdentifier: "seat", auth }]) {
      const refused = await buyer.post(path, body);
      expect(refused).toMatchObject({
        status: 400,
        error: { code: "VALIDATION_ERROR", details: { supportedAuthTypes } },
      });
      expect(refused.error?.message).toContain(supportedAuthTypes[0]);
    }
    expect((await buyer.get("/buyer/storefronts/credentials")).data).toEqual([]);
  },
);
