import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { silentLog } from "../../ground/kernel/log.ts";
import {
  type MediaBuyOutcome,
  type NewMediaBuy,
  type NewPackage,
  type SellerAgent,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../ground/seller-agent/index.ts";
import { openLedger, openSimulatedSeller, readLedger, Simulation, type SimulationInput } from "./index.ts";

const NOW = new Date("2026-08-01T12:00:00Z");
const BUYER = { customerId: 1, name: "Acme", operatorDomain: null, brandDomain: "acme.example", sandbox: true };

function callAt(now: Date): SellerCall {
  return { buyer: BUYER, timeoutMs: 1000, now, requestId: "req_1" };
}
const call = callAt(NOW);

const BASE: SimulationInput = {
  seed: "s1",
  name: "Test TV",
  publisherDomain: "testtv.example",
  channels: ["ctv"],
  currency: "USD",
  countries: ["US"],
};

const newFile = () => join(mkdtempSync(join(tmpdir(), "seller-")), "seller.jsonl");

function open(
  change: Partial<SimulationInput> = {},
  { credential = null as string | null, file = newFile(), slept = [] as number[] } = {},
) {
  const seller = openSimulatedSeller({
    agentId: "test-tv",
    simulation: Simulation.parse({ ...BASE, ...change }),
    credential,
    ledger: openLedger(file),
    log: silentLog,
    sleep: async (ms) => void slept.push(ms),
  });
  return { seller, file, slept };
}

async function newBuy(
  seller: SellerAgent,
  part: Partial<NewPackage> = {},
  buy: Partial<NewMediaBuy> = {},
): Promise<NewMediaBuy> {
  const { products } = await seller.getProducts({}, call);
  const product = products.find(({ deliveryType }) => deliveryType === "guaranteed");
  return {
    idempotencyKey: "key-1",
    buyerRef: "ref-1",
    name: "Spring",
    flight: { start: after(NOW, DAY_MS), end: after(NOW, 11 * DAY_MS) },
    packages: [
      {
        buyerRef: "p1",
        productId: product?.productId ?? "",
        pricingOptionId: product?.pricingOptions[0]?.pricingOptionId ?? "",
        budget: "10000",
        currency: "USD",
        bidPrice: null,
        pacing: "even",
        ...part,
      },
    ],
    ...buy,
  };
}

function mediaBuyOf(outcome: MediaBuyOutcome) {
  if (outcome.kind !== "done") throw new Error(`expected a media buy, got ${JSON.stringify(outcome)}`);
  return outcome.mediaBuy;
}

function taskOf(outcome: MediaBuyOutcome): string {
  if (outcome.kind !== "submitted") throw new Error(`expected a task, got ${JSON.stringify(outcome)}`);
  return outcome.taskId;
}

function codesOf(outcome: MediaBuyOutcome): string[] {
  return outcome.kind === "rejected"
    ? outcome.errors.map(({ code, field }) => (field ? `${code} ${field}` : code))
    : [];
}

describe("a new media buy", () => {
  test("follows its flight through its states by the caller's clock", async () => {
    const { seller } = open();
    const { mediaBuyId, status } = mediaBuyOf(await seller.createMediaBuy(await newBuy(seller), call));
    const statusAt = async (days: number) =>
      (await seller.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, callAt(after(NOW, days * DAY_MS))))[0]?.status;
    expect([status, await statusAt(0), await statusAt(2), await statusAt(11)]).toEqual([
      "pending_start",
      "pending_start",
      "active",
      "completed",
    ]);
  });

  test("repeated with its key is the same buy and the first answer, even when its flight is over", async () => {
    const { seller, file } = open();
    const request = await newBuy(seller);
    const first = await seller.createMediaBuy(request, call);
    const again = open({}, { file }).seller;
    expect(await again.createMediaBuy(request, callAt(after(NOW, 99 * DAY_MS)))).toEqual(first);
    expect(readLedger(file).buys).toMatchObject([{ key: "key-1", buyerRef: "ref-1", records: 1 }]);
  });

  test("sent many times concurrently, from several sellers with one ledger, is one buy", async () => {
    const { seller, file } = open();
    const request = await newBuy(seller);
    const sellers = [seller, open({}, { file }).seller, open({}, { file }).seller];
    const answers = await Promise.all([...sellers, ...sellers].map((one) => one.createMediaBuy(request, call)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(readLedger(file).buys).toHaveLength(1);
  });

  test("of another payload under a known key is a conflict", async () => {
    const { seller } = open();
    await seller.createMediaBuy(await newBuy(seller), call);
    const other = await newBuy(seller, { budget: "20000" });
    expect(codesOf(await seller.createMediaBuy(other, call))).toEqual(["IDEMPOTENCY_CONFLICT idempotency_key"]);
  });

  test("that is refused leaves no record", async () => {
    const { seller, file } = open();
    const cheap = await newBuy(seller, { budget: "1" });
    expect(codesOf(await seller.createMediaBuy(cheap, call))).toEqual(["BUDGET_TOO_LOW packages[0].budget"]);
    expect(readLedger(file).buys).toEqual([]);
  });
});

describe("a publisher that approves by hand", () => {
  const manual = { approval: { mode: "manual", hours: 6 } } as const;

  test("decides when its hours have passed on the caller's clock, and not before", async () => {
    const { seller } = open(manual);
    const taskId = taskOf(await seller.createMediaBuy(await newBuy(seller), call));
    const taskAt = (hours: number) => seller.getTask(taskId, callAt(after(NOW, hours * HOUR_MS)));
    expect((await taskAt(5.99)).kind).toBe("submitted");
    const { mediaBuyId } = mediaBuyOf(await taskAt(6));
    expect(await seller.getMediaBuys({ mediaBuyIds: [mediaBuyId] }, call)).toEqual([]);
    expect(mediaBuyOf(await taskAt(48)).status).toBe("active");
  });

  test("may decide against it", async () => {
    const { seller } = open({ approval: { mode: "manual", hours: 6, rejectReason: "No alcohol, please." } });
    const taskId = taskOf(await seller.createMediaBuy(await newBuy(seller), call));
    expect(codesOf(await seller.getTask(taskId, callAt(after(NOW, DAY_MS))))).toEqual(["POLICY_VIOLATION"]);
  });

  test("does not make up for the part of a flight before its decision", async () => {
    const { seller } = open(manual);
    const flight = { start: NOW, end: after(NOW, 4 * DAY_MS) };
    const taskId = taskOf(await seller.createMediaBuy(await newBuy(seller, {}, { flight }), call));
    const later = callAt(after(NOW, DAY_MS));
    const { mediaBuyId } = mediaBuyOf(await seller.getTask(taskId, later));
    const days = { mediaBuyIds: [mediaBuyId], startDay: "2026-08-01", endDay: "2026-08-31" };
    expect((await seller.getMediaBuyDelivery(days, callAt(after(NOW, 6 * HOUR_MS)))).rows).toEqual([]);
    expect((await seller.getMediaBuyDelivery(days, later)).rows.map(({ day }) => day)).toEqual([
      "2026-08-01",
      "2026-08-02",
    ]);
  });

  test("knows no task that was never submitted", async () => {
    await expect(open(manual).seller.getTask("task_x", call)).rejects.toThrow("REFERENCE_NOT_FOUND");
  });
});

test("a publisher that rejects says why", async () => {
  const { seller } = open({ approval: { mode: "reject", reason: "Fully booked." } });
  expect(codesOf(await seller.createMediaBuy(await newBuy(seller), call))).toEqual(["POLICY_VIOLATION"]);
});

async function placed(part: Partial<NewPackage> = {}) {
  const { seller, file } = open();
  const mediaBuy = mediaBuyOf(await seller.createMediaBuy(await newBuy(seller, part), call));
  const packageId = mediaBuy.packages[0]?.packageId ?? "";
  let keys = 0;
  const update = (change: object, now = NOW) =>
    seller.updateMediaBuy(
      { idempotencyKey: `change-${++keys}`, mediaBuyId: mediaBuy.mediaBuyId, ...change },
      callAt(now),
    );
  return { seller, file, packageId, update };
}

describe("a change", () => {
  test("pauses, resumes, moves the end and the budget", async () => {
    const { packageId, update } = await placed();
    const running = after(NOW, 2 * DAY_MS);
    expect(mediaBuyOf(await update({ paused: true }, running)).status).toBe("paused");
    expect(mediaBuyOf(await update({ paused: false }, running)).status).toBe("active");
    const budget = mediaBuyOf(await update({ packages: [{ packageId, budget: "12000", paused: true }] }, running));
    expect(budget.packages).toMatchObject([{ budget: "12000", paused: true }]);
    expect(mediaBuyOf(await update({ endTime: after(NOW, 20 * DAY_MS) }, running)).status).toBe("active");
    expect(mediaBuyOf(await update({ canceled: true }, after(NOW, 15 * DAY_MS))).status).toBe("canceled");
  });

  test("repeated with its key is made once and answered alike", async () => {
    const { file, update } = await placed();
    const change = { idempotencyKey: "same", paused: true };
    const first = await update(change);
    await update({ paused: false });
    expect(await update(change)).toEqual(first);
    expect(readLedger(file).changes).toHaveLength(2);
    expect(codesOf(await update({ ...change, paused: false }))).toEqual(["IDEMPOTENCY_CONFLICT idempotency_key"]);
  });

  test("of a buy that is over is refused", async () => {
    const { update } = await placed();
    await update({ canceled: true });
    expect(codesOf(await update({ paused: true }))).toEqual(["INVALID_STATE"]);
    expect(codesOf(await update({ canceled: true }))).toEqual(["NOT_CANCELLABLE"]);
  });

  test("gets all of its errors together", async () => {
    const { packageId, update } = await placed();
    const packages = [{ packageId: "no-such" }, { packageId, budget: "1" }];
    expect(codesOf(await update({ mediaBuyId: "no-such", paused: true }))).toEqual([
      "MEDIA_BUY_NOT_FOUND media_buy_id",
    ]);
    expect(codesOf(await update({ endTime: NOW, packages }))).toEqual([
      "VALIDATION_ERROR end_time",
      "PACKAGE_NOT_FOUND packages[0].package_id",
      "BUDGET_TOO_LOW packages[1].budget",
    ]);
  });

  test("cannot take back what is spent", async () => {
    const { packageId, update } = await placed({ budget: "90000" });
    const packages = [{ packageId, budget: "30000" }];
    expect(codesOf(await update({ packages }, after(NOW, 10 * DAY_MS)))).toEqual(["BUDGET_TOO_LOW packages[0].budget"]);
  });
});

describe("a publisher that requires a key", () => {
  const locked = { requiresKey: "right" };

  test.each([null, "wrong"])("refuses %s", async (credential) => {
    const { seller } = open(locked, { credential });
    await expect(seller.getProducts({}, call)).rejects.toThrow("AUTH_REQUIRED");
    await expect(seller.getMediaBuys({ mediaBuyIds: [] }, call)).rejects.toBeInstanceOf(SellerRefused);
  });

  test("accepts the right one, and shows its capabilities to everyone", async () => {
    expect((await open(locked, { credential: "right" }).seller.getProducts({}, call)).products).not.toEqual([]);
    expect((await open(locked).seller.capabilities(call)).channels).toEqual(["ctv"]);
  });
});

test("a publisher that acts and then is silent has one buy, however often it is asked with one key", async () => {
  const { seller, file, slept } = open({ chaos: { duplicateRate: 1 } });
  const request = await newBuy(seller);
  await expect(seller.createMediaBuy(request, call)).rejects.toMatchObject({ reason: "timeout" });
  await expect(seller.createMediaBuy(request, call)).rejects.toBeInstanceOf(SellerUnreachable);
  expect(slept).toEqual([1000, 1000]);
  expect(readLedger(file).buys).toHaveLength(1);
});
