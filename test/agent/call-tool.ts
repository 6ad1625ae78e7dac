import type { OpenShop } from "./open-shop.ts";

// oxlint-disable-next-line typescript/no-explicit-any -- a test reads the answer as it hopes it is
export type Payload = any;

export interface ToolCall {
  /** Null for an anonymous call. */
  readonly key?: string | null;
  readonly platformId?: string;
}

/** A storefront, and the buyer whose key is used there by default. */
type Counter = Pick<OpenShop, "world" | "platformId"> & { readonly buyer: { readonly key: string } };

/** Calls a tool over MCP as a minimal client does: with a single message, accepting only JSON. */
export async function callTool(
  { world, buyer, platformId: own }: Counter,
  name: string,
  input: object = {},
  { key = buyer.key, platformId = own }: ToolCall = {},
) {
  const answer = await world.app.inject({
    method: "POST",
    url: `/storefront/${platformId}/mcp`,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      ...(key !== null && { authorization: `Bearer ${key}` }),
    },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input } }),
  });
  const body: Payload = answer.json();
  const payload: Payload = body.result?.structuredContent;
  return { http: answer.statusCode, headers: answer.headers, body, payload, isError: body.result?.isError ?? false };
}

/** The same over A2A, where the answer is the artifact of a task. */
export async function callSkill({ world, buyer, platformId }: OpenShop, skill: string, input: object = {}) {
  const parts = [{ kind: "data", data: { skill, input } }];
  const message = { kind: "message", messageId: crypto.randomUUID(), role: "user", parts };
  const answer = await world.app.inject({
    method: "POST",
    url: `/storefront/${platformId}/a2a`,
    headers: { "content-type": "application/json", authorization: `Bearer ${buyer.key}` },
    payload: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "message/send", params: { message } }),
  });
  const task: Payload = answer.json().result;
  const payload: Payload = task.artifacts[0].parts.find(({ kind }: Payload) => kind === "data").data;
  return { task, payload };
}

/** The general fields of a write request, without its specific content. */
export function newBuy(productId: string, pricingOptionId: string, changes: object = {}) {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  return {
    idempotency_key: crypto.randomUUID(),
    account: { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" },
    brand: { domain: "acmeoutdoor.example" },
    start_time: day(2),
    end_time: day(32),
    packages: [{ product_id: productId, pricing_option_id: pricingOptionId, budget: 25_000 }],
    ...changes,
  };
}
