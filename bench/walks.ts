import { mkdtemp, rm } from "node:fs/promises";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLog } from "../src/main/log.ts";
import { callInside } from "../src/main/sandbox/call-inside.ts";
import { readSandboxFile, type SandboxFile } from "../src/main/sandbox/sandbox-file.ts";
import { serve } from "../src/main/serve.ts";
import { loadSettings } from "../src/main/settings.ts";
import { freePort } from "./harness/installation.ts";
import { listenDuring } from "./harness/statements.ts";

/**
 * Counts what docs/walks.md lists: for four requests, the files and functions of ours that ran, and what was sent to PostgreSQL before the
 * answer. `node bin/run.mjs bench/walks.ts` creates a sandbox of its own, and prints a row for each request.
 */
const DAY_MS = 86_400_000;

/** They sell in US dollars and require no key; the last one takes some hours to decide. */
const PROMPT = ["the-meridian-post-network", "northbound-outdoors", "fernwood-audio"];

type App = Awaited<ReturnType<typeof serve>>["app"];

interface Walk {
  readonly name: string;
  /** Sending it a second time has the same effect as the first. */
  readonly repeatable?: true;
  readonly request: {
    readonly method: "GET" | "POST";
    readonly url: string;
    readonly key?: string;
    readonly body?: unknown;
  };
}

