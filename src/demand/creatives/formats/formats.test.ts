import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { SellerUnreachable } from "../../../ground/seller-agent/index.ts";
import { bannerFormat, openStudio, type StudioFixture, shopOf } from "../creatives.fixture.ts";

let studio: StudioFixture;
beforeAll(async () => void (studio = await openStudio()));
afterAll(() => studio.world.close());

const namesOf = (data: { formats: { name: string }[] }) => data.formats.map(({ name }) => name);

test("formats come from all sellers, each once, in AdCP's spelling", async () => {
  const [small, wide] = [bannerFormat(300, 250), bannerFormat(728, 90)];
  const again = { ...small, formatId: { ...small.formatId, agentUrl: "https://FORMATS.example/" }, name: "The same" };
  const { buyer } = await studio.open(shopOf("One", [small]), shopOf("Two", [again, wide]));
  const { status, data, meta } = await buyer.get("/buyer/formats");
  expect(status).toBe(200);
  expect(data).toMatchObject({ total: 2, incomplete: [] });
  expect(meta.pagination).toMatchObject({ total: 2, hasMore: false });
  expect(data.formats[0]).toEqual({
    format_id: { agent_url: "https://formats.example", id: "display_300x250" },
    format_kind: "image",
    name: "Banner 300x250",
    type: "display",
    assets_required: [
      {
        asset_id: "banner",
        asset_type: "image",
        required: true,
        requirements: { min_width: 300, max_width: 300, min_height: 250, max_height: 250 },
      },
      { asset_id: "landing_page", asset_type: "url", required: false },
    ],
  });
});

test("formats are filtered by type and kind and name, and come in pages", async () => {
  const formats = [
    bannerFormat(300, 250),
    bannerFormat(728, 90),
    { ...bannerFormat(1, 1), type: "native", kind: "native_in_feed" },
  ];
  const { buyer } = await studio.open(shopOf("One", formats));
  const get = async (query: string) => (await buyer.get(`/buyer/formats?${query}`)).data;
  expect(namesOf(await get("name=728"))).toEqual(["Banner 728x90"]);
  expect((await get("type=Display")).total).toBe(2);
  expect((await get("type=native_in_feed")).total).toBe(1);
  const page = await get("take=1&skip=1");
  expect([namesOf(page), page.total]).toEqual([["Banner 728x90"], 3]);
});

test("a seller that hangs, fails or sends nonsense is named, and does not affect anybody else's answer", async () => {
  const broken = shopOf("Broken", [], async () => {
    throw new TypeError("a bug of the seller's");
  });
  const away = shopOf("Away", [], async () => {
    throw new SellerUnreachable("Away", "unreachable", "no route");
  });
  const slow = shopOf("Slow", [], () => new Promise(() => undefined));
  const hasty = await openStudio({ installation: { ...studio.world.parts.installation, discoveryTimeoutMs: 500 } });
  onTestFinished(() => hasty.world.close());
  const { buyer } = await hasty.open(broken, shopOf("One", [bannerFormat(300, 250)]), away, slow);
  const { data } = await buyer.get("/buyer/formats");
  expect(namesOf(data)).toEqual(["Banner 300x250"]);
  expect(data.incomplete).toMatchObject([
    { sales_agent_name: "Broken", reason: "malformed" },
    { sales_agent_name: "Away", reason: "unreachable" },
    { sales_agent_name: "Slow", reason: "timeout" },
  ]);
});

test("sellers are asked again only after a while, and one that has gone is no longer shown", async () => {
  let asked = 0;
  const counting = shopOf("Counting", [], async () => {
    asked += 1;
    return [bannerFormat(300, 250)];
  });
  const { buyer } = await studio.open(counting);
  await buyer.get("/buyer/formats");
  await buyer.get("/buyer/formats");
  expect(asked).toBe(1);
  studio.market.open();
  expect((await buyer.get("/buyer/formats")).data.total).toBe(0);
});
