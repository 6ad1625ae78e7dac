import { describe, expect, test } from "vitest";
import { callOf } from "../../../../test/seller/fixtures.ts";
import { reachScripted } from "../../../../test/seller/reach-seller.ts";
import { SellerRefused } from "../port.ts";

const KEY = "0199c1de-0000-7000-8000-000000000003";
const manifest = { format_id: { agent_url: "https://formats.example", id: "video" }, assets: {} };
const REQUEST = {
  idempotencyKey: KEY,
  mediaBuyId: "mb_9",
  creatives: ["spot", "banner"].map((creativeId) => ({ creativeId, name: creativeId, manifest })),
  packages: [{ packageId: "p1", creativeIds: ["spot", "banner"] }],
};
const CHANGE = { idempotencyKey: KEY, mediaBuyId: "mb_9" };

describe.each(["MCP", "A2A"] as const)("a seller over %s", (protocol) => {
  test("receives creatives with their assignments, and its result for each is read", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const errors = [{ code: "CREATIVE_REJECTED", message: "too loud" }];
    const creatives = [
      { creative_id: "banner", action: "failed", errors },
      { creative_id: "spot", action: "created", status: "pending_review" },
    ];
    seller.on("sync_creatives", { payload: { status: "completed", creatives } });
    expect(await agent.syncCreatives(REQUEST, callOf())).toEqual([
      { creativeId: "spot", outcome: "created", approval: "pending_review", message: null },
      { creativeId: "banner", outcome: "failed", approval: null, message: "too loud" },
    ]);
    expect(seller.callsOf("sync_creatives")[0]?.input).toMatchObject({
      idempotency_key: KEY,
      creatives: [{ creative_id: "spot", name: "spot", ...manifest }, { creative_id: "banner" }],
      assignments: [
        { creative_id: "spot", package_id: "p1" },
        { creative_id: "banner", package_id: "p1" },
      ],
      validation_mode: "lenient",
      account: { operator: "pinnacle-agency.example" },
    });
  });

  test("that processes creatives as one task has them under way, and omitted ones were not accepted", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("sync_creatives", { payload: { status: "submitted", task_id: "t1" } });
    expect(await agent.syncCreatives(REQUEST, callOf())).toMatchObject([
      { outcome: "updated", approval: "processing" },
      { outcome: "updated", approval: "processing" },
    ]);
    seller.on("sync_creatives", { payload: { creatives: [{ creative_id: "spot", action: "unchanged" }] } });
    expect(await agent.syncCreatives(REQUEST, callOf())).toMatchObject([
      { creativeId: "spot", outcome: "unchanged" },
      { creativeId: "banner", outcome: "failed" },
    ]);
  });

  test("that refuses everything is a refusal", async () => {
    const { agent, seller } = await reachScripted(protocol);
    const error = { code: "AUTH_REQUIRED", message: "who are you?", recovery: "terminal" };
    seller.on("sync_creatives", { payload: { adcp_error: error }, failed: true });
    await expect(agent.syncCreatives(REQUEST, callOf())).rejects.toThrow(SellerRefused);
  });

  test("receives the creatives of a package in full, or by their ids in its library", async () => {
    const { agent, seller } = await reachScripted(protocol);
    seller.on("update_media_buy", { payload: { media_buy_id: "mb_9", media_buy_status: "active" } });
    const [spot] = REQUEST.creatives;
    const packages = [
      { packageId: "p1", creatives: spot ? [spot] : [] },
      { packageId: "p2", creativeIds: ["spot"] },
      { packageId: "p3", creativeIds: [] },
    ];
    await agent.updateMediaBuy({ ...CHANGE, packages }, callOf());
    expect(seller.callsOf("update_media_buy")[0]?.input["packages"]).toEqual([
      { package_id: "p1", creatives: [{ creative_id: "spot", name: "spot", ...manifest }] },
      { package_id: "p2", creative_assignments: [{ creative_id: "spot" }] },
      { package_id: "p3", creative_assignments: [] },
    ]);
  });
});
