import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import { type SellerCall, SellerRefused } from "../../ground/seller-agent/index.ts";
import { openLedger, openSimulatedSeller, Simulation, type SimulationInput } from "./index.ts";

const NOW = new Date("2026-08-01T12:00:00Z");
const BUYER: SellerCall["buyer"] = {
  customerId: 1,
  name: "Acme",
  operatorDomain: null,
  brandDomain: "acme.example",
  sandbox: true,
};
const callAt = (now: Date): SellerCall => ({ buyer: BUYER, timeoutMs: 1_000, now, requestId: "req_1" });
const SPOT = { creativeId: "spot", name: "Spot", manifest: { format_kind: "video_hosted", assets: {} } };

/** A publisher with these rules that has sold one package, from today for ten days. */
async function sold(creativeRules: SimulationInput["creativeRules"], buyer = BUYER) {
  const simulation = Simulation.parse({
    seed: "s1",
    name: "Test TV",
    publisherDomain: "testtv.example",
    channels: ["ctv"],
    deliveryTypes: ["guaranteed"],
    currency: "USD",
    countries: ["US"],
    creativeRules,
  });
  const ledger = openLedger(join(mkdtempSync(join(tmpdir(), "creatives-")), "seller.jsonl"));
  const seller = openSimulatedSeller({ agentId: "test-tv", simulation, credential: null, ledger, log: silentLog });
  const [product] = (await seller.getProducts({}, callAt(NOW))).products;
  const bought = await seller.createMediaBuy(
    {
      idempotencyKey: "key-1",
      buyerRef: "order-1",
      name: "Summer",
      flight: { start: NOW, end: after(NOW, 10 * DAY_MS) },
      packages: [
        {
          buyerRef: "p1",
          productId: product?.productId ?? "",
          pricingOptionId: product?.pricingOptions[0]?.pricingOptionId ?? "",
          budget: "10000",
          currency: "USD",
          bidPrice: null,
          pacing: "even",
        },
      ],
    },
    { ...callAt(NOW), buyer },
  );
  if (bought.kind !== "done") throw new Error(`not sold: ${JSON.stringify(bought)}`);
  const { mediaBuyId, status, packages } = bought.mediaBuy;
  const statusAt = async (now: Date) =>
    (await seller.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callAt(now)))[0]?.status;
  const firstDayOf = async (now: Date) => {
    const days = { startDay: "2026-08-01", endDay: "2026-08-11" };
    const { rows } = await seller.getMediaBuyDelivery({ mediaBuyIds: [mediaBuyId], ...days }, callAt(now));
    return rows.find(({ impressions }) => impressions > 0)?.day;
  };
  return { seller, status, mediaBuyId, packageId: packages[0]?.packageId ?? "", statusAt, firstDayOf };
}

test("a publisher that requires creatives delivers nothing before it has approved one, and delivers from then on", async () => {
  const { seller, status, mediaBuyId, packageId, statusAt, firstDayOf } = await sold({ wanted: true, reviewHours: 6 });
  expect(status).toBe("pending_creatives");
  const [arrived, end] = [after(NOW, 2 * DAY_MS), after(NOW, 10 * DAY_MS)];
  expect(await firstDayOf(arrived)).toBeUndefined();
  const change = { idempotencyKey: "show-1", mediaBuyId, packages: [{ packageId, creatives: [SPOT] }] };
  expect(await seller.updateMediaBuy(change, callAt(arrived))).toMatchObject({
    mediaBuy: { status: "pending_creatives", waitingFor: "creatives" },
  });
  expect(await statusAt(after(arrived, 5 * HOUR_MS))).toBe("pending_creatives");
  expect(await statusAt(after(arrived, 6 * HOUR_MS))).toBe("active");
  expect(await firstDayOf(end)).toBe("2026-08-03");
  expect(await statusAt(end)).toBe("completed");
});

test("a library takes a creative once for its key, and what is taken off a package ends its delivery", async () => {
  const { seller, mediaBuyId, packageId, statusAt } = await sold({ wanted: true, library: true });
  const packages = [{ packageId, creativeIds: ["spot"] }];
  const request = { idempotencyKey: "show-1", mediaBuyId, creatives: [SPOT], packages };
  const created = [{ creativeId: "spot", outcome: "created", approval: "approved", message: null }];
  expect(await seller.syncCreatives(request, callAt(NOW))).toEqual(created);
  expect(await seller.syncCreatives(request, callAt(NOW))).toEqual(created);
  expect(await seller.syncCreatives({ ...request, idempotencyKey: "show-2" }, callAt(NOW))).toMatchObject([
    { outcome: "updated" },
  ]);
  await expect(seller.syncCreatives({ ...request, creatives: [] }, callAt(NOW))).rejects.toThrow(SellerRefused);
  expect(await statusAt(NOW)).toBe("active");
  const nothing = { idempotencyKey: "hide", mediaBuyId, packages: [{ packageId, creativeIds: [] }] };
  await seller.updateMediaBuy(nothing, callAt(after(NOW, HOUR_MS)));
  // A buy that has run does not go back to waiting; it has nothing to show, and delivers nothing.
  expect(await statusAt(after(NOW, HOUR_MS))).toBe("active");
  const days = { startDay: "2026-08-02", endDay: "2026-08-08" };
  const { rows } = await seller.getMediaBuyDelivery(
    { mediaBuyIds: [mediaBuyId], ...days },
    callAt(after(NOW, 9 * DAY_MS)),
  );
  expect(rows.filter(({ impressions }) => impressions > 0)).toEqual([]);
});

test("a publisher without a library says so, and one that requires no creatives waits for none", async () => {
  const { seller, status, mediaBuyId } = await sold({});
  expect(status).toBe("active");
  expect(await seller.capabilities(callAt(NOW))).toMatchObject({ hasCreativeLibrary: false });
  const request = { idempotencyKey: "show-1", mediaBuyId, creatives: [SPOT], packages: [] };
  await expect(seller.syncCreatives(request, callAt(NOW))).rejects.toThrow(SellerRefused);
});

test("a publisher may want creatives of agents from other systems alone", async () => {
  expect(await sold({ wantedOfAgents: true })).toMatchObject({ status: "active" });
  expect(await sold({ wantedOfAgents: true }, { ...BUYER, customerId: null })).toMatchObject({
    status: "pending_creatives",
  });
});
