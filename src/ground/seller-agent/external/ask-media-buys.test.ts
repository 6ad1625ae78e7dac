import { describe, expect, test } from "vitest";
import { callOf } from "../../../../test/seller/fixtures.ts";
import { reachScripted } from "../../../../test/seller/reach-seller.ts";
import type { Answer, Payload } from "../../../../test/seller/scripted-seller.ts";

const BOUGHT: Answer = {
  payload: { status: "completed", media_buys: [{ media_buy_id: "mb_1", status: "active", packages: [] }] },
};
const ASKED = {
  brand: { domain: "acme.example" },
  start_time: "2027-01-01T00:00:00Z",
  end_time: "2027-02-01T00:00:00Z",
  total_budget: { amount: 500, currency: "USD" },
  packages: [{ product_id: "ctv", budget: 500, context: { buyer_ref: "pkg_ours" } }],
};

function task(change: Payload): Payload {
  const at = "2026-12-01T00:00:00Z";
  const about = { domain: "media-buy", status: "submitted", created_at: at, updated_at: at };
  return { task_id: "task_1", task_type: "create_media_buy", ...about, ...change };
}

const listed = (...tasks: Payload[]): Answer => ({
  payload: { query_summary: {}, tasks, pagination: { has_more: false } },
});

describe.each(["MCP", "A2A"] as const)("what a seller has under way, over %s", (protocol) => {
  test("includes buys that it is deciding on, with what was requested if it says so", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_media_buys", BOUGHT);
    seller.on(
      "list_tasks",
      listed(
        task({ history: [{ timestamp: "2026-12-01T00:00:00Z", type: "request", data: ASKED }] }),
        task({ task_id: "task_2", status: "working" }),
        task({ task_id: "task_3", status: "completed" }),
        task({ task_id: "task_4", task_type: "sync_creatives" }),
      ),
    );
    const { mediaBuys = [], hasUndecided } = (await agent.listMediaBuys?.(callOf())) ?? {};
    expect(hasUndecided).toBe(true);
    expect(mediaBuys.map(({ mediaBuyId, taskId }) => [mediaBuyId, taskId])).toEqual([
      ["task_1", "task_1"],
      ["task_2", "task_2"],
      ["mb_1", null],
    ]);
    expect(mediaBuys[0]).toMatchObject({
      currency: "USD",
      brandDomain: "acme.example",
      start: new Date("2027-01-01T00:00:00Z"),
      packages: [{ productId: "ctv", budget: "500", buyerRef: "pkg_ours" }],
    });
    expect(mediaBuys[1]?.packages).toEqual([]);
    expect(seller.callsOf("list_tasks")[0]?.input).toMatchObject({
      filters: { task_types: ["create_media_buy"], statuses: ["submitted", "working", "input-required"] },
      include_history: true,
    });
    const order = seller.calls.map(({ tool }) => tool).filter((tool) => tool !== "get_adcp_capabilities");
    expect(order).toEqual(["list_tasks", "get_media_buys"]);
  });

  test("says if these are not included, and fails if the seller was only unable to answer now", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("get_media_buys", BOUGHT);
    expect(await agent.listMediaBuys?.(callOf())).toMatchObject({
      mediaBuys: [{ mediaBuyId: "mb_1" }],
      hasUndecided: false,
    });
    const refused = (code: string, recovery: string): Answer => ({
      payload: { adcp_error: { code, message: "no", recovery } },
      failed: true,
    });
    const { agent: other, seller: their } = await reachScripted(protocol);
    their.on("get_media_buys", BOUGHT);
    their.on("list_tasks", refused("UNSUPPORTED_FEATURE", "correctable"), refused("RATE_LIMITED", "transient"));
    expect(await other.listMediaBuys?.(callOf())).toMatchObject({ hasUndecided: false });
    await expect(other.listMediaBuys?.(callOf())).rejects.toMatchObject({ errors: [{ code: "RATE_LIMITED" }] });
  });
});
