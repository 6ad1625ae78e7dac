import { ADCPMultiAgentClient } from "@adcp/sdk";
import { afterAll, beforeAll, expect, test } from "vitest";
import { workbookOf } from "../../src/supply/modular/feed/reading/workbook.fixture.ts";
import { type ModularFixture, ok, openModularFixture } from "../../src/supply/modular/modular.fixture.ts";
import { newBuy } from "../agent/call-tool.ts";
import { freePort } from "../free-port.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../world.ts";
import { buyByCampaign, csvOf, day, openForBuyers, settle } from "./market-day.ts";

/** A publisher with a spreadsheet and an inbox sells to buyers here and elsewhere, who cannot tell that it has no agent. */
let world: World;
let operator: Caller;
beforeAll(async () => {
  const port = await freePort();
  world = await openWorld({ installation: { ...INSTALLATION, publicUrl: `http://127.0.0.1:${port}` } });
  await world.app.listen({ host: "127.0.0.1", port });
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

const HEADER = [
  "avail_id",
  "name",
  "start",
  "end",
  "gross_impressions",
  "booked_impressions",
  "cpm",
  "currency",
  "channel",
];
const DEFAULTS = {
  defaultCollectionId: "ctv",
  defaultCollectionName: "Prime drama",
  defaultFormatOptions: [{ format_kind: "video_hosted" }],
  defaultPublisherProperties: [{ publisher_domain: "drama.example", selection_type: "all" }],
};

/** Uploads a file as a browser does. */
async function upload(desk: ModularFixture, bytes: Uint8Array) {
  const boundary = "----rows";
  const head = (name: string, more = "") =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n`;
  const file = `${head("file", '; filename="avails.xlsx"')}content-type: application/octet-stream\r\n\r\n`;
  const metadata = `${head("metadata")}\r\n${JSON.stringify(DEFAULTS)}\r\n`;
  const payload = Buffer.concat([Buffer.from(metadata + file), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const answer = await world.app.inject({
    method: "POST",
    url: `/api/v2${desk.path}/avails-feed/upload`,
    headers: {
      authorization: `Bearer ${desk.seller.key}`,
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
    payload,
  });
  return answer.json().data;
}

test("a spreadsheet is previewed, corrected, listed, bought, booked by people, reported, and billed exactly", async () => {
  const desk = await openModularFixture(world, { name: "Drama" });
  ok(await desk.post("/modules", { contractId: "manual-trafficking:v1", config: { targetSystem: "Cadent" } }));
  const columnMapping = { day: "Day", bookingId: "Booking", impressions: "Delivered", spend: "Net" };
  ok(
    await desk.post("/modules", {
      contractId: "reporting-csv-import:v1",
      config: { columnMapping, reportCurrency: "USD" },
    }),
  );

  const good = [
    "prime",
    "Prime time",
    day(0).slice(0, 10),
    day(60).slice(0, 10),
    "1,200,000",
    200_000,
    "25.50",
    "USD",
    "ctv",
  ];
  const bad = [
    ["late", "Late night", "10/05/2099", day(60).slice(0, 10), 500_000, 0, 18, "USD", "ctv"],
    ["kids", "Kids", day(0).slice(0, 10), day(60).slice(0, 10), "1.000.000", 0, 12, "USD", "ctv"],
  ];
  const preview = await upload(desk, workbookOf([HEADER, good, ...bad]));
  expect(preview).toMatchObject({ parsedAvailCount: 1, rejectedRowCount: 2 });
  expect(
    preview.rejectedRows.map(
      ({ diagnostics: [{ rowNumber, column, value, mend }] }: { diagnostics: [Record<string, unknown>] }) => [
        rowNumber,
        column,
        value,
        typeof mend,
      ],
    ),
  ).toEqual([
    [2, "start", "10/05/2099", "string"],
    [3, "gross_impressions", "1.000.000", "string"],
  ]);
  const mended = bad.map((row) =>
    row.map((cell) => (cell === "10/05/2099" ? day(0).slice(0, 10) : cell === "1.000.000" ? 1_000_000 : cell)),
  );
  const { uploadId } = await upload(desk, workbookOf([HEADER, good, ...mended]));
  expect(ok(await desk.post("/avails-feed", { uploadId, confirmed: true }))).toMatchObject({ ingestedAvailCount: 3 });
  const platformId = await openForBuyers(operator, desk);

  const buyer = await world.caller("BUYER", { sandbox: true });
  const { buyOf, campaignId } = await buyByCampaign(buyer, desk, "Prime time", 5_100);
  expect(await buyOf()).toMatchObject({ status: "PENDING_APPROVAL" });

  const stranger = await world.caller("BUYER", { sandbox: true });
  const agent_uri = `${world.parts.installation.publicUrl}/storefront/${platformId}/mcp`;
  const us = { id: "shop", name: "shop", agent_uri, protocol: "mcp" as const, auth_token: stranger.key };
  const agent = new ADCPMultiAgentClient([us], { validation: { responses: "strict" } }).agent("shop");
  const shown = await agent.getProducts({ buying_mode: "wholesale" });
  expect(shown.error).toBeUndefined();
  expect(shown.data?.products.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Prime time", "Late night", "Kids"]),
  );
  const late = shown.data?.products.find(({ name }) => name === "Late night");
  const order = newBuy(late?.product_id ?? "", "cpm", {
    packages: [{ product_id: late?.product_id ?? "", pricing_option_id: "cpm", budget: 1_800 }],
  });
  const bought = await agent.createMediaBuy(order);
  expect(bought.error).toBeUndefined();

  const { items } = ok(await desk.get("/work-items"));
  expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
    "EXECUTE_UPSTREAM_BOOKING",
    "EXECUTE_UPSTREAM_BOOKING",
    "MAP_CREATIVE_REF",
    "MAP_CREATIVE_REF",
  ]);
  for (const { id, kind } of items) {
    const result =
      kind === "MAP_CREATIVE_REF" ? { clientCopyMasterRef: `copy-${id}` } : { upstreamOrderId: `order-${id}` };
    ok(await desk.post(`/work-items/${id}/complete`, { result }));
  }
  const { items: lines } = ok(await desk.get("/work-items?kind=TRAFFIC_TO_CADENT"));
  expect(lines).toHaveLength(2);
  for (const { id } of lines)
    ok(await desk.post(`/work-items/${id}/complete`, { result: { trafficRef: `line-${id}` } }));
  await buyer.post("/sandbox/clock", { hours: 3 });
  await settle(world);
  expect(await buyOf()).toMatchObject({ status: "ACTIVE" });

  const { items: sold } = ok(await desk.seller.get("/storefront/media-buys"));
  const timeline = ok(await desk.seller.get(`/storefront/media-buys/${sold[0].mediaBuyId}/timeline`));
  const moves = timeline.legs[0].workItems.map(({ kind, eventType }: Record<string, string>) => `${kind} ${eventType}`);
  expect(moves).toEqual(expect.arrayContaining(["EXECUTE_UPSTREAM_BOOKING OPENED", "TRAFFIC_TO_CADENT COMPLETED"]));
  const template = ok(await desk.get("/reports/template")).content as string;
  const booking = /,(bk_\w+),/.exec(template.split("\r\n").find((line) => line.includes(",prime")) ?? "")?.[1];
  await desk.seller.post("/sandbox/clock", { days: 12 });
  await buyer.post("/sandbox/clock", { days: 12 });
  await desk.tick();
  const asked = ok(await desk.get("/work-items?kind=UPLOAD_FINAL_REPORT")).items;
  expect(asked).toHaveLength(1);
  const rows = [`${day(2).slice(0, 10)},${booking},99999,2549.97`, `${day(3).slice(0, 10)},${booking},100001,2550.03`];
  const report = ok(await desk.post("/reports", { csvText: `Day,Booking,Delivered,Net\n${rows.join("\n")}\n` }));
  expect(report).toMatchObject({ deliveredImpressions: 200_000, spend: 5_100, rejectedRows: [] });
  expect(report.completedWorkItems).toHaveLength(1);
  await buyer.post("/sandbox/clock", { days: 1 });
  await settle(world);
  expect(await csvOf(world, buyer, campaignId)).toMatchObject({ Impressions: "200000", Spend: "5100" });
  const earned = async () => ok(await desk.seller.get("/storefront/reporting/delivery?days=0")).totals;
  expect(await earned()).toMatchObject([{ impressions: 200_000, revenue: 5_100 }]);
  await buyer.post("/sandbox/clock", { days: 40 });
  const restated = `Day,Booking,Delivered,Net\n${day(2).slice(0, 10)},${booking},99990,2549.75\n`;
  ok(await desk.post("/reports", { csvText: restated }));
  await settle(world);
  expect(await csvOf(world, buyer, campaignId)).toMatchObject({ Impressions: "199991", Spend: "5099.78" });
  expect(await earned()).toMatchObject([{ impressions: 199_991, revenue: 5_099.78 }]);
  const { items: left } = ok(await desk.get("/work-items"));
  expect(left).toEqual([]);
});
