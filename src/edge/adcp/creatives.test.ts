import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload, type ToolCall } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";
import { expectData } from "../../../test/operations/expect-data.ts";

/** Sources that deliver nothing until they have a creative. */
const RULES = {
  videoSeconds: [15, 30],
  audioSeconds: [30],
  displaySizes: ["300x250"],
  maxFileKb: 10_240,
  reviewHours: 0,
};

let shop: OpenShop;
let products: readonly Payload[];
beforeAll(async () => {
  shop = await openShop({ creativeRules: { ...RULES, wanted: true, library: false } });
  ({ products } = (await callTool(shop, "get_products", { buying_mode: "wholesale" })).payload);
});
afterAll(() => shop.close());

const ACCOUNT = { brand: { domain: "acmeoutdoor.example" }, operator: "pinnacle-agency.example" };
const FORMAT = { agent_url: "https://formats.example", id: "display_300x250" };

/** A new buyer, and its requests. */
async function newcomer() {
  const { key } = await shop.world.caller("BUYER", { sandbox: true });
  const ask = async (name: string, input: object = {}, as: ToolCall = {}) =>
    (await callTool(shop, name, input, { key, ...as })).payload;
  return {
    ask,
    sync: (input: object) => ask("sync_creatives", { idempotency_key: randomUUID(), account: ACCOUNT, ...input }),
    list: async (filters: object = {}) => ask("list_creatives", { filters }),
    buy: (part: object = {}) => ask("create_media_buy", buyOf(part)),
  };
}

function buyOf(part: object) {
  const [product] = products;
  const request = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  return { ...request, packages: [{ ...request.packages[0], ...part }] };
}

const idsOf = ({ creatives }: Payload): string[] => creatives.map((one: Payload) => one.creative_id);

const creative = (id: string, changes: object = {}) => ({
  creative_id: id,
  name: `Banner ${id}`,
  format_id: FORMAT,
  assets: { image: { asset_type: "image", url: "https://cdn.example/banner.png", width: 300, height: 250 } },
  ...changes,
});

const statusOf = ({ media_buy_status, status }: Payload) => media_buy_status ?? status;

describe("a library", () => {
  test("accepts a creative once, and reports what changed", async () => {
    const { sync } = await newcomer();
    const actions = async (...creatives: object[]) =>
      (await sync({ creatives })).creatives.map(({ action, status }: Payload) => [action, status]);
    expect(await actions(creative("a"), creative("b"))).toEqual([
      ["created", "approved"],
      ["created", "approved"],
    ]);
    expect(await actions(creative("a"), creative("b", { name: "Other" }))).toEqual([
      ["unchanged", "approved"],
      ["updated", "approved"],
    ]);
  });

  test("belongs to its buyer only", async () => {
    const mine = await newcomer();
    await mine.sync({ creatives: [creative("a")] });
    const theirs = await newcomer();
    expect((await theirs.list()).creatives).toEqual([]);
    const [{ action }] = (await theirs.sync({ creatives: [creative("a")] })).creatives;
    expect(action).toBe("created");
    await mine.sync({ creatives: [creative("b")] });
    expect((await theirs.buy({ creative_assignments: [{ creative_id: "b" }] })).errors).toBeUndefined();
    const [standIn] = (await theirs.list({ creative_ids: ["b"] })).creatives;
    expect(standIn).toMatchObject({ name: "b", assets: {} });
  });

  test("a rehearsal changes nothing", async () => {
    const { sync, list } = await newcomer();
    expect(await sync({ creatives: [creative("a")], dry_run: true })).toMatchObject({
      dry_run: true,
      creatives: [{ action: "created" }],
    });
    expect((await list()).query_summary.total_matching).toBe(0);
  });

  test("creatives that are not sent are archived if the buyer requests it, and listed on request", async () => {
    const { sync, list } = await newcomer();
    await sync({ creatives: [creative("a"), creative("b")] });
    const { creatives } = await sync({ creatives: [creative("b")], delete_missing: true });
    expect(creatives).toEqual([
      { creative_id: "b", action: "unchanged", status: "approved" },
      { creative_id: "a", action: "deleted" },
    ]);
    expect(idsOf(await list())).toEqual(["b"]);
    expect(idsOf(await list({ statuses: ["archived"] }))).toEqual(["a"]);
    expect((await sync({ creatives: [creative("a")] })).creatives[0].action).toBe("updated");
  });

  test("an invalid creative prevents all from being accepted, or only itself, as the buyer chooses", async () => {
    const { sync, list } = await newcomer();
    const { name: _, ...nameless } = creative("b");
    const creatives = [creative("a"), nameless];
    const { errors } = await sync({ creatives });
    expect(errors[0]).toMatchObject({ code: "INVALID_REQUEST", field: "creatives[1].name" });
    expect(idsOf(await list())).toEqual([]);
    const lenient = await sync({ creatives, validation_mode: "lenient" });
    expect(lenient.creatives.map(({ action }: Payload) => action)).toEqual(["created", "failed"]);
  });

  test("a request can be limited to some of the creatives that it contains", async () => {
    const { sync, list } = await newcomer();
    await sync({ creatives: [creative("a"), creative("b")], creative_ids: ["b"] });
    expect(idsOf(await list())).toEqual(["b"]);
    const both = { creatives: [creative("a")], creative_ids: ["a"], delete_missing: true };
    expect((await sync(both)).errors[0].field).toBe("delete_missing");
  });

  test("an assignment to a missing package is refused, naming it", async () => {
    const { sync } = await newcomer();
    const assignments = [
      { creative_id: "a", package_id: "pkg_none" },
      { creative_id: "none", package_id: "pkg_none" },
    ];
    const { errors } = await sync({ creatives: [creative("a")], assignments });
    expect(errors.map(({ code }: Payload) => code)).toEqual([
      "PACKAGE_NOT_FOUND",
      "CREATIVE_NOT_FOUND",
      "PACKAGE_NOT_FOUND",
    ]);
    const [reported] = (await sync({ creatives: [creative("a")], assignments, validation_mode: "lenient" })).creatives;
    expect(Object.keys(reported.assignment_errors)).toEqual(["pkg_none"]);
  });

  test("a creative that should only run in some placements is refused, and not shown in all", async () => {
    const { sync } = await newcomer();
    const assignments = [{ creative_id: "a", package_id: "pkg_none", placement_ids: ["top"] }];
    expect((await sync({ creatives: [creative("a")], assignments })).errors[0]).toMatchObject({
      code: "UNSUPPORTED_FEATURE",
      field: "assignments[0].placement_ids",
    });
  });
});

