import { expect, test } from "vitest";
import type { CreativeFormat } from "../../../ground/seller-agent/index.ts";
import type { Asset } from "../assets/asset.ts";
import { withSlots } from "../assets/slots.ts";
import { checkFormat } from "./check-format.ts";

const formatId = { agentUrl: "https://formats.example", id: "display_300x250" };
const banner: CreativeFormat = {
  formatId,
  name: "Banner",
  type: "display",
  description: null,
  assetsRequired: [
    {
      assetId: "banner_image",
      assetType: "image",
      required: true,
      limits: {
        minWidth: 300,
        maxWidth: 300,
        minHeight: 250,
        maxHeight: 250,
        maxFileKb: 200,
        fileTypes: ["jpeg", "png"],
      },
    },
    { assetId: "landing_page", assetType: "url", required: true },
    { assetId: "impression_pixel", assetType: "url", required: false },
  ],
};

const asset = (changes: Partial<Asset> = {}): Asset => ({
  assetId: "ast_1",
  slot: "",
  slotGiven: false,
  name: "hero.png",
  originalFilename: "hero.png",
  assetType: "IMAGE",
  contentType: "image/png",
  fileSize: 100_000,
  isPrimary: true,
  content: { kind: "file" },
  measures: { width: 300, height: 250, fileType: "png" },
  createdAt: new Date(0),
  ...changes,
});
const link = (urlType: "clickthrough" | "tracker_pixel") =>
  asset({ assetType: "URL", content: { kind: "link", url: "https://acme.example", urlType }, measures: {} });

const check = (assets: readonly Asset[], format = banner, named = formatId) =>
  checkFormat(withSlots(assets, format), format, named);
const issuesOf = (...assets: readonly Asset[]) =>
  check(assets).issues.map(({ path, message }) => `${path}: ${message}`);

test("assets are assigned to the right slots: a page is not a pixel, and a pixel not a page", () => {
  const slots = withSlots([link("tracker_pixel"), asset(), link("clickthrough")], banner).map(({ slot }) => slot);
  expect(slots).toEqual(["impression_pixel", "banner_image", "landing_page"]);
  expect(issuesOf(link("tracker_pixel"), asset(), link("clickthrough"))).toEqual([]);
});

test("every required asset that is missing is named", () => {
  expect(issuesOf()).toEqual([
    "assets.banner_image: Banner needs an asset of type image here, and the creative has none",
    "assets.landing_page: Banner needs an asset of type url here, and the creative has none",
  ]);
});

test("every exceeded limit is named, with the actual and the allowed value", () => {
  const wrong = asset({ measures: { width: 728, height: 90, fileType: "gif" }, fileSize: 300_000 });
  expect(issuesOf(wrong, link("clickthrough"))).toEqual([
    "assets.banner_image: hero.png has a width of 728 px: it must be 300",
    "assets.banner_image: hero.png has a height of 90 px: it must be 250",
    "assets.banner_image: hero.png has a size of 300 kB: it must be at most 200",
    "assets.banner_image: hero.png is a gif file: it must be jpg or png",
  ]);
});

test("an asset that the buyer put into a slot of another type is refused there", () => {
  const text = asset({ slot: "banner_image", slotGiven: true, assetType: "TEXT", content: { kind: "text" } });
  expect(issuesOf(text, link("clickthrough"))).toEqual([
    "assets.banner_image: Banner wants an asset of type image here, and hero.png is text",
  ]);
});

test("values that could not be measured are left to the seller, and reported", () => {
  const { issues, unchecked } = check([asset({ measures: { fileType: "png" } }), link("clickthrough")]);
  expect(issues).toEqual([]);
  expect(unchecked.join()).toMatch(/width of hero.png could not be read.*height of hero.png/);
});

test("a template's only picture has to have the size of the named variant", () => {
  const template = { ...banner, assetsRequired: [{ assetId: "image", assetType: "image", required: true }] };
  const named = { ...formatId, width: 728, height: 90 };
  expect(check([asset()], template, named).issues).toHaveLength(2);
  expect(check([asset({ measures: { width: 728, height: 90 } })], template, named).issues).toEqual([]);
});
