import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { setUpTrial } from "./furnished-trial.fixture.ts";
import { codeOf } from "./trials.fixture.ts";

/** What AdCP 3.1 fixtures say about a product is enforced as if a source had said it; each test seeds its own shelf. */
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop()));
afterAll(() => shop.close());

const furnish = (fixture?: object, prices?: readonly object[]) => setUpTrial(shop, fixture, prices);
const order = (part: object = {}) => {
  const bought = newBuy("made", "price_0", { start_time: "asap" });
  return { ...bought, packages: bought.packages.map((one) => ({ ...one, ...part })) };
};
const { account } = order();
const image = { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 };
const own = { agent_url: "https://your-platform.example.com", id: "display_300x250" };
const syncOf = (...creatives: object[]) => ({
  idempotency_key: crypto.randomUUID(),
  account,
  creatives: creatives.map((one, index) => ({
    creative_id: `c${index}`,
    name: "C",
    format_id: own,
    assets: { image },
    ...one,
  })),
});

describe("a product that states the allowed actions", () => {
  const allowed_actions = [
    { action: "increase_budget", modes: ["self_serve"] },
    { action: "cancel", modes: ["requires_approval"] },
    { action: "decrease_budget", modes: ["self_serve"], allowed_statuses: ["paused"] },
  ];

  test("allows those to the buyer, and refuses all others, naming the allowed ones", async () => {
    const { call } = await furnish({ allowed_actions });
    const { products } = (await call("get_products", { buying_mode: "wholesale" })).payload;
    expect(products[0].allowed_actions).toEqual(allowed_actions);
    const { payload: bought } = await call("create_media_buy", order());
    const left = [
      { action: "increase_budget", mode: "self_serve" },
      { action: "cancel", mode: "requires_approval" },
    ];
    expect(bought.available_actions).toEqual(left);
    const { media_buy_id, packages } = bought;
    const change = (changes: object) =>
      call("update_media_buy", { idempotency_key: crypto.randomUUID(), account, media_buy_id, ...changes });
    const budgeted = (budget: number) => ({ packages: [{ package_id: packages[0].package_id, budget }] });
    expect((await change(budgeted(26_000))).payload.affected_packages[0].budget).toBe(26_000);
    for (const [asked, attempted_action, reason] of [
      [{ canceled: true }, "cancel", "mode_mismatch"],
      [budgeted(1_000), "decrease_budget", "wrong_status"],
      [{ paused: true }, "pause", "not_supported_on_product"],
    ] as const)
      expect((await change(asked)).payload.errors).toMatchObject([
        { code: "ACTION_NOT_ALLOWED", details: { attempted_action, reason, currently_available_actions: left } },
      ]);
  });
});

describe("a product that requires the provenance of creatives", () => {
  const creative_policy = {
    co_branding: "optional",
    landing_page: "any",
    templates_available: false,
    provenance_required: true,
  };

  test("refuses creatives that do not state it, whether they are sent before or with the buy", async () => {
    const { call } = await furnish({ creative_policy });
    const provenance = { digital_source_type: "digital_capture" };
    const { payload } = await call("sync_creatives", syncOf({}));
    expect(payload.creatives).toMatchObject([{ action: "failed", errors: [{ code: "PROVENANCE_REQUIRED" }] }]);
    expect((await call("list_creatives")).payload.creatives).toEqual([]);
    const creatives = syncOf({}).creatives;
    expect(codeOf(await call("create_media_buy", order({ creatives })))).toBe("PROVENANCE_REQUIRED");
    expect((await call("sync_creatives", syncOf({ provenance }))).payload.creatives).toMatchObject([
      { action: "created" },
    ]);
  });

  test("and a waived disclosure is visible to an auditor of its own creatives only", async () => {
    const { call, control } = await furnish();
    const provenance = {
      digital_source_type: "trained_algorithmic_media",
      human_oversight: "edited",
      disclosure: { required: false },
    };
    await call("sync_creatives", syncOf({ provenance }));
    expect(await control("query_provenance_audit_observations", { creative_id: "c0" })).toMatchObject({
      creative_id: "c0",
      audit_observations: [
        { code: "OVERSIGHT_DISCLOSURE_CARVEOUT_CLAIMED", details: { claimed_value: { human_oversight: "edited" } } },
      ],
    });
    const other = await furnish();
    expect(await other.control("query_provenance_audit_observations", { creative_id: "c0" })).toMatchObject({
      error: "NOT_FOUND",
    });
  });
});

