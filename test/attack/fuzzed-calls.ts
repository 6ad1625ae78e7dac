import fc from "fast-check";
import { openGuide } from "../../src/edge/reference/index.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import type { CustomerKind } from "../../src/ground/kernel/viewer.ts";
import { operations } from "../../src/main/areas.ts";
import { callTool, postMessage, rpc } from "../mcp-call.ts";
import { nasty, spoiled } from "../operations/hostile-input.ts";
import type { OwnedResources } from "../operations/owned-resources.ts";
import { type Inputs, inputsOf, send } from "../operations/request-of.ts";
import type { World } from "../world.ts";
import { toolsOf } from "./agent-tools.ts";

/** One call with one thing wrong in it. Returns the response if it reveals a bug. */
export interface FuzzedCall {
  readonly name: string;
  make(): Promise<string | undefined>;
}

export interface Fuzzed {
  readonly world: World;
  readonly estate: OwnedResources;
  readonly operatorKey: string;
  readonly platformId: string;
}

/** Of ten calls six use REST, two MCP and two AdCP; each transport cycles through everything that it offers. */
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

/** A good request costs more to make up than to spoil. */
const good = new WeakMap<Operation, Inputs>();

function spoiledInputs(
  op: Operation,
  { ids }: OwnedResources,
  part: (typeof PARTS)[number],
  at: number,
  value: unknown,
) {
  const inputs = good.get(op) ?? inputsOf(op, ids);
  good.set(op, inputs);
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
          const isExplained = status < 400 || (/^[A-Z_]+$/.test(error?.code ?? "") && error?.message);
          return status < 500 && isExplained ? undefined : `${status} ${error?.code} ${error?.message}`;
        },
      };
    },
  }));
}

/** Beyond it a path leads nowhere, and no operation is asked. */
const LONGEST_IN_PATH = 160;

function inPath(params: unknown): Inputs["params"] {
  if (typeof params !== "object" || params === null) return {};
  const text = (value: unknown) =>
    (typeof value === "string" ? value : JSON.stringify(value)).toWellFormed().slice(0, LONGEST_IN_PATH) || "1";
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
            const isExplained =
              content.error === null || /^[A-Z_]+$/.test(content.code) || content.error?.code === -32602;
            return status === 200 && isExplained ? undefined : JSON.stringify({ status, content }).slice(0, 500);
          },
        };
      },
    })),
  );
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
