import { afterAll, beforeAll, expect, test } from "vitest";
import { callSkill, callTool, newBuy } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";

/** Values that no database stores, and that no schema checks for. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.world.close());

const deep = (depth: number): unknown => JSON.parse(`${"[".repeat(depth)}${"]".repeat(depth)}`);
const key = () => crypto.randomUUID();

test.each([
  ["get_products", { buying_mode: "brief", brief: "shoes\0" }],
  ["get_products", { buying_mode: "wholesale", adcp_version: deep(2_000) }],
  ["get_products", { buying_mode: "wholesale", context: deep(2_000) }],
  ["tasks_get", { task_id: "\0" }],
  ["get_media_buys", { media_buy_ids: ["\ud800"] }],
  ["create_media_buy", newBuy("p", "o", { idempotency_key: `${key()}\0` })],
  ["create_media_buy", newBuy("p", "o", { po_number: "\0" })],
  ["sync_accounts", { idempotency_key: key(), accounts: [{ ...newBuy("p", "o").account, billing: deep(2_000) }] }],
  [
    "sync_accounts",
    { idempotency_key: key(), accounts: [{ ...newBuy("p", "o").account, operator: "o".repeat(5_000) }] },
  ],
  ["get_media_buys", { pagination: { cursor: "AA" } }],
  ["list_accounts", { pagination: { cursor: "AA" } }],
  ["list_creatives", { pagination: { cursor: "AA" } }],
])("%s is refused what cannot be kept, over MCP and over A2A", async (name, input) => {
  const refusal = { status: "failed", errors: [{ code: "INVALID_REQUEST", recovery: "correctable" }] };
  expect((await callTool(shop, name, input)).payload).toMatchObject(refusal);
  expect((await callSkill(shop, name, input)).payload).toMatchObject(refusal);
});

test("an address that is not valid text leads to no storefront", async () => {
  expect(await callTool(shop, "get_adcp_capabilities", {}, { platformId: "%00" })).toMatchObject({ http: 404 });
});
