import fc from "fast-check";
import { openGuide } from "../../src/edge/reference/index.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { newBuy } from "../agent/call-tool.ts";
import { callTool, postMessage, rpc } from "../mcp-call.ts";
import type { Estate } from "../operations/estate.ts";
import { nasty, spoiled } from "../operations/hostile-input.ts";
import { type Inputs, inputsOf, send } from "../operations/request-of.ts";
import type { World } from "../world.ts";

/** One call with one thing wrong in it. It answers what it was met with, where that is a bug. */
export interface FuzzedCall {
  readonly name: string;
  make(): Promise<string | undefined>;
}

export interface Fuzzed {
  readonly world: World;
  readonly estate: Estate;
  readonly operatorKey: string;
  readonly platformId: string;
}

/** Of ten calls six are REST, two MCP and two AdCP; each road goes through all that it offers, again and again. */
const ROADS = ["rest", "adcp", "rest", "mcp", "rest", "rest", "adcp", "rest", "mcp", "rest"] as const;

/** As many calls as are asked for, the same for the same seed. */
export function* fuzzedCalls(fuzzed: Fuzzed, count: number, seed: number): Generator<FuzzedCall> {
  const roads = {
    rest: inTurn(operations.flatMap((op) => restCalls(op, fuzzed))),
    mcp: inTurn([...mcpCalls("buyer", fuzzed), ...mcpCalls("storefront", fuzzed)]),
    adcp: inTurn(adcpCalls(fuzzed)),
  };
  const batch = 500;
  for (let made = 0; made < count; made += batch) {
    const draws = fc.sample(fc.tuple(fc.nat({ max: 200 }), nasty), { numRuns: batch, seed: seed + made });
    for (const [nth, [at, value]] of draws.slice(0, count - made).entries())
      yield roads[ROADS[nth % ROADS.length] ?? "rest"]().spoil(at, value);
  }
}

/** A call that is well formed until something in it is spoiled. */
interface Template {
  spoil(at: number, value: unknown): FuzzedCall;
}

function inTurn(templates: readonly Template[]): () => Template {
  let next = 0;
  return () => {
    const template = templates[next++ % templates.length];
    if (!template) throw new Error("there is nothing to call");
    return template;
  };
}

const PARTS = ["body", "query", "params"] as const;
const partsOf = (op: Operation) => PARTS.filter((part) => op[part]);

function sideOf(op: Operation): CustomerKind {
  const byApi = { buyer: "BUYER", storefront: "SELLER", operator: "OPERATOR", platform: "BUYER" } as const;
  return op.sides?.[0] ?? byApi[apisOf(op)[0] ?? "platform"];
}

function spoiledInputs(op: Operation, { ids }: Estate, part: (typeof PARTS)[number], at: number, value: unknown) {
  const inputs = inputsOf(op, ids);
  return { ...inputs, [part]: spoiled(inputs[part], at, value) };
}

function restCalls(op: Operation, { world, estate, operatorKey }: Fuzzed): Template[] {
  const key = { BUYER: estate.buyer.key, SELLER: estate.seller.key, OPERATOR: operatorKey }[sideOf(op)];
  return partsOf(op).map((part) => ({
    spoil: (at, value) => {
      const inputs = spoiledInputs(op, estate, part, at, value);
      return {
        name: `${op.id} by REST: ${short(inputs)}`,
        async make() {
          const { status, error } = await send(world, op, { ...inputs, params: inPath(inputs.params) }, key);
          const isTold = status < 400 || (/^[A-Z_]+$/.test(error?.code ?? "") && error?.message);
          return status < 500 && isTold ? undefined : `${status} ${error?.code} ${error?.message}`;
        },
      };
    },
  }));
}

function inPath(params: unknown): Inputs["params"] {
  if (typeof params !== "object" || params === null) return {};
  const text = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed() || "1";
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, text(value)]));
}