async function measure(app: App, session: Session, { name, request, repeatable }: Walk): Promise<string> {
  const { method, url, key, body } = request;
  const headers = {
    accept: "application/json",
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  // The first request fills caches that all later ones use.
  const send = () => app.inject({ method, url, headers, ...(body !== undefined && { payload: JSON.stringify(body) }) });
  if (repeatable) await send();
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  const { answer, statements, roundTrips } = await listenDuring(send);
  const { result } = await session.post("Profiler.takePreciseCoverage");
  await session.post("Profiler.stopPreciseCoverage");
  if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.body}`);
  const ours = result.filter((script) => /\/src\/(?!main\/).*\.ts$/.test(script.url));
  const ran = ours.map(({ functions }) =>
    functions.filter(({ functionName, ranges }) => functionName && (ranges[0]?.count ?? 0) > 0),
  );
  const files = ran.filter((functions) => functions.length > 0).length;
  const functions = ran.reduce((sum, one) => sum + one.length, 0);
  const framing = statements.filter(({ text }) => /^(begin|commit)/.test(text));
  const transactions = framing.filter(({ text }) => text.startsWith("begin")).length;
  const figures = [files, functions, transactions, statements.length - framing.length, roundTrips];
  return `| ${[name, ...figures].join(" | ")} |`;
}

type SendRequest = (
  key: string,
  method: "GET" | "POST" | "PUT",
  path: string,
  body?: unknown,
) => Promise<Record<string, unknown>>;

/** A draft campaign that buys one product from each of three publishers, none of which requires a key. */
async function draft(
  ask: SendRequest,
  { buyer }: SandboxFile,
  advertiserId: string,
  storefronts: readonly number[],
): Promise<string> {
  const question = {
    advertiserId,
    brief: "news",
    channels: ["display", "olv", "ctv", "podcast"],
    storefrontIds: storefronts,
    productsPerGroup: 1,
  };
  const found = await ask(buyer.key, "POST", "/buyer/discovery/discover-products", question);
  const discoveryId = String(found.discoveryId);
  const products = (found.productGroups as Group[]).map(({ products: [best] }) => {
    const { productId, salesAgentId, pricingOptions } = best;
    const fixed = pricingOptions.find(({ isFixed }) => isFixed) ?? pricingOptions[0];
    return {
      productId,
      salesAgentId,
      pricingOptionId: fixed.pricingOptionId,
      budget: 8000,
      ...(fixed.isFixed ? {} : { bidPrice: 50 }),
    };
  });
  await ask(buyer.key, "POST", `/buyer/discovery/${discoveryId}/products`, { products });
  const flightDates = {
    startDate: new Date(Date.now() + DAY_MS).toISOString(),
    endDate: new Date(Date.now() + 15 * DAY_MS).toISOString(),
  };
  const plan = { advertiserId, name: "Walked", flightDates, budget: { total: 8000 * products.length }, discoveryId };
  const { campaign } = await ask(buyer.key, "POST", "/buyer/campaigns", plan);
  return (campaign as { campaignId: string }).campaignId;
}

interface Group {
  readonly products: readonly [
    {
      readonly productId: string;
      readonly salesAgentId: string;
      readonly pricingOptions: readonly [Option, ...Option[]];
    },
  ];
}

interface Option {
  readonly pricingOptionId: string;
  readonly isFixed: boolean;
}

async function walks(app: App, sandbox: SandboxFile): Promise<readonly (() => Promise<Walk>)[]> {
  const { buyer, seller } = sandbox;
  const ask: SendRequest = (key, method, path, body) => callInside(app, key, method, `/api/v2${path}`, body);
  for (const key of [buyer.key, seller.key]) await ask(key, "POST", "/accept-tos");
  await ask(seller.key, "POST", "/storefront/join-links", { storefrontId: seller.storefrontId, slug: "walked" });
  const { id } = await ask(buyer.key, "POST", "/buyer/advertisers", {
    name: "Walked",
    brand: "walked.example",
    sandbox: true,
  });
  const advertiserId = String(id);
  const { items } = await ask(buyer.key, "GET", "/buyer/storefronts?limit=50");
  const idOf = new Map((items as { id: number; platformId: string }[]).map(({ id, platformId }) => [platformId, id]));
  const three = PROMPT.map((platformId) => idOf.get(platformId) ?? 0);
  const execute = (campaignId: string) => `/api/v2/buyer/campaigns/${campaignId}/execute`;
  const tool = { name: "get_products", arguments: { buying_mode: "brief", brief: "news for people who travel" } };
  return [
    async () => ({
      name: "join-context",
      repeatable: true,
      request: { method: "GET", url: "/api/v2/storefront/join-context/walked" },
    }),
    async () => ({
      name: "get_products",
      repeatable: true,
      request: {
        method: "POST",
        url: `/storefront/${seller.platformId}/mcp`,
        key: buyer.key,
        body: { jsonrpc: "2.0", id: 1, method: "tools/call", params: tool },
      },
    }),
    async () => {
      const campaignId = await draft(ask, sandbox, advertiserId, three);
      return { name: "execute", request: { method: "POST", url: execute(campaignId), key: buyer.key, body: {} } };
    },
    async () => {
      await ask(seller.key, "PUT", "/storefront", { mediaBuyApproval: "manual" });
      const campaignId = await draft(ask, sandbox, advertiserId, [seller.storefrontId]);
      await ask(buyer.key, "POST", `/buyer/campaigns/${campaignId}/execute`, {});
      const { items: held } = await ask(seller.key, "GET", "/storefront/media-buy-approvals");
      const [{ mediaBuyId }] = held as [{ mediaBuyId: string }];
      const url = `/api/v2/storefront/media-buy-approvals/${mediaBuyId}/decide`;
      return { name: "decide", request: { method: "POST", url, key: seller.key, body: { status: "approved" } } };
    },
  ];
}

const folder = await mkdtemp(join(tmpdir(), "walks-"));
const port = await freePort();
Object.assign(process.env, {
  INTERCHANGE_SANDBOX: "1",
  INTERCHANGE_WORKER: "separate",
  INTERCHANGE_DATA: folder,
  PORT: String(port),
  INTERCHANGE_LOG_LEVEL: "error",
});
const settings = loadSettings();
const started = await serve(settings, openLog(settings.log));
const session = new Session();
session.connect();
await session.post("Profiler.enable");
try {
  const sandbox = await readSandboxFile(folder);
  if (!sandbox) throw new Error("the sandbox did not write a sandbox.json");
  console.log(
    "| | files | functions | transactions | statements | round trips |\n| --- | --- | --- | --- | --- | --- |",
  );
  for (const prepare of await walks(started.app, sandbox))
    console.log(await measure(started.app, session, await prepare()));
} finally {
  await started.close();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