describe("list_creatives", () => {
  test("pages through them in the requested order", async () => {
    const { sync, ask } = await newcomer();
    await sync({ creatives: ["c", "a", "b"].map((id) => creative(id)) });
    const page = (cursor?: string) =>
      ask("list_creatives", { sort: { field: "name", direction: "asc" }, pagination: { max_results: 2, cursor } });
    const first = await page();
    expect([idsOf(first), first.pagination.has_more, first.query_summary.total_matching]).toEqual([
      ["a", "b"],
      true,
      3,
    ]);
    const last = await page(first.pagination.cursor);
    expect([idsOf(last), last.pagination.has_more]).toEqual([["c"], false]);
    expect((await page("bm9uc2Vuc2U")).errors[0].field).toBe("pagination.cursor");
  });

  test.each([
    ["by tag", { tags: ["spring"] }, ["a"]],
    ["by any tag", { tags_any: ["spring", "autumn"] }, ["a", "b"]],
    ["by name", { name_contains: "NER C" }, ["c"]],
    ["by id", { creative_ids: ["b"] }, ["b"]],
    ["by format", { format_ids: [FORMAT] }, ["a", "b"]],
    ["by assignment", { unassigned: false }, []],
    ["by status", { statuses: ["rejected"] }, []],
    ["by date", { created_after: "2020-01-01T00:00:00Z", updated_before: "2020-01-02T00:00:00Z" }, []],
  ])("filters %s", async (_, filters, ids) => {
    const { sync, list } = await newcomer();
    const { format_id: __, ...kind } = creative("c", { format_kind: "image" });
    await sync({ creatives: [creative("a", { tags: ["spring"] }), creative("b", { tags: ["autumn"] }), kind] });
    expect(idsOf(await list(filters)).toSorted()).toEqual(ids);
  });

  test("a filter that is not supported here is refused rather than ignored", async () => {
    const { list } = await newcomer();
    expect((await list({ has_served: true })).errors[0]).toMatchObject({
      code: "UNSUPPORTED_FEATURE",
      field: "filters.has_served",
    });
  });
});

