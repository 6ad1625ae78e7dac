import { afterAll, expect, test } from "vitest";
import { adcpSchemas } from "../../../test/agent/adcp-schemas.ts";
import { callSkill, callTool, newBuy, type Payload } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";

/** A buyer's whole journey in 3.1, in which every answer, including refusals, is checked against the protocol's own schema. */
const shops: OpenShop[] = [];
const complaintsOf = adcpSchemas();
afterAll(() => Promise.all(shops.map(({ world }) => world.close())));

type Call = (shop: OpenShop, tool: string, input: object) => Promise<{ payload: Payload }>;
const ROADS: readonly [string, Call][] = [
  ["MCP", callTool],
  ["A2A", callSkill],
];

async function walkIn(call: Call, changes: Parameters<typeof openShop>[0] = {}) {
  const shop = await openShop(changes);
  shops.push(shop);
  /** With the code with which it should be refused; without one, it should be answered. */
  const ask = async (tool: string, input: object = {}, code?: string): Promise<Payload> => {
    const { payload } = await call(shop, tool, { adcp_version: "3.1", ...input });
    const reported = { tool, code: payload.adcp_error?.code, complaints: complaintsOf(tool, payload) };
    expect(reported).toEqual({ tool, code, complaints: [] });
    return payload;
  };
  return { shop, ask };
}

test.each(ROADS)(
  "over %s every answer is as the schemas of 3.1 have it, from the first question to the report",
  async (_, call) => {
    const { shop, ask } = await walkIn(call);
    await ask("get_adcp_capabilities");
    await ask("list_creative_formats");
    const brief = { buying_mode: "brief", brief: "video for people who hike", pagination: { max_results: 5 } };
    const { products, proposals } = await ask("get_products", { ...brief, filters: { delivery_type: "guaranteed" } });
    const refine = [
      { scope: "request", ask: "more of it" },
      { scope: "product", product_id: products[0].product_id, action: "omit" },
      { scope: "proposal", proposal_id: proposals[0].proposal_id },
    ];
    expect((await ask("get_products", { buying_mode: "refine", refine })).refinement_applied).toHaveLength(3);
    const finalize = refine.slice(2).map((entry) => ({ ...entry, action: "finalize" }));
    expect((await ask("get_products", { buying_mode: "refine", refine: finalize })).proposals).toHaveLength(1);
    await ask("get_products", { buying_mode: "refine", refine: [...finalize, ...refine] }, "INVALID_REQUEST");
    await ask("get_products", { buying_mode: "brief" }, "INVALID_REQUEST");

    const accounts = [
      { brand: { domain: "a.example" }, operator: "o.example", billing: "operator" },
      { brand: { domain: "b.example" }, operator: "o.example", billing: "nobody" },
    ];
    await ask("sync_accounts", { idempotency_key: crypto.randomUUID(), accounts });
    await ask("list_accounts");

    const order = newBuy(products[0].product_id, products[0].pricing_options[0].pricing_option_id);
    const { media_buy_id } = await ask("create_media_buy", order);
    await ask("create_media_buy", order);
    await ask("create_media_buy", { ...order, po_number: "another" }, "IDEMPOTENCY_CONFLICT");
    await shop.buyer.post("/sandbox/clock", { days: 5 });
    await ask("get_media_buys");
    expect((await ask("get_media_buy_delivery")).aggregated_totals.spend).toBeGreaterThan(0);
    const change = () => ({ idempotency_key: crypto.randomUUID(), account: order.account, paused: true });
    await ask("update_media_buy", { ...change(), media_buy_id });
    await ask("update_media_buy", { ...change(), media_buy_id: "ord_none" }, "MEDIA_BUY_NOT_FOUND");
    await ask("get_media_buys", { media_buy_ids: ["ord_none"] }, "MEDIA_BUY_NOT_FOUND");
    await ask("get_task_status", { task_id: "ord_none" }, "REFERENCE_NOT_FOUND");
    await ask("create_media_buy", { ...newBuy("", ""), packages: [] }, "INVALID_REQUEST");
  },
);

test.each(ROADS)(
  "over %s a buy that its seller decides later is a task, and the task is over when the seller has decided",
  async (_, call) => {
    const { shop, ask } = await walkIn(call, { approval: { mode: "manual", hours: 6 } });
    const [product] = (await ask("get_products", { buying_mode: "wholesale" })).products;
    const order = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
    const { status, task_id } = await ask("create_media_buy", order);
    expect(status).toBe("submitted");
    expect(await ask("get_task_status", { task_id })).toMatchObject({ status: "submitted" });
    expect((await ask("list_tasks")).tasks).toMatchObject([{ task_id }]);
    await shop.buyer.post("/sandbox/clock", { hours: 12 });
    expect(await ask("get_task_status", { task_id })).toMatchObject({
      status: "completed",
      result: { media_buy_id: task_id, media_buy_status: "pending_start" },
    });
    expect((await ask("list_tasks")).tasks).toEqual([]);
  },
);
