import { expect, test } from "vitest";
import { fromAdcpMediaBuys, toAdcpMediaBuyChange, toAdcpNewMediaBuy } from "./adcp-media-buy.ts";
import type { NewPackage } from "./media-buy.ts";
import { fitsFlight } from "./package-window.ts";

const start = new Date("2026-05-05T00:00:00Z");
const end = new Date("2026-05-09T00:00:00Z");
const PART: NewPackage = {
  buyerRef: "p1",
  productId: "a",
  pricingOptionId: "cpm",
  budget: "10.5",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
};

test("a package states its own times if it has any, and otherwise runs as long as its buy", () => {
  const buy = { idempotencyKey: "k", buyerRef: "mb", name: "Spring", flight: { start, end } };
  const body = toAdcpNewMediaBuy({ ...buy, packages: [{ ...PART, startTime: start }, PART] });
  expect(body["packages"]).toEqual([
    expect.objectContaining({ start_time: "2026-05-05T00:00:00.000Z" }),
    expect.not.objectContaining({ start_time: expect.anything() }),
  ]);
});

test("a change only contains what it changes", () => {
  const packages = [
    { packageId: "1", canceled: true, cancellationReason: "not seen" },
    { packageId: "2", budget: "12.25", bidPrice: "3", pacing: "asap" as const, endTime: end },
  ];
  expect(toAdcpMediaBuyChange({ idempotencyKey: "k", mediaBuyId: "mb", startTime: start, packages })).toEqual({
    idempotency_key: "k",
    media_buy_id: "mb",
    start_time: "2026-05-05T00:00:00.000Z",
    packages: [
      { package_id: "1", canceled: true, cancellation_reason: "not seen" },
      { package_id: "2", budget: 12.25, bid_price: 3, pacing: "asap", end_time: "2026-05-09T00:00:00.000Z" },
    ],
  });
});

test("a package that its seller says is canceled is read as canceled", () => {
  const [buy] = fromAdcpMediaBuys([
    { media_buy_id: "mb", status: "active", packages: [{ package_id: "1", canceled: true }, { package_id: "2" }] },
  ]);
  expect(buy?.packages.map(({ canceled }) => canceled)).toEqual([true, undefined]);
});

test("a package fits a flight if it does not extend beyond either end", () => {
  const flight = { start, end };
  expect(fitsFlight({}, { start: end, end: start })).toBe(true);
  expect(fitsFlight({ startTime: start, endTime: end }, flight)).toBe(true);
  expect(fitsFlight({ endTime: new Date(end.getTime() + 1) }, flight)).toBe(false);
  expect(fitsFlight({ startTime: end }, flight)).toBe(false);
});

test("a webhook is sent with a buy and with a change; delivery is only requested if the seller reports it", () => {
  const webhook = { url: "https://ads.example/hook?token=t", token: "t" };
  const config = { ...webhook, authentication: { schemes: ["Bearer"], credentials: "t" } };
  const buy = { idempotencyKey: "k", buyerRef: "mb", name: "Spring", flight: { start, end }, packages: [PART] };
  const plain = toAdcpNewMediaBuy({ ...buy, webhook });
  expect(plain).toMatchObject({ push_notification_config: config });
  expect(plain).not.toHaveProperty("reporting_webhook");
  expect(toAdcpNewMediaBuy({ ...buy, webhook: { ...webhook, delivery: true } })).toMatchObject({
    push_notification_config: config,
    reporting_webhook: { ...config, reporting_frequency: "daily" },
  });
  expect(toAdcpMediaBuyChange({ idempotencyKey: "k", mediaBuyId: "mb", webhook })).toEqual({
    idempotency_key: "k",
    media_buy_id: "mb",
    push_notification_config: config,
  });
});
