import { mkdtemp } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSandbox } from "../../src/main/sandbox/open-sandbox.ts";
import type { SandboxFile } from "../../src/main/sandbox/sandbox-file.ts";
import { openWorld, type World } from "../world.ts";

/** An agent that knows nothing: it has the official client, an address and a key, and asks the server for everything else. */
let world: World;
let sandbox: SandboxFile;
let client: Client;

beforeAll(async () => {
  world = await openWorld();
  sandbox = await openSandbox(world, { dataFolder: await mkdtemp(join(tmpdir(), "interchange-mcp-")) });
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = world.app.server.address() as AddressInfo;
  client = await connect(`http://127.0.0.1:${port}/mcp/v2/buyer`, sandbox.buyer.key);
});
afterAll(async () => {
  await client.close();
  await world.close();
});

async function connect(url: string, key: string): Promise<Client> {
  const connected = new Client({ name: "newcomer", version: "1.0.0" });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  const transport = new StreamableHTTPClientTransport(new URL(url), { requestInit });
  await connected.connect(transport);
  return connected;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is; a schema here would test the schema
type Answer = any;

async function call(name: string, given: Record<string, unknown> = {}): Promise<Answer> {
  const { isError, structuredContent, content } = await client.callTool({ name, arguments: given });
  if (isError) throw new Error(`${name} ${JSON.stringify(given)}: ${JSON.stringify(content)}`);
  return (structuredContent as { data: Answer }).data;
}

interface Filling {
  readonly pathParams?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  /** Replaces the body of the example. */
  readonly body?: Record<string, unknown>;
}

/** Asks how something is done, and does it as the answer's example shows, with its own ids. */
async function runScript(question: string, { pathParams, query, body }: Filling = {}): Promise<Answer> {
  const { operations } = await call("ask_about_capability", { question });
  const [{ method, path, example }] = operations;
  const whole = body || example.body ? { body: { ...example.body, ...body } } : {};
  return call("api_call", { method, path, pathParams, query, ...whole });
}

test("the client is told who the server is, which tools it has, and what to do first", async () => {
  expect(client.getServerVersion()?.name).toBe("interchange-buyer");
  expect(client.getInstructions()).toContain("accept_tos");
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["health", "accept_tos", "ask_about_capability", "api_call"]),
  );
  expect(await call("health")).toMatchObject({ status: "ok" });
});

test("a newcomer gets from the terms to a delivery report by following the answers", async () => {
  await call("accept_tos");
  const { id: advertiserId } = await runScript("set up an advertiser for my brand");
  const { items } = await runScript("which publishers can I buy from?");
  expect(items).toHaveLength(sandbox.publishers.length);
  for (const { id, platformId } of items) await open(id, platformId);

  const discovered = await runScript("find inventory for a brief", { body: { advertiserId } });
  const { discoveryId, productGroups } = discovered;
  const products = productGroups.map(({ products: [best] }: Answer) => choiceOf(best));
  expect(products.length).toBeGreaterThan(1);
  await runScript("select products with a budget", { pathParams: { discoveryId }, body: { products } });

  const { now } = await runScript("read the sandbox clock");
  const flightDates = { startDate: daysAfter(now, 1 / 24), endDate: daysAfter(now, 14) };
  const { campaign } = await runScript("create a campaign", { body: { advertiserId, discoveryId, flightDates } });
  const { campaignId } = campaign;
  const pathParams = { campaignId };
  expect(await runScript("launch the campaign", { pathParams })).toMatchObject({ newStatus: "ACTIVE" });
  await runScript("move the sandbox clock forward", { body: { days: 4 } });

  const { campaign: running } = await runScript("get the campaign with its media buys, and why it does not run", {
    pathParams,
  });
  expect(running.mediaBuys.map(({ status }: Answer) => status)).toEqual(products.map(() => "ACTIVE"));
  const { totals } = await runScript("how much did we spend?", { query: { campaignId, days: 90 } });
  expect(totals.spend).toBeGreaterThan(0);
  await runScript("stop the campaign", { pathParams });
  await runScript("resume the paused campaign", { pathParams });
});

test("errors come with what to do about them", async () => {
  const refused = await client.callTool({
    name: "api_call",
    arguments: { method: "GET", path: "/campaigns/cmp_none" },
  });
  expect(refused).toMatchObject({
    isError: true,
    structuredContent: { code: "NOT_FOUND", suggestion: expect.stringContaining("list"), error: { code: "NOT_FOUND" } },
  });
});

/** Supplies a credential wherever one is required. */
async function open(storefrontId: number, platformId: string): Promise<void> {
  const { sources } = await runScript("show one storefront and its sources", { pathParams: { storefrontId } });
  const token = sandbox.publishers.find((publisher) => publisher.platformId === platformId)?.sourceKey;
  for (const { sourceId, requiresCredentials } of sources) {
    if (!requiresCredentials) continue;
    const body = { auth: { type: "api_key", token } };
    await runScript("register my credential at a source", { pathParams: { storefrontId, sourceId }, body });
  }
}

function choiceOf({ productId, salesAgentId, pricingOptions }: Answer) {
  const option = pricingOptions.find(({ isFixed }: Answer) => isFixed) ?? pricingOptions[0];
  const bid = option.isFixed ? {} : { bidPrice: Number(option.floorPrice ?? 4) + 2 };
  return { productId, salesAgentId, pricingOptionId: option.pricingOptionId, budget: 2_000, ...bid };
}

function daysAfter(time: string, days: number): string {
  return new Date(Date.parse(time) + days * 86_400_000).toISOString();
}
