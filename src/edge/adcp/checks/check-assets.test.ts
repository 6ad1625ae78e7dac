import { describe, expect, test } from "vitest";
import type { CreativeFormat, FormatAsset } from "../../../ground/seller-agent/index.ts";
import { flawsOfAssets, flawsOfTrackers } from "./check-assets.ts";

const asset = (assetId: string, assetType: string, changes: Partial<FormatAsset> = {}): FormatAsset => {
  return { assetId, assetType, required: true, ...changes };
};
const format = (...assetsRequired: FormatAsset[]): CreativeFormat => {
  const formatId = { agentUrl: "https://ads.example", id: "f" };
  return { formatId, name: "the format", type: null, description: null, assetsRequired };
};
const image = { asset_type: "image", url: "https://cdn.example/a.png", width: 300, height: 250 };
const BANNER = format(
  asset("display_file", "image", { limits: { minWidth: 300, maxWidth: 300, minHeight: 250, maxHeight: 250 } }),
);
const fieldsIn = (assets: Record<string, unknown>, of: CreativeFormat) =>
  flawsOfAssets(assets, of, "creatives[0]").map(({ code, field }) => [code, field]);

describe("an asset", () => {
  test.each([
    ["by the format's id", { display_file: image }],
    ["by its type, where nobody else claims it", { image }],
    ["as one of several", { display_file: [image, image] }],
    ["without a size, which its bytes will tell", { display_file: { asset_type: "image", url: "x" } }],
  ])("is found %s", (_, assets) => {
    expect(fieldsIn(assets, BANNER)).toEqual([]);
  });

  test.each([
    ["is missing", {}, "creatives[0].assets.display_file"],
    ["is of another type", { video: { asset_type: "video" } }, "creatives[0].assets.display_file"],
    ["is too wide", { image: { ...image, width: 301 } }, "creatives[0].assets.display_file.width"],
    ["is too low", { image: { ...image, height: 249 } }, "creatives[0].assets.display_file.height"],
  ])("that %s is a flaw, by its path", (_, assets, field) => {
    expect(fieldsIn(assets, BANNER)).toEqual([["VALIDATION_ERROR", field]]);
  });

  test("that is optional may be omitted", () => {
    expect(fieldsIn({}, format(asset("click_url", "url", { required: false })))).toEqual([]);
  });
});

describe("a text", () => {
  const TEXT = format(
    asset("title", "text", { limits: { minLength: 2, maxLength: 5 } }),
    asset("cta", "text", { limits: { values: ["BUY", "SEE"] } }),
  );
  const said = (title: string, cta: string) => ({ title: { content: title }, cta: { content: cta } });

  test.each([
    ["abcde", "BUY", []],
    ["abcdef", "BUY", [["VALIDATION_ERROR", "creatives[0].assets.title.content"]]],
    ["a", "BUY", [["VALIDATION_ERROR", "creatives[0].assets.title.content"]]],
    ["abc", "buy", [["CREATIVE_VALUE_NOT_ALLOWED", "creatives[0].assets.cta.content"]]],
    ["abc", "{{cta}}", []],
  ])("%s and %s", (title, cta, flaws) => {
    expect(fieldsIn(said(title, cta), TEXT)).toEqual(flaws);
  });

  test("of which one must be chosen lists them", () => {
    const [flaw] = flawsOfAssets(said("abc", "NO"), TEXT, "c");
    expect(flaw?.details).toEqual({ allowed_values: ["BUY", "SEE"] });
  });
});

test("a tracker of an event that the buyer defined has a name", () => {
  const tracker = { asset_type: "pixel_tracker", event: "custom", url: "https://m.example/" };
  expect(flawsOfTrackers({ t: tracker }, "c").map(({ field }) => field)).toEqual(["c.assets.t.custom_event_name"]);
  expect(flawsOfTrackers({ t: { ...tracker, custom_event_name: "seen" } }, "c")).toEqual([]);
  expect(flawsOfTrackers({ t: { ...tracker, event: "click" } }, "c")).toEqual([]);
});
