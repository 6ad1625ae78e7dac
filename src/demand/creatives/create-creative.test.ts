import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  AGENT,
  bannerFormat,
  fieldsIn,
  openStudio,
  type StudioFixture,
  serveFiles,
  shopOf,
} from "./creatives.fixture.ts";
import { png, SVG, VAST } from "./media/files.fixture.ts";

let studio: StudioFixture;
let files: Awaited<ReturnType<typeof serveFiles>>;
beforeAll(async () => {
  studio = await openStudio();
  files = await serveFiles({
    "banner.png": png(300, 250),
    "page.html": "<p>Hi</p>",
    "x.exe": "MZ\u0000",
  });
});
afterAll(async () => {
  files.close();
  await studio.world.close();
});

const banner = bannerFormat(300, 250);
const format_id = { agent_url: AGENT, id: "display_300x250" };
const page = { url: "https://acme.example/shop", url_type: "CLICKTHROUGH" };
const picture = () => ({ linked_assets: [{ url: files.url("banner.png") }] });

describe("creating", () => {
  test("makes a creative from URLs, typed by their content and in its format's slots", async () => {
    const desk = await studio.open(shopOf("One", [banner]));
    const { status, data } = await desk.create({
      name: "Hero",
      message: "Be bold",
      format_id,
      url_asset: page,
      ...picture(),
    });
    expect(status).toBe(201);
    expect(data).toMatchObject({
      campaign_id: desk.campaignId,
      name: "Hero",
      message: "Be bold",
      brand_domain: "acme.example",
      template_id: "display_image",
      auto_detected_template: { template_id: "display_image", method: "file_analysis" },
      format_id,
      asset_count: 2,
    });
    const image = data.assets.find((asset: { asset_type: string }) => asset.asset_type === "IMAGE");
    expect(image).toMatchObject({ content_type: "image/png", width: 300, height: 250, slot_asset_id: "banner" });
    expect(image.asset_source).toBe("CREATIVE_SOURCE");
    expect(data.creative_manifest).toEqual({
      format_id,
      assets: {
        banner: { asset_type: "image", url: image.public_url, width: 300, height: 250, format: "png" },
        landing_page: { asset_type: "url", url: page.url, url_type: "clickthrough" },
      },
    });
    expect((await desk.buyer.get(`${desk.path}/${data.creative_id}`)).data).toEqual(data);
  });

  test("with an existing name returns that creative and changes nothing, even concurrently", async () => {
    const desk = await studio.open();
    const replies = await Promise.all(Array.from({ length: 5 }, () => desk.create({ name: "Same", url_asset: page })));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(replies.map(({ data }) => data.creative_id)).size).toBe(1);
    expect(replies.filter(({ data }) => data.already_exists)).toHaveLength(4);
    const again = await desk.create({ name: "Same", message: "other", ...picture() });
    expect(again.data).toMatchObject({ already_exists: true, ignored_files: 0, asset_count: 1 });
    expect(again.data.message).toBeUndefined();
    expect((await desk.buyer.get(desk.path)).data.total).toBe(1);
  });

  test("without a name generates a different name each time", async () => {
    const desk = await studio.open();
    const [one, other] = [await desk.create({ url_asset: page }), await desk.create({ url_asset: page })];
    expect([one.status, other.status]).toEqual([201, 201]);
    expect(one.data.name).not.toBe(other.data.name);
  });

  test("without content is refused, with what to send", async () => {
    const desk = await studio.open();
    for (const body of [{}, { name: "Empty", format_id, message: "see attached" }])
      expect(await desk.create(body)).toMatchObject({
        status: 400,
        error: { message: expect.stringContaining("linked_assets"), field: "assets" },
      });
    expect((await desk.buyer.get(desk.path)).data.total).toBe(0);
  });

  test("that matches none of the products' formats lists them, with the reason for each", async () => {
    const desk = await studio.open(shopOf("One", [bannerFormat(728, 90), bannerFormat(160, 600)]));
    const { status, data } = await desk.create({ name: "square", ...picture() });
    expect(status).toBe(201);
    expect(data.warnings).toEqual([
      expect.stringMatching(/no format.*display_728x90 \(.*width of 300 px.*display_160x600 \(.*height of 250 px/s),
    ]);
  });

  test("finds the format among those of the campaign's products if the creative is complete for it", async () => {
    const desk = await studio.open(shopOf("One", [bannerFormat(728, 90), banner]));
    expect((await desk.create({ name: "fits", ...picture() })).data.format_id).toEqual(format_id);
    expect((await desk.create({ name: "none", url_asset: page })).data.format_id).toBeUndefined();
  });

  test("takes every form of input, in both spellings of a URL's type", async () => {
    const desk = await studio.open();
    const { data } = await desk.create({
      name: "All",
      url_asset: { url: "https://ads.example/vast", url_type: "VIDEO_VAST" },
      url_assets: [
        { asset_id: "landing_page", url: "https://acme.example/a" },
        { asset_id: "impression_tracker", url: "https://t.example/p.gif", url_type: "clickthrough" },
        { asset_id: "more", url: "https://t.example/s.js", url_type: "tracker_script" },
      ],
      text_assets: [{ asset_id: "headline", content: "Buy now" }],
      webhook_asset: { url: "https://dco.example/render", response_type: "html", security: { method: "hmac_sha256" } },
      linked_assets: [
        { data_url: `data:image/svg+xml;base64,${Buffer.from(SVG).toString("base64")}`, slot_asset_id: "logo" },
      ],
      assets: [{ url: files.url("page.html"), label: "Page" }],
    });
    expect(data.creative_manifest.assets).toMatchObject({
      vast_tag: { asset_type: "vast", delivery_type: "url", url: "https://ads.example/vast" },
      landing_page: { asset_type: "url", url_type: "clickthrough" },
      impression_tracker: { asset_type: "url", url_type: "tracker_pixel" },
      more: { asset_type: "url", url_type: "tracker_script" },
      headline: { asset_type: "text", content: "Buy now" },
      webhook: { asset_type: "webhook", response_type: "html", security: { method: "hmac_sha256" } },
      logo: { asset_type: "image", width: 300, height: 250, format: "svg" },
      html: { asset_type: "html", content: "<p>Hi</p>" },
    });
  });

  test("a carousel's cards have their pictures, and the manifest has the cards", async () => {
    const desk = await studio.open();
    const card = (headline: string) => ({ url: files.url("banner.png"), headline, landing_page_url: page.url });
    const { data } = await desk.create({ name: "Carousel", cards: [card("One"), card("Two")] });
    expect(data).toMatchObject({
      template_id: "image_carousel",
      carousel_cards: [{ headline: "One" }, { headline: "Two" }],
    });
    expect(data.creative_manifest).toMatchObject({
      format_kind: "image_carousel",
      assets: { cards: [{ asset_type: "card", headline: "One", media: { asset_type: "image" } }, { headline: "Two" }] },
    });
  });

  test("lists the relative references of HTML, and rewrites nothing", async () => {
    const desk = await studio.open();
    const html = '<html><img src="logo.png"><a href="{CLICK_URL}">x</a></html>';
    const data_url = `data:text/html;base64,${Buffer.from(html).toString("base64")}`;
    const { data } = await desk.create({ name: "Html", linked_assets: [{ data_url }] });
    expect(data.html_processing).toEqual({ rewritten_refs: [], unresolved_refs: ["logo.png"], inserted_macros: [] });
    expect(data.creative_manifest).toMatchObject({ format_kind: "html5", assets: { html: { content: html } } });
  });

  test("keeps VAST as a tag if it is given by URL, and complete if it is sent", async () => {
    const desk = await studio.open();
    const tag = { url: "https://ads.example/vast?cb=[CACHEBUSTING]", asset_type: "VAST", duration_ms: 15_000 };
    const linked = await desk.create({ name: "tag", linked_assets: [tag] });
    expect(linked.data.creative_manifest).toMatchObject({
      format_kind: "video_vast",
      assets: { vast_tag: { delivery_type: "url", url: tag.url, duration_ms: 15_000 } },
    });
    const data_url = `data:application/xml;base64,${Buffer.from(VAST).toString("base64")}`;
    const inline = await desk.create({ name: "xml", linked_assets: [{ data_url }] });
    expect(inline.data.creative_manifest.assets.vast_tag).toEqual({
      asset_type: "vast",
      delivery_type: "inline",
      content: VAST,
    });
  });
});

describe("a refusal", () => {
  test("names every asset that its format does not accept", async () => {
    const desk = await studio.open(shopOf("One", [bannerFormat(728, 90)]));
    const wrong = { format_id: { ...format_id, id: "display_728x90" }, ...picture() };
    const { status, error } = await desk.create({ name: "Wrong", ...wrong });
    expect([status, error?.code]).toEqual([400, "VALIDATION_ERROR"]);
    expect(error?.details?.issues).toEqual([
      { path: "assets.banner", message: "banner.png has a width of 300 px: it must be 728" },
      { path: "assets.banner", message: "banner.png has a height of 250 px: it must be 90" },
    ]);
    const empty = await desk.create({ name: "Empty", format_id: wrong.format_id });
    expect(empty.error?.message).toContain("needs an asset of type image here, and the creative has none");
    expect((await desk.buyer.get(desk.path)).data.total).toBe(0);
  });

  test("names every URL that is not an asset: missing, of another type than declared, or of no type that creatives have", async () => {
    const desk = await studio.open();
    const { error } = await desk.create({
      linked_assets: [
        { url: files.url("nowhere.png") },
        { url: files.url("page.html"), asset_type: "IMAGE" },
        { url: files.url("x.exe") },
        { url: "http://169.254.169.254/latest/meta-data" },
      ],
    });
    expect(fieldsIn(error)).toEqual([0, 1, 2, 3].map((index) => `linked_assets.${index}`));
  });

  test.each([
    [{ format_id, format_kind: "image" }, "format_kind"],
    [{ url_asset: { url: "ftp://x.example", url_type: "CLICKTHROUGH" } }, "url_asset.url"],
    [{ url_asset: { url: "https://x.example", url_type: "CLICK" } }, "url_asset.url_type"],
    [{ assets: [{ filename: "absent.png" }] }, "assets.0.filename"],
    [{ assets: [{}] }, "assets.0.filename"],
    [{ cards: [{ headline: "one" }] }, "cards"],
    [{ cards: [{ headline: "one" }, { headline: "two" }] }, "cards.0"],
  ])("of %j names %s", async (body, field) => {
    const desk = await studio.open();
    expect(await desk.create(body)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR", field } });
  });
});

test("a format that nobody describes, or no product accepts, is a warning and not a refusal", async () => {
  const desk = await studio.open(shopOf("One", [banner]));
  const { status, data } = await desk.create({ format_id: { ...format_id, id: "unheard_of" }, ...picture() });
  expect(status).toBe(201);
  expect(data.warnings).toEqual([
    expect.stringContaining("none of the campaign's products accepts format unheard_of"),
    expect.stringContaining("is described by no seller"),
  ]);
});

describe("listing", () => {
  test("is newest first, searched by name, in pages, under both paths", async () => {
    const desk = await studio.open();
    for (const name of ["Spring red", "Spring blue", "50% off"]) await desk.create({ name, url_asset: page });
    const names = async (query: string, path = desk.path) => {
      const { data, meta } = await desk.buyer.get(`${path}?${query}`);
      return [data.manifests.map((row: { name: string }) => row.name), data.total, meta.pagination?.hasMore];
    };
    expect(await names("")).toEqual([["50% off", "Spring blue", "Spring red"], 3, false]);
    expect(await names("take=1&skip=1")).toEqual([["Spring blue"], 3, true]);
    expect(await names("search=SPRING")).toEqual([["Spring blue", "Spring red"], 2, false]);
    expect(await names("search=0%25")).toEqual([["50% off"], 1, false]);
    expect(await names("", `/buyer/campaigns/${desk.campaignId}/creativeManifest`)).toEqual(await names(""));
  });
});

test("templates come with what the campaign's products accept", async () => {
  const desk = await studio.open(shopOf("One", [banner]));
  const { data } = await desk.buyer.get(`${desk.path}/templates`);
  expect(data.templates.map(({ template_id }: { template_id: string }) => template_id)).toContain("vendor_dcm_tag");
  expect(data.campaign_format_ids).toEqual([format_id]);
  expect(data.campaign_products).toEqual([{ product_id: "One product", formats: [format_id], format_options: [] }]);
});

test("a campaign says which formats its creatives cover and which are missing", async () => {
  const desk = await studio.open(
    shopOf("One", [banner, bannerFormat(970, 250)]),
    shopOf("Two", [bannerFormat(728, 90)]),
  );
  const idsOf = async () => {
    const coverage = await desk.formatsOfCampaign();
    return [coverage.required, coverage.covered, coverage.missing].map((taken) => taken.map(({ id }) => id));
  };
  const all = ["display_300x250", "display_970x250", "display_728x90"];
  expect(await idsOf()).toEqual([all, [], all]);
  const { data } = await desk.create({ name: "Hero", ...picture() });
  expect(await idsOf()).toEqual([all, ["display_300x250"], ["display_728x90"]]);
  await desk.buyer.put(`${desk.path}/${data.creative_id}`, {
    target_format_ids: [{ ...format_id, id: "display_728x90" }],
  });
  expect((await idsOf())[2]).toEqual([]);
  await desk.buyer.delete(`${desk.path}/${data.creative_id}`);
  expect((await idsOf())[2]).toEqual(all);
});

test("a session that was replaced by another, and from which nothing was bought, requires nothing", async () => {
  const desk = await studio.open(shopOf("One", [banner]));
  const { advertiserId } = (await desk.buyer.get(`/buyer/campaigns/${desk.campaignId}`)).data.campaign;
  const { data: found } = await desk.buyer.post("/buyer/discovery/discover-products", { advertiserId });
  await desk.buyer.put(`/buyer/campaigns/${desk.campaignId}`, { discoveryId: found.discoveryId });
  expect(await desk.formatsOfCampaign()).toEqual({ required: [], covered: [], missing: [] });
});
