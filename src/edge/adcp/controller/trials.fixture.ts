import { expect } from "vitest";
import { callTool, newBuy, type Payload, type ToolCall } from "../../../../test/agent/call-tool.ts";
import type { OpenShop } from "../../../../test/agent/open-shop.ts";

export const codeOf = ({ payload }: { readonly payload: Payload }) => payload.errors?.[0]?.code;

/** A buyer that is not in a sandbox, and operates its own buys. */
export async function openLive({ world, operator }: OpenShop): Promise<{ readonly key: string }> {
  const { key, customerId } = await world.caller("BUYER");
  await operator.patch(`/accounts/${customerId}/domain`, { customerDomain: "pinnacle-agency.example" });
  return { key };
}

/** What a sandbox caller can do at a shop, as itself or `as` somebody else. */
export function openTrials(shop: OpenShop) {
  const call = (name: string, input: object = {}, as: ToolCall = {}) => callTool(shop, name, input, as);

  const control = async (
    scenario: string,
    params: object = {},
    as: ToolCall = {},
    account: object = { sandbox: true },
  ) => {
    const { payload } = await call("comply_test_controller", { scenario, params, account, context: { n: 1 } }, as);
    expect(payload.context).toEqual({ n: 1 });
    return payload;
  };

  const order = async (changes: object = {}) => {
    const { payload } = await call("get_products", { buying_mode: "wholesale" });
    const [{ product_id, pricing_options }] = payload.products;
    return newBuy(product_id, pricing_options[0].pricing_option_id, changes);
  };

  const declare = async (entry: object = {}, as: ToolCall = {}): Promise<string> => {
    const { account } = await order();
    const accounts = [{ ...account, billing: "operator", ...entry }];
    const { payload } = await call("sync_accounts", { idempotency_key: crypto.randomUUID(), accounts }, as);
    return payload.accounts[0].account_id;
  };

  return { call, control, order, declare };
}
