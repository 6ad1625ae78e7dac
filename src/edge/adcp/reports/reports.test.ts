import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool, newBuy, type Payload } from "../../../../test/agent/call-tool.ts";
import { type OpenShop, openShop } from "../../../../test/agent/open-shop.ts";
import { doJobs } from "../../../../test/jobs.ts";
import { after, DAY_MS, frozenClock, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { perform } from "../../../ground/kernel/perform.ts";
import { openReceiver, type Received } from "../../../platform/webhooks/receiver.fixture.ts";
import { reportAgenda } from "./send-report.ts";

/** Buyers who want a daily report of what was delivered. */
const clock = frozenClock(new Date());
let shop: OpenShop;
beforeAll(async () => void (shop = await openShop({}, { clock })));
afterAll(() => shop.close());

const call = async (name: string, input: object = {}): Promise<Payload> => (await callTool(shop, name, input)).payload;

async function buy(webhook: object | undefined): Promise<Payload> {
  const { products } = await call("get_products", { buying_mode: "wholesale" });
  const [{ product_id, pricing_options }] = products;
  const end_time = after(clock.now(), 3 * DAY_MS).toISOString();
  const changes = { start_time: "asap", end_time, ...(webhook && { reporting_webhook: webhook }) };
  return call("create_media_buy", newBuy(product_id, pricing_options[0].pricing_option_id, changes));
}

/** A day passes, and everything that is due in it is done. */
async function aDayLater(): Promise<void> {
  clock.set(after(clock.now(), DAY_MS + HOUR_MS));
  const { database, host } = shop.world;
  const due = await database.readInstallation((db) => reportAgenda.dueOfAllCustomers(db, clock.now(), 100));
  for (const { step, input } of due) await perform(step, input, "req_test", host);
  await doJobs(shop.world);
}

const reportsTo = ({ received }: { readonly received: readonly Received[] }): Payload[] =>
  received.map(({ body }) => JSON.parse(body));

test("every day is reported once, in order, with the figures of get_media_buy_delivery, and the last report is final", async () => {
  const receiver = await openReceiver();
  const { media_buy_id } = await buy({
    url: receiver.url,
    reporting_frequency: "daily",
    token: "a-token-of-the-buyer",
    requested_metrics: ["impressions"],
  });
  await aDayLater();
  await aDayLater();
  await aDayLater();
  await aDayLater();
  await aDayLater();
  const reports = reportsTo(receiver);
  expect(reports.map(({ result }) => result.sequence_number)).toEqual(reports.map((_, index) => index + 1));
  expect(reports.map(({ result }) => result.notification_type)).toEqual([
    ...Array.from({ length: reports.length - 1 }, () => "scheduled"),
    "final",
  ]);
  for (const report of reports)
    expect(report).toMatchObject({
      task_id: media_buy_id,
      task_type: "media_buy_delivery",
      status: "completed",
      token: "a-token-of-the-buyer",
      result: { media_buy_deliveries: [{ media_buy_id, by_package: [expect.any(Object)] }] },
    });
  const told = reports.flatMap(({ result }) => result.media_buy_deliveries[0].daily_breakdown as Payload[]);
  const { media_buy_deliveries } = await call("get_media_buy_delivery", { media_buy_ids: [media_buy_id] });
  const asked: Payload[] = media_buy_deliveries[0].daily_breakdown;
  expect(told.map(({ date }) => date)).toEqual([...new Set(told.map(({ date }) => date))]);
  expect(told.map(({ date, impressions, spend }) => [date, impressions, spend])).toEqual(
    asked.map(({ date, impressions, spend }) => [date, impressions, spend]),
  );
  expect(told.length).toBeGreaterThan(1);
  expect(told[0]).not.toHaveProperty("clicks");
  expect(receiver.received[0]?.headers).toHaveProperty("signature-input");
});

test("reports that cannot be made are refused by their path, before anything is bought", async () => {
  const url = "http://127.0.0.1:9/reports";
  const refusals = [
    [{ url, reporting_frequency: "hourly" }, "UNSUPPORTED_FEATURE", "reporting_webhook.reporting_frequency"],
    [
      { url, reporting_frequency: "daily", requested_metrics: ["impressions", "smiles"] },
      "INVALID_REQUEST",
      "reporting_webhook.requested_metrics[1]",
    ],
  ] as const;
  for (const [webhook, code, field] of refusals) expect((await buy(webhook)).errors).toMatchObject([{ code, field }]);
});

test("a purchase order's plan and invoice recipient are stored and returned, without bank details", async () => {
  const { products } = await call("get_products", { buying_mode: "wholesale" });
  const [{ product_id, pricing_options }] = products;
  const invoice_recipient = { legal_name: "Acme Ltd", bank: { account_holder: "Acme", iban: "DE00" } };
  const end_time = after(clock.now(), 3 * DAY_MS).toISOString();
  const words = { start_time: "asap", end_time, po_number: "PO-1", plan_id: "plan_q4", invoice_recipient };
  const { media_buy_id } = await call(
    "create_media_buy",
    newBuy(product_id, pricing_options[0].pricing_option_id, words),
  );
  const { media_buys } = await call("get_media_buys", { media_buy_ids: [media_buy_id] });
  expect(media_buys[0]).toMatchObject({ po_number: "PO-1", plan_id: "plan_q4" });
  expect(media_buys[0].invoice_recipient).toEqual({ legal_name: "Acme Ltd" });
});
