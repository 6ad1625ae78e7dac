import { describe, expect, test } from "vitest";
import { callOf, NEW_MEDIA_BUY } from "../../../../test/seller/fixtures.ts";
import { reachScripted } from "../../../../test/seller/reach-seller.ts";
import { fromAdcpTargetingSupport, toAdcpTargetingSupport } from "./adcp-targeting.ts";
import { honouredByAll, honouredPart, refusedTargeting } from "./honoured.ts";
import { Targeting } from "./targeting.ts";

const SUPPORT = {
  features: { property_list_filtering: true, collection_list_filtering: false },
  execution: {
    targeting: {
      geo_countries: true,
      geo_regions: false,
      geo_metros: { nielsen_dma: true, uk_itl1: false },
      geo_postal_areas: { US: ["zip"], gb_outward: true },
    },
  },
  frequency_capping: { supported_window_units: ["days"] },
};
const HONOURED = fromAdcpTargetingSupport(SUPPORT);

const ZIPS = { country: "US", system: "zip", values: ["10001"] };
const CAP = { max_impressions: 3, per: "individuals", window: { interval: 1, unit: "days" } } as const;

describe("the targeting that a seller declares to honour", () => {
  test("is read in either spelling of postal areas, and is no more than what it declares", () => {
    expect(HONOURED).toEqual([
      "geo_countries",
      "property_list",
      "geo_metros/nielsen_dma",
      "geo_postal_areas/US/zip",
      "geo_postal_areas/GB/outward",
      "frequency_cap",
      ...["individuals", "households", "devices", "accounts", "cookies", "custom"].map(
        (unit) => `frequency_cap/per/${unit}`,
      ),
      "frequency_cap/window/days",
    ]);
  });

  test.each([undefined, null, "x", {}, { execution: 3, features: [], frequency_capping: true }])(
    "is nothing where it says %j",
    (said) => expect(fromAdcpTargetingSupport(said)).toEqual([]),
  );

  test.each([true, false])("is sent and read back unchanged, except for caps (newest release: %s)", (isNewest) => {
    const readBack = fromAdcpTargetingSupport(toAdcpTargetingSupport(HONOURED, isNewest));
    // Only sellers whose reports include reach and frequency declare frequency caps, and no report here does.
    expect(readBack.toSorted()).toEqual(HONOURED.filter((word) => !word.startsWith("frequency_cap")).toSorted());
  });

  test("of several sellers is what all of them honour", () => {
    expect(
      honouredByAll([
        ["a", "b"],
        ["b", "c"],
      ]),
    ).toEqual(["b"]);
    expect(honouredByAll([["a"], []])).toEqual([]);
    expect(honouredByAll([])).toEqual([]);
  });
});

describe("a targeting", () => {
  test("that is honoured is not refused, and exclusion is honoured together with inclusion", () => {
    const targeting = Targeting.parse({
      geo_countries: ["US"],
      geo_countries_exclude: ["CA"],
      geo_metros: [{ system: "nielsen_dma", values: ["501"] }],
      geo_postal_areas: [ZIPS, { system: "gb_outward", values: ["SW1A"] }],
      frequency_cap: CAP,
    });
    expect(refusedTargeting(targeting, HONOURED, "packages[0].targeting_overlay")).toEqual([]);
    expect(honouredPart(targeting, HONOURED)).toEqual(targeting);
  });

  test("is refused field by field if it is not honoured, and only sent in complete fields", () => {
    const metros = ["nielsen_dma", "uk_itl1"].map((system) => ({ system, values: ["1"] }));
    const targeting = Targeting.parse({
      geo_countries: ["US"],
      geo_metros_exclude: metros,
      frequency_cap: { ...CAP, window: { interval: 1, unit: "campaign" } },
      language: ["en"],
    });
    const refused = refusedTargeting(targeting, HONOURED, "t");
    expect(refused.map(({ code, field, recovery }) => `${code} ${field} ${recovery}`)).toEqual([
      "UNSUPPORTED_FEATURE t.geo_metros_exclude[1] correctable",
      "UNSUPPORTED_FEATURE t.frequency_cap.window correctable",
      "UNSUPPORTED_FEATURE t.language correctable",
    ]);
    expect(honouredPart(targeting, HONOURED)).toEqual({ geo_countries: ["US"] });
  });

  test.each([
    ["a country that is none", { geo_countries: ["usa"] }],
    ["an empty list", { geo_countries: [] }],
    ["postal areas of no country", { geo_postal_areas: [{ system: "zip", values: ["1"] }] }],
    ["a cap that caps nothing", { frequency_cap: {} }],
    ["a cap without a window", { frequency_cap: { max_impressions: 3, per: "individuals" } }],
    ["two campaigns", { frequency_cap: { ...CAP, window: { interval: 2, unit: "campaign" } } }],
    ["a daypart that ends before it begins", { daypart_targets: [{ days: ["monday"], start_hour: 9, end_hour: 8 }] }],
    ["a list's token", { property_list: { agent_url: "https://a.example", list_id: "l", auth_token: "t" } }],
    ["what AdCP does not have", { moon_phase: "full" }],
  ])("is none with %s", (_, given) => expect(Targeting.safeParse(given).success).toBe(false));
});

describe.each(["MCP", "A2A"] as const)("a seller over %s", (protocol) => {
  test.each([
    ["3.1", ZIPS],
    ["3.0", { system: "us_zip", values: ["10001"] }],
  ] as const)("of release %s is sent in its own terms, in a new buy and in a change", async (release, reported) => {
    const { agent, seller } = await reachScripted(protocol);
    const adcp = { supported_versions: [release] };
    seller.on("get_adcp_capabilities", { payload: { adcp, account: { require_operator_auth: false } } });
    const bought = { payload: { status: "completed", media_buy_id: "mb_9", packages: [] } };
    seller.on("create_media_buy", bought);
    seller.on("update_media_buy", bought);
    const targeting = { geo_countries: ["US"], geo_postal_areas: [ZIPS] };
    const packages = NEW_MEDIA_BUY.packages.map((part) => ({ ...part, targeting }));
    await agent.createMediaBuy({ ...NEW_MEDIA_BUY, packages }, callOf());
    const change = { packageId: "p", targeting: { geo_postal_areas_exclude: [ZIPS] } };
    await agent.updateMediaBuy({ idempotencyKey: "k", mediaBuyId: "mb_9", packages: [change] }, callOf());
    const overlays = ["create_media_buy", "update_media_buy"].map((tool) => seller.callsOf(tool)[0]?.input["packages"]);
    expect(overlays).toMatchObject([
      [{ targeting_overlay: { geo_countries: ["US"], geo_postal_areas: [reported] } }],
      [{ package_id: "p", targeting_overlay: { geo_postal_areas_exclude: [reported] } }],
    ]);
  });
});