describe("a creative", () => {
  test("that its format does not accept is refused, together with the rest of the request, unless its buyer is lenient", async () => {
    const { call } = await furnish();
    const wide = { assets: { image: { ...image, width: 640 } } };
    const strict = await call("sync_creatives", syncOf({}, wide));
    expect(strict.payload.errors).toMatchObject([
      { code: "VALIDATION_ERROR", field: "creatives[1].assets.display_file.width" },
    ]);
    expect((await call("list_creatives")).payload.creatives).toEqual([]);
    const lenient = await call("sync_creatives", { ...syncOf({}, wide), validation_mode: "lenient" });
    expect(lenient.payload.creatives.map(({ action }: Payload) => action)).toEqual(["created", "failed"]);
  });

  test("with an unknown format of a known seller is refused", async () => {
    const { call } = await furnish();
    const { formats } = (await call("list_creative_formats", { asset_types: ["image"] })).payload;
    const format_id = { ...formats[0].format_id, id: "nobody_has_this" };
    expect(codeOf(await call("sync_creatives", syncOf({ format_id })))).toBe("FORMAT_NOT_SUPPORTED");
  });

  test("for a feed respects the limits that list_creative_formats returns", async () => {
    const { call } = await furnish();
    const format_id = { ...own, id: "native_in_feed" };
    const assets = {
      title: { asset_type: "text", content: "Boots" },
      main_image: { ...image, width: 1200, height: 627 },
      landing_page_url: { asset_type: "url", url: "https://acme.example/" },
    };
    const sent = (more: object) => call("sync_creatives", syncOf({ format_id, assets: { ...assets, ...more } }));
    expect((await sent({})).payload.creatives).toMatchObject([{ action: "created" }]);
    expect(codeOf(await sent({ title: { asset_type: "text", content: "B".repeat(91) } }))).toBe("VALIDATION_ERROR");
    expect(codeOf(await sent({ cta: { asset_type: "text", content: "GO" } }))).toBe("CREATIVE_VALUE_NOT_ALLOWED");
  });
});

describe("a product in canonical formats", () => {
  const format_options = [
    { format_kind: "image", format_option_id: "mrec", params: { width: 300, height: 250 } },
    { format_kind: "html5", format_option_id: "rich", params: {} },
  ];

  test("lists no named formats in 3.1, and an empty list in 3.0", async () => {
    const { call } = await furnish({ format_options });
    const asked = { buying_mode: "wholesale" };
    const [product] = (await call("get_products", asked)).payload.products;
    expect(product.format_options).toEqual(format_options);
    expect(product.format_ids).toBeUndefined();
    const [older] = (await call("get_products", { ...asked, adcp_version: "3.0" })).payload.products;
    expect(older.format_ids).toEqual([]);
  });

  test("whose options refer to formats that it does not name reports this, and is sold", async () => {
    const named = (id: string) => ({ agent_url: "https://formats.example", id });
    const referring = format_options.map((one) => ({ ...one, v1_format_ref: [named("b")] }));
    const { call } = await furnish({ format_ids: [named("a")], format_options: referring });
    const { payload } = await call("get_products", { buying_mode: "wholesale" });
    expect(payload.errors).toMatchObject([{ code: "FORMAT_DECLARATION_DIVERGENT", source: "producer" }]);
    expect((await call("create_media_buy", order({ format_ids: [named("a")] }))).payload.packages).toMatchObject([
      { product_id: "made", format_ids: [named("a")] },
    ]);
  });
});

describe("a product that third parties measure", () => {
  const vendor = { domain: "attention.example" };
  const reporting_capabilities = { vendor_metrics: [{ vendor, metric_id: "units" }] };

  test("is found by its measurers, and its report names them", async () => {
    const { call, control } = await furnish({ reporting_capabilities });
    const found = async (required: object) => {
      const asked = { buying_mode: "wholesale", filters: { required_vendor_metrics: [required] } };
      return (await call("get_products", asked)).payload.products.map(({ product_id }: Payload) => product_id);
    };
    expect(await found({ vendor })).toEqual(["made"]);
    expect(await found({ vendor: { domain: "nobody.example" } })).toEqual([]);
    expect(await found({ metric_id: "mood" })).toEqual([]);
    const { media_buy_id } = (await call("create_media_buy", order())).payload;
    const vendor_metric_values = [{ vendor, metric_id: "units", value: 4.2, measurable_impressions: 10 }];
    await control("simulate_delivery", { media_buy_id, impressions: 10, vendor_metric_values });
    const asked = { media_buy_ids: [media_buy_id] };
    expect((await call("get_media_buy_delivery", asked)).payload.media_buy_deliveries[0].by_package).toMatchObject([
      { vendor_metric_values },
    ]);
  });

  test("with measurement windows is billed by one of them, and final when its caller says so", async () => {
    const windows = { measurement_windows: [{ window_id: "c7", duration_days: 7 }] };
    const { call, control } = await furnish({ reporting_capabilities: windows });
    const measuredIn = (measurement_window: string) =>
      order({ measurement_terms: { billing_measurement: { vendor, measurement_window } } });
    expect(codeOf(await call("create_media_buy", measuredIn("c3")))).toBe("TERMS_REJECTED");
    const { media_buy_id } = (await call("create_media_buy", measuredIn("c7"))).payload;
    const delivered = async (params: object) => {
      await control("simulate_delivery", { media_buy_id, ...params });
      const { payload } = await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] });
      return payload.media_buy_deliveries[0];
    };
    const first = await delivered({ impressions: 9, is_final: false, measurement_window: "c3" });
    expect(first).toMatchObject({ is_final: false, by_package: [{ measurement_window: "c3" }] });
    expect(first.finalized_at).toBeUndefined();
    const finalized_at = "2099-08-03T12:00:00Z";
    expect(await delivered({ is_final: true, finalized_at, measurement_window: "c7" })).toMatchObject({
      is_final: true,
      finalized_at,
      by_package: [{ is_final: true, measurement_window: "c7", impressions: 9 }],
    });
  });

  test("can be optimised for the metrics that it declares", async () => {
    const { call } = await furnish({ metric_optimization: { supported_metrics: ["viewed_seconds"] } });
    const towards = (metric: string) => order({ optimization_goals: [{ kind: "metric", metric, priority: 1 }] });
    expect((await call("create_media_buy", towards("viewed_seconds"))).payload.packages).toMatchObject([
      { optimization_goals: [{ metric: "viewed_seconds" }] },
    ]);
    expect(codeOf(await call("create_media_buy", towards("clicks")))).toBe("UNSUPPORTED_FEATURE");
  });
});