function mcpCalls(desk: "buyer" | "storefront", { world, estate }: Fuzzed): Template[] {
  const { key } = desk === "buyer" ? estate.buyer : estate.seller;
  const offered = openGuide(
    desk,
    operations.filter(({ access }) => access !== "public"),
  ).operations;
  return offered.flatMap((op) =>
    partsOf(op).map((part) => ({
      spoil: (at: number, value: unknown) => {
        const { params, query, body } = spoiledInputs(op, estate, part, at, value);
        const given = { operation: op.id, pathParams: params, query, ...(op.body && { body }) };
        return {
          name: `${op.id} by MCP: ${short(given)}`,
          async make() {
            const { status, content } = await callTool(world, key, "api_call", given, `/mcp/${desk}`);
            const isTold = content.error === null || /^[A-Z_]+$/.test(content.code) || content.error?.code === -32602;
            return status === 200 && isTold ? undefined : JSON.stringify({ status, content }).slice(0, 500);
          },
        };
      },
    })),
  );
}

/** What an agent is asked, with every field that it reads. */
function toolsOf(mediaBuyId: unknown, productId: unknown): Readonly<Record<string, object>> {
  const account = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };
  const flight = { start_date: "2027-01-01", end_date: "2027-01-31" };
  const format = { agent_url: "https://creative.example", id: "video_30s" };
  const targeting = { geo_countries: ["US"], frequency_cap: { suppress_minutes: 60 } };
  return {
    get_adcp_capabilities: { adcp_version: "3.1", protocols: ["media_buy"] },
    get_products: {
      buying_mode: "brief",
      brief: "video",
      account,
      brand: account.brand,
      filters: { channels: ["ctv"], delivery_type: "guaranteed", countries: ["US"], budget_range: { min: 1, max: 2 } },
      pagination: { max_results: 10, cursor: "2" },
    },
    list_creative_formats: { asset_types: ["video"], format_ids: [format], max_width: 300, name_search: "x" },
    create_media_buy: newBuy(String(productId), "fixed", {
      packages: [
        { product_id: String(productId), pricing_option_id: "fixed", budget: 100, targeting_overlay: targeting },
      ],
      total_budget: { amount: 100, currency: "USD" },
    }),
    update_media_buy: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000009",
      account,
      media_buy_id: String(mediaBuyId),
      paused: true,
      end_time: "2027-03-01T00:00:00Z",
      packages: [{ package_id: "1", budget: 10, paused: false }],
    },
    get_media_buys: { account, media_buy_ids: [String(mediaBuyId)], status_filter: ["active"] },
    get_media_buy_delivery: { account, media_buy_ids: [String(mediaBuyId)], ...flight },
    sync_creatives: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000008",
      account,
      creatives: [
        {
          creative_id: "c",
          name: "C",
          format_id: format,
          assets: { video: { asset_type: "video", url: "https://a.example/v.mp4" } },
        },
      ],
    },
    list_creatives: { account, filters: { statuses: ["approved"] }, pagination: { max_results: 5 } },
    sync_accounts: {
      idempotency_key: "0199c1de-0000-7000-8000-000000000007",
      accounts: [{ ...account, billing: "operator" }],
    },
    list_accounts: { status: "active", pagination: { max_results: 5 } },
    tasks_get: { task_id: "task_1" },
    tasks_list: { filters: { statuses: ["submitted"] }, pagination: { max_results: 5 } },
  };
}

function adcpCalls({ world, estate, platformId }: Fuzzed): Template[] {
  const tools = toolsOf(estate.ids.mediaBuy, estate.ids.product);
  const endpoint = `/storefront/${platformId}/mcp`;
  return Object.entries(tools).map(([tool, sample]) => ({
    spoil: (at, value) => {
      const given = spoiled(sample, at, value);
      return {
        name: `${tool} by AdCP: ${short(given)}`,
        async make() {
          const call = rpc("tools/call", { name: tool, arguments: given });
          const { status, body, text } = await postMessage(world, call, { key: estate.buyer.key, endpoint });
          const isBug = body?.error?.code === -32603 || JSON.stringify(body?.result ?? "").includes("INTERNAL_ERROR");
          return status < 500 && body !== null && !isBug ? undefined : `${status} ${text.slice(0, 500)}`;
        },
      };
    },
  }));
}

function short(inputs: unknown): string {
  return (JSON.stringify(inputs) ?? "nothing").slice(0, 300);
}
