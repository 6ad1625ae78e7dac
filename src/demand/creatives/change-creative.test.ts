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
import { mp4, png } from "./media/files.fixture.ts";

let studio: StudioFixture;
let files: Awaited<ReturnType<typeof serveFiles>>;
beforeAll(async () => {
  studio = await openStudio();
  files = await serveFiles({ "banner.png": png(300, 250), "spot.mp4": mp4(30) });
});
afterAll(async () => {
  files.close();
  await studio.world.close();
});

const banner = bannerFormat(300, 250);
const page = { url: "https://acme.example/shop", url_type: "CLICKTHROUGH" };
const picture = () => ({ linked_assets: [{ url: files.url("banner.png") }] });

describe("updating", () => {
  const made = async () => {
    const desk = await studio.open(shopOf("One", [banner]));
    const { data } = await desk.create({ name: "Hero", url_asset: page, ...picture() });
    const path = `${desk.path}/${data.creative_id}`;
    return { desk, path, creative: data, put: (body: unknown) => desk.buyer.put(path, body) };
  };
  const idOf = (creative: { assets: { asset_type: string; asset_id: string }[] }, type: string) =>
    creative.assets.find(({ asset_type }) => asset_type === type)?.asset_id;

  test("changes what is named and nothing else", async () => {
    const { put, creative } = await made();
    const { data } = await put({ name: "Renamed", target_format_ids: [{ agent_url: AGENT, id: "other" }] });
    const { name, target_format_ids, ...rest } = { ...data, updated_at: creative.updated_at };
    expect({ name, target_format_ids }).toEqual({
      name: "Renamed",
      target_format_ids: [{ agent_url: AGENT, id: "other" }],
    });
    expect(creative).toMatchObject(rest);
  });

  test("deletes, adds, reclassifies and promotes assets in one go", async () => {
    const { put, creative } = await made();
    const { data } = await put({
      delete_asset_ids: [idOf(creative, "URL")],
      reclassify_assets: [{ asset_id: idOf(creative, "IMAGE"), asset_type: "LOGO" }],
      linked_assets: [{ url: files.url("spot.mp4") }],
      click_url: "https://acme.example/new",
    });
    expect(data.assets.map((asset: Record<string, unknown>) => [asset.asset_type, asset.asset_source])).toEqual([
      ["LOGO", "USER_UPLOADED"],
      ["VIDEO", "CREATIVE_SOURCE"],
      ["URL", "USER_UPLOADED"],
    ]);
    expect(data.assets[2].public_url).toBe("https://acme.example/new");
    expect(data.template_id).toBe("video_standard");
  });

  test("a text replaces the one in its slot", async () => {
    const { put } = await made();
    await put({ text_assets: [{ asset_id: "headline", content: "First" }] });
    const { data } = await put({ text_assets: [{ asset_id: "headline", content: "Second" }] });
    expect(data.creative_manifest.assets.headline).toEqual({ asset_type: "text", content: "Second" });
  });

  test("names every asset that is not there, and changes nothing", async () => {
    const { put, path, desk, creative } = await made();
    const { status, error } = await put({
      name: "Never",
      delete_asset_ids: ["ast_x"],
      primary_asset_id: idOf(creative, "URL"),
      reclassify_assets: [{ asset_id: idOf(creative, "IMAGE"), asset_type: "VIDEO" }],
    });
    expect(status).toBe(400);
    expect(fieldsIn(error)).toEqual(["delete_asset_ids.0", "primary_asset_id", "reclassify_assets.0.asset_type"]);
    expect((await desk.buyer.get(path)).data).toEqual(creative);
  });

  test("to the name of another creative is a conflict", async () => {
    const { put, desk } = await made();
    await desk.create({ name: "Taken", url_asset: page });
    expect(await put({ name: "Taken" })).toMatchObject({ status: 409, error: { field: "name" } });
  });

  test("of several concurrent ones, none is lost", async () => {
    const { desk, path } = await made();
    const slots = ["a", "b", "c", "d"];
    await Promise.all(
      slots.map((asset_id) => desk.buyer.put(path, { text_assets: [{ asset_id, content: asset_id }] })),
    );
    expect(Object.keys((await desk.buyer.get(path)).data.creative_manifest.assets)).toEqual(
      expect.arrayContaining(slots),
    );
  });
});

test("a deleted creative is gone, its name is free, and deleting it again finds nothing", async () => {
  const desk = await studio.open();
  const { data } = await desk.create({ name: "Gone", ...picture() });
  const path = `${desk.path}/${data.creative_id}`;
  expect((await desk.buyer.delete(path)).status).toBe(204);
  expect((await desk.buyer.get(path)).status).toBe(404);
  expect((await desk.buyer.put(path, { name: "Back" })).status).toBe(404);
  expect((await desk.buyer.delete(path)).status).toBe(404);
  expect((await desk.buyer.get(desk.path)).data.total).toBe(0);
  expect((await desk.create({ name: "Gone", url_asset: page })).data.already_exists).toBeUndefined();
});