describe("a buy whose source requires creatives", () => {
  test("waits for them, and continues when one from the library is assigned", async () => {
    const { sync, buy, ask, list } = await newcomer();
    const bought = await buy();
    expect(statusOf(bought)).toBe("pending_creatives");
    expect(bought.valid_actions).toContain("sync_creatives");
    const [{ package_id }] = bought.packages;
    await sync({ creatives: [creative("a")] });
    const packages = [{ package_id, creative_assignments: [{ creative_id: "a" }] }];
    const request = { idempotency_key: randomUUID(), media_buy_id: bought.media_buy_id, packages };
    const changed = await ask("update_media_buy", request);
    expect(statusOf(changed)).toBe("pending_start");
    expect(idsOf(await list({ assigned_to_packages: [package_id] }))).toEqual(["a"]);
    expect(idsOf(await list({ media_buy_ids: [bought.media_buy_id] }))).toEqual(["a"]);
  });

  test("does not wait if they come with it, and they are in the library afterwards", async () => {
    const { buy, list } = await newcomer();
    expect(statusOf(await buy({ creatives: [creative("a")] }))).toBe("pending_start");
    expect(idsOf(await list())).toEqual(["a"]);
    expect(statusOf(await buy({ creative_assignments: [{ creative_id: "a" }] }))).toBe("pending_start");
  });

  test("continues after an assignment by sync_creatives, and a buy that has ended shows nothing", async () => {
    const { sync, buy, ask, list } = await newcomer();
    const { media_buy_id, packages } = await buy();
    const [{ package_id }] = packages;
    const assignments = [{ creative_id: "a", package_id }];
    const { creatives } = await sync({ creatives: [creative("a")], assignments });
    expect(creatives).toEqual([{ creative_id: "a", action: "created", status: "approved", assigned_to: [package_id] }]);
    const [standing] = (await ask("get_media_buys", { media_buy_ids: [media_buy_id] })).media_buys;
    expect(standing.status).toBe("pending_start");
    await ask("update_media_buy", { idempotency_key: randomUUID(), media_buy_id, canceled: true });
    const [released] = (await list()).creatives;
    expect(released).toMatchObject({ status: "approved", assignments: { assignment_count: 0 } });
  });

  test("is not made if a creative that comes with it is invalid, and shows nothing new that does not exist", async () => {
    const { buy, ask } = await newcomer();
    const { assets: _, ...empty } = creative("a");
    expect((await buy({ creatives: [empty] })).errors[0].field).toBe("packages[0].creatives[0].assets");
    expect((await ask("get_media_buys")).media_buys).toEqual([]);
    const { media_buy_id, packages } = await buy({});
    const [{ package_id }] = packages;
    const parts = [{ package_id, creative_assignments: [{ creative_id: "none" }] }];
    const change = { idempotency_key: randomUUID(), media_buy_id, packages: parts };
    expect((await ask("update_media_buy", change)).errors[0]).toMatchObject({
      code: "CREATIVE_NOT_FOUND",
      field: "packages[0].creative_assignments",
    });
  });
});

describe("a creative that is named twice", () => {
  const twice = [{ creative_id: "a" }, { creative_id: "a" }];

  test("in the assignments of a package is shown once, by a buy, an update and sync_creatives alike", async () => {
    const { sync, buy, ask, list } = await newcomer();
    await sync({ creatives: [creative("a")] });
    const { media_buy_id, packages, errors } = await buy({ creative_assignments: twice });
    expect(errors).toBeUndefined();
    const [{ package_id }] = packages;
    const shown = async () => {
      const [standing] = (await ask("get_media_buys", { media_buy_ids: [media_buy_id] })).media_buys;
      const [listed] = (await list()).creatives;
      return [standing.packages[0].creative_assignments, listed.assignments.assignment_count];
    };
    expect(await shown()).toMatchObject([[{ creative_id: "a" }], 1]);
    const parts = [{ package_id, creative_assignments: twice }];
    const change = { idempotency_key: randomUUID(), media_buy_id, packages: parts };
    expect((await ask("update_media_buy", change)).errors).toBeUndefined();
    expect(await shown()).toMatchObject([[{ creative_id: "a" }], 1]);
    const assignments = twice.map((one) => ({ ...one, package_id }));
    const { creatives } = await sync({ creatives: [creative("a")], assignments });
    expect(creatives[0].assigned_to).toEqual([package_id]);
    expect(await shown()).toMatchObject([[{ creative_id: "a" }], 1]);
  });

  test("with two different contents is refused, and nothing is bought or stored", async () => {
    const { buy, ask, list } = await newcomer();
    const refusal = (await buy({ creatives: [creative("a"), creative("a", { name: "Other" })] })).errors[0];
    expect(refusal).toMatchObject({ code: "INVALID_REQUEST", field: "packages[0].creatives[1].creative_id" });
    expect([(await ask("get_media_buys")).media_buys, idsOf(await list())]).toEqual([[], []]);
    expect((await buy({ creatives: [creative("a"), creative("a")] })).errors).toBeUndefined();
  });
});

test("a creative that has not been decided on is forwarded once its source has booked", async () => {
  const slow = await openShop({
    approval: { mode: "manual", hours: 2 },
    creativeRules: { ...RULES, wanted: true, library: true },
  });
  try {
    const ask = async (name: string, input: object) => (await callTool(slow, name, input)).payload;
    const [product] = (await ask("get_products", { buying_mode: "wholesale" })).products;
    const request = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
    const packages = [{ ...request.packages[0], creatives: [creative("a")] }];
    const { task_id } = await ask("create_media_buy", { ...request, packages });
    expectData(await slow.buyer.post("/sandbox/clock", { days: 1 }));
    const task = await ask("tasks_get", { task_id });
    expect(statusOf(task.result)).toBe("pending_start");
  } finally {
    await slow.close();
  }
});
