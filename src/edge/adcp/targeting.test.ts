import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../test/agent/open-shop.ts";

let shop: OpenShop;
let product: Payload;
beforeAll(async () => {
  shop = await openShop();
  [product] = (await ask("get_products", { buying_mode: "wholesale" })).products;
});
afterAll(() => shop.close());

const ask = async (name: string, input: object = {}) => (await callTool(shop, name, input)).payload;
const LIST = { agent_url: "https://lists.example/", list_id: "allow" };
const CAP = { max_impressions: 3, per: "individuals", window: { interval: 1, unit: "days" } };

function buy(targeting_overlay: object) {
  const request = newBuy(product.product_id, product.pricing_options[0].pricing_option_id);
  return { ...request, packages: [{ ...request.packages[0], targeting_overlay }] };
}

async function overlayOf(mediaBuyId: string) {
  const { media_buys } = await ask("get_media_buys", { media_buy_ids: [mediaBuyId] });
  return media_buys[0].packages[0].targeting_overlay;
}

test("accepted targeting is returned as it was requested, and as it was changed", async () => {
  const asked = { geo_countries: ["US"], property_list: LIST, collection_list_exclude: LIST, frequency_cap: CAP };
  const { media_buy_id, packages } = await ask("create_media_buy", buy(asked));
  expect(packages[0].targeting_overlay).toEqual(asked);
  expect(await overlayOf(media_buy_id)).toEqual(asked);
  const change = (targeting_overlay: object) =>
    ask("update_media_buy", {
      idempotency_key: randomUUID(),
      account: newBuy("", "").account,
      media_buy_id,
      packages: [{ package_id: packages[0].package_id, targeting_overlay }],
    });
  const other = { property_list: { ...LIST, list_id: "other" } };
  expect((await change(other)).affected_packages).toMatchObject([{ targeting_overlay: other }]);
  expect(await overlayOf(media_buy_id)).toEqual(other);
  expect((await change({ keyword_targets: [] })).errors).toMatchObject([
    { code: "UNSUPPORTED_FEATURE", field: "packages[0].targeting_overlay.keyword_targets" },
  ]);
  await change({});
  expect(await overlayOf(media_buy_id)).toBeUndefined();
});

describe("refused by name is", () => {
  test.each([
    ["a dimension that no source has", { geo_regions: ["US-NY"] }, "UNSUPPORTED_FEATURE", "geo_regions"],
    ["one that nobody passes on", { keyword_targets: [{}] }, "UNSUPPORTED_FEATURE", "keyword_targets"],
    ["one that AdCP does not have", { moon_phase: ["full"] }, "UNSUPPORTED_FEATURE", "moon_phase"],
    [
      "a list behind a token",
      { property_list: { ...LIST, auth_token: "t" } },
      "UNSUPPORTED_FEATURE",
      "property_list.auth_token",
    ],
    ["a country that is none", { geo_countries: ["usa"] }, "INVALID_REQUEST", "geo_countries[0]"],
    ["a country where it does not run", { geo_countries: ["AQ"] }, "VALIDATION_ERROR", "geo_countries"],
  ])("%s", async (_, overlay, code, field) => {
    const { errors } = await ask("create_media_buy", buy(overlay));
    const path = `packages[0].targeting_overlay.${field}`;
    expect(errors).toMatchObject([{ code, field: path, recovery: "correctable" }]);
    expect(errors[0].message).not.toContain("undefined");
  });
});

test("what all sources honour is declared, in the terms of each release", async () => {
  const declared = async (adcp_version: string) => (await ask("get_adcp_capabilities", { adcp_version })).media_buy;
  for (const release of ["3.0", "3.1"])
    expect(await declared(release)).toMatchObject({
      execution: { targeting: { geo_countries: true, property_list: true, collection_list: true } },
    });
});

test("a frequency cap is honoured but not declared, because no report includes reach and frequency", async () => {
  const cap = { max_impressions: 3, per: "devices", window: { interval: 1, unit: "days" } };
  const { packages } = await ask("create_media_buy", buy({ frequency_cap: cap }));
  expect(packages).toMatchObject([{ targeting_overlay: { frequency_cap: cap } }]);
  expect((await ask("get_adcp_capabilities", { adcp_version: "3.1" })).media_buy.frequency_capping).toBeUndefined();
});

test("a buy that waits for the storefront's approval shows its people the whole targeting", async () => {
  await shop.seller.post("/storefront/acceptance-policy", { content: "Review buyers: all", activate: true });
  const asked = { geo_countries: ["US"], property_list: LIST };
  const { task_id } = await ask("create_media_buy", buy(asked));
  const { data } = await shop.seller.get(`/storefront/media-buy-approvals/${task_id}`);
  expect(data.submittedPayload).toMatchObject({ packages: [{ targeting_overlay: asked }] });
});