test("a product whose signals are sold in one currency cannot be bought in another", async () => {
  const signal = (selection_mode: string) => ({
    signal_targeting_allowed: true,
    signal_targeting_rules: { selection_mode },
    signal_targeting_options: [{ name: "s", default_selected: true, pricing_options: [{ currency: "EUR" }] }],
  });
  const prices = [{}, { currency: "EUR", fixed_price: 11 }];
  const inDollars = { buying_mode: "wholesale", filters: { pricing_currencies: ["USD"] } };
  const optional = await furnish(signal("optional"), prices);
  const [product] = (await optional.call("get_products", inDollars)).payload.products;
  expect(product.pricing_options.map(({ currency }: Payload) => currency)).toEqual(["USD"]);
  const fixed = await furnish(signal("fixed"), prices);
  expect((await fixed.call("get_products", inDollars)).payload.products).toEqual([]);
});

describe("a search that its caller makes a task", () => {
  test("is one for the account for which it was created, until its caller sets what it found", async () => {
    const { call, control } = await furnish();
    await control("force_get_products_arm", { arm: "submitted", task_id: "search_1" });
    const url = "https://buyer.example/told";
    const asked = { buying_mode: "brief", brief: "boots", account, push_notification_config: { url } };
    const { payload } = await call("get_products", asked);
    expect(payload).toMatchObject({ status: "submitted", task_id: "search_1" });
    expect(payload.products).toBeUndefined();
    const listed = async (whose: object) =>
      (await call("list_tasks", { account: whose, filters: { task_ids: ["search_1"], has_webhook: true } })).payload;
    expect(await listed(account)).toMatchObject({
      query_summary: { total_matching: 1, returned: 1 },
      tasks: [{ task_id: "search_1", task_type: "get_products", has_webhook: true }],
    });
    const other = { brand: { domain: "other.example" }, operator: "other.example" };
    expect((await listed(other)).query_summary).toMatchObject({ total_matching: 0, returned: 0 });
    await control("force_task_completion", { task_id: "search_1", result: { products: [] } });
    const status = (whose: object) => call("get_task_status", { task_id: "search_1", account: whose });
    expect(codeOf(await status(other))).toBe("REFERENCE_NOT_FOUND");
    expect((await status(account)).payload).toMatchObject({
      task_type: "get_products",
      status: "completed",
      has_webhook: true,
      result: { products: [] },
    });
    expect((await call("get_products", { buying_mode: "brief", brief: "boots" })).payload.status).toBe("completed");
  });

  test("does not affect the next buy", async () => {
    const { call, control } = await furnish();
    await control("force_get_products_arm", { arm: "submitted", task_id: "search_2" });
    expect((await call("create_media_buy", order())).payload.status).toBe("completed");
  });
});

test("a seeded media buy is found under its own name, in its own words, by its caller only", async () => {
  const { call, control } = await furnish();
  const fixture = { status: "active", packages: [{ package_id: "mine", budget: 5_000, context: { buyer_ref: "l1" } }] };
  expect(await control("seed_media_buy", { media_buy_id: "legacy", fixture })).toMatchObject({ success: true });
  const [found] = (await call("get_media_buys", { media_buy_ids: ["legacy"] })).payload.media_buys;
  expect(found).toMatchObject({ media_buy_id: "legacy", packages: fixture.packages });
  expect(found.packages[0].product_id).toBeUndefined();
  const other = await furnish();
  expect(codeOf(await other.call("get_media_buys", { media_buy_ids: ["legacy"] }))).toBe("MEDIA_BUY_NOT_FOUND");
});
