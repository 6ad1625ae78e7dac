import { expect, test } from "vitest";
import { InvalidState } from "../../ground/kernel/errors.ts";
import type { SellerMediaBuy } from "../../ground/seller-agent/index.ts";
import { allocatedOf } from "./allocation.ts";
import { prospectOf } from "./changes/change-of-buy.ts";
import { daysToAsk, isFlown, nextCheckOf } from "./checks/next-check.ts";
import { blankSync } from "./creatives/creative-sync.ts";
import { afterStep, isTerminal, type MediaBuy, withSellerStatus } from "./media-buy.ts";
import { type BuyStep, type MediaBuyState, STATES, TRANSITIONS } from "./media-buy-state.ts";
import { matched, type Package } from "./packages/package.ts";
import { blockerOf } from "./why/media-buy-blocker.ts";
import { pendingReasonOf } from "./why/pending-reason.ts";

const NOW = new Date("2026-05-06T12:00:00.000Z");
const FLIGHT = { start: new Date("2026-05-05T00:00:00.000Z"), end: new Date("2026-05-09T00:00:00.000Z") };

const PACKAGE: Package = {
  packageId: "pkg_1",
  productId: "p1",
  productName: "Product 1",
  pricingOptionId: "cpm",
  pricingModel: "cpm",
  budget: "0.1",
  currency: "USD",
  bidPrice: null,
  pacing: "even",
  startTime: null,
  endTime: null,
  period: null,
  status: "active",
  sellerPackageId: null,
  delivered: { impressions: 0, clicks: 0, spend: "0" },
};

function buy(status: MediaBuyState, change: Partial<MediaBuy> = {}): MediaBuy {
  return {
    mediaBuyId: "mb_1",
    campaignId: "cmp_1",
    advertiserId: 1,
    salesAgentId: "agent",
    salesAgentName: "Seller",
    storefrontId: null,
    name: "Spring: Seller",
    isNamedByBuyer: false,
    isTimedByBuyer: false,
    status,
    since: FLIGHT.start,
    executionKey: "key",
    flight: FLIGHT,
    submittedAt: FLIGHT.start,
    buyer: null,
    inDoubt: false,
    sentAt: null,
    targeting: {},
    honoured: null,
    sellerMediaBuyId: "theirs",
    sellerStatus: null,
    taskId: null,
    waitingOn: null,
    waitingFor: null,
    creativesRefused: false,
    error: null,
    leaseUntil: null,
    fence: 0,
    attempts: 0,
    revision: 0,
    nextCheckAt: null,
    checkedAt: null,
    deliveredThrough: null,
    createdAt: FLIGHT.start,
    updatedAt: FLIGHT.start,
    packages: [PACKAGE],
    pending: null,
    creatives: null,
    ...change,
  };
}

/** Buyer contract g.1, as a matrix: for every step, the states to which it leads, and from which. */
const MATRIX: Record<BuyStep, Partial<Record<MediaBuyState, MediaBuyState>>> = {
  accept: { DRAFT: "ACTIVE", PENDING_APPROVAL: "ACTIVE", INPUT_REQUIRED: "ACTIVE" },
  hold: { DRAFT: "PENDING_APPROVAL", INPUT_REQUIRED: "PENDING_APPROVAL" },
  ask: { DRAFT: "INPUT_REQUIRED", PENDING_APPROVAL: "INPUT_REQUIRED" },
  reject: Object.fromEntries(STATES.slice(0, 5).map((state) => [state, "REJECTED"])),
  fail: { DRAFT: "FAILED" },
  pause: { ACTIVE: "PAUSED" },
  resume: { PAUSED: "ACTIVE" },
  complete: { ACTIVE: "COMPLETED", PAUSED: "COMPLETED" },
  cancel: Object.fromEntries(STATES.slice(1, 5).map((state) => [state, "CANCELED"])),
  archive: Object.fromEntries(["DRAFT", ...STATES.slice(5, 9)].map((state) => [state, "ARCHIVED"])),
};

for (const step of Object.keys(TRANSITIONS) as BuyStep[]) {
  test(`${step} leads where the contract says and is refused from everywhere else`, () => {
    const legal = STATES.filter((from) => MATRIX[step][from]);
    for (const from of legal)
      expect(afterStep(buy(from), step, NOW)).toMatchObject({ status: MATRIX[step][from], since: NOW });
    for (const from of STATES.filter((state) => !legal.includes(state)))
      expect(() => afterStep(buy(from), step, NOW)).toThrow(InvalidState);
  });
}

test("no step but archiving leaves a terminal state", () => {
  for (const status of STATES.filter((state) => isTerminal({ status: state }))) {
    const steps = (Object.keys(TRANSITIONS) as BuyStep[]).filter((step) => MATRIX[step][status]);
    expect(steps).toEqual(status === "ARCHIVED" ? [] : ["archive"]);
  }
});

test("a buy follows its seller's status", () => {
  const after = (from: MediaBuyState, status: SellerMediaBuy["status"]) =>
    withSellerStatus(buy(from), { mediaBuyId: "theirs", status, waitingFor: null, packages: [] }, NOW).status;
  expect(after("DRAFT", "pending_creatives")).toBe("INPUT_REQUIRED");
  expect(after("DRAFT", "completed")).toBe("COMPLETED");
  expect(after("PENDING_APPROVAL", "pending_start")).toBe("ACTIVE");
  expect(after("PENDING_APPROVAL", "canceled")).toBe("CANCELED");
  expect(after("INPUT_REQUIRED", "pending_creatives")).toBe("INPUT_REQUIRED");
  expect(after("ACTIVE", "paused")).toBe("PAUSED");
  expect(after("PAUSED", "active")).toBe("ACTIVE");
  expect(after("ACTIVE", "rejected")).toBe("REJECTED");
  expect(after("CANCELED", "active")).toBe("CANCELED");
});

test("a buy that is not running says whom it is waiting for, and a running one says nothing", () => {
  for (const status of STATES.filter((state) => state !== "ACTIVE"))
    expect(blockerOf(buy(status), NOW)).toMatchObject({ reason: expect.any(String), nextStep: expect.any(String) });
  expect(blockerOf(buy("ACTIVE"), NOW)).toBeNull();
  expect(blockerOf(buy("ACTIVE", { sellerStatus: "pending_start" }), NOW)?.reason).toContain("2026-05-05");
  expect(blockerOf(buy("DRAFT", { submittedAt: null }), NOW)).toMatchObject({ waitingOn: "buyer" });
  expect(blockerOf(buy("DRAFT"), NOW)).toMatchObject({ waitingOn: "platform" });
  expect(blockerOf(buy("DRAFT", { attempts: 10 }), NOW)).toMatchObject({ waitingOn: "buyer" });
  expect(blockerOf(buy("PENDING_APPROVAL"), NOW)).toMatchObject({ waitingOn: "seller", since: FLIGHT.start });
});

test("a creative that a platform refused after its review waits for the buyer, with the platform's reason, until another is sent", () => {
  const waitingFor = "Snap: Snap refused the ad: misleading claim";
  const sent = { ...blankSync("mb_1", "cmp_1"), state: "done" as const };
  const stands = (change: Partial<MediaBuy>) =>
    buy("INPUT_REQUIRED", { sellerStatus: "pending_creatives", waitingFor, creatives: sent, ...change });
  const refused = stands({ creativesRefused: true });
  expect(blockerOf(refused, NOW)).toMatchObject({ waitingOn: "buyer", reason: waitingFor });
  expect(blockerOf(refused, NOW)?.nextStep).toContain("/campaigns/cmp_1/creatives");
  expect(pendingReasonOf(refused)).toBe("source_rejected_creatives");
  expect(blockerOf(stands({}), NOW)).toMatchObject({ waitingOn: "seller" });
  const again = stands({ creativesRefused: true, creatives: { ...sent, state: "open" } });
  expect([blockerOf(again, NOW)?.waitingOn, pendingReasonOf(again)]).toEqual(["platform", "no_creatives_attached"]);
  const said = {
    mediaBuyId: "theirs",
    status: "pending_creatives",
    waitingFor,
    creativesRefused: true,
    packages: [],
  } as const;
  const told = withSellerStatus(buy("ACTIVE"), said, NOW);
  expect(told).toMatchObject({ creativesRefused: true });
  const { creativesRefused: _, ...better } = said;
  expect(withSellerStatus(told, { ...better, status: "active" }, NOW)).toMatchObject({ creativesRefused: false });
});

test("a buy without a running package is not running", () => {
  const paused = { ...PACKAGE, status: "paused" as const };
  const canceled = { ...PACKAGE, status: "canceled" as const };
  expect(blockerOf(buy("ACTIVE", { packages: [paused, canceled] }), NOW)).toMatchObject({ waitingOn: "buyer" });
  expect(blockerOf(buy("ACTIVE", { packages: [PACKAGE, canceled] }), NOW)).toBeNull();
});

test("sellers are polled hourly for decisions, nightly and at the flight's end for delivery, and then no more", () => {
  const at = (status: MediaBuyState, now: string, change: Partial<MediaBuy> = {}) =>
    nextCheckOf(buy(status, change), new Date(now))?.toISOString() ?? null;
  expect(at("PENDING_APPROVAL", "2026-05-04T12:30:00Z")).toBe("2026-05-04T13:30:00.000Z");
  expect(at("ACTIVE", "2026-05-06T12:00:00Z")).toBe("2026-05-07T00:05:00.000Z");
  expect(at("PAUSED", "2026-05-08T12:00:00Z")).toBe("2026-05-09T00:00:00.000Z");
  expect(at("ACTIVE", "2026-05-09T00:00:00Z")).toBe("2026-05-10T00:05:00.000Z");
  expect(at("COMPLETED", "2026-05-09T00:00:00Z", { since: FLIGHT.end, deliveredThrough: "2026-05-07" })).toBe(
    "2026-05-10T00:05:00.000Z",
  );
  expect(at("COMPLETED", "2026-05-09T00:00:00Z", { since: FLIGHT.end, deliveredThrough: "2026-05-08" })).toBeNull();
  expect(at("CANCELED", "2026-05-07T00:05:00Z", { since: NOW, deliveredThrough: "2026-05-06" })).toBeNull();
  expect(at("CANCELED", "2026-05-20T00:05:00Z", { since: NOW })).toBeNull();
  const early = { since: new Date("2026-05-04T00:00:00Z") };
  expect(at("CANCELED", "2026-05-10T12:00:00Z", early)).toBeNull();
  expect(at("COMPLETED", "2026-05-10T12:00:00Z", early)).toBe("2026-05-11T00:05:00.000Z");
  expect(at("REJECTED", "2026-05-06T12:00:00Z", { sellerMediaBuyId: null })).toBeNull();
});

test("days that may still be corrected are requested again", () => {
  expect(daysToAsk(buy("ACTIVE"), new Date("2026-05-04T12:00:00Z"))).toBeNull();
  expect(daysToAsk(buy("ACTIVE"), NOW)).toEqual({ startDay: "2026-05-05", endDay: "2026-05-06" });
  const sent = buy("ACTIVE", { deliveredThrough: "2026-05-07" });
  expect(daysToAsk(sent, FLIGHT.end)).toEqual({ startDay: "2026-05-05", endDay: "2026-05-09" });
  expect(isFlown(sent, FLIGHT.end)).toBe(false);
  expect(isFlown(sent, new Date("2026-05-17T00:00:00Z"))).toBe(true);
});

test("packages are recognised by our reference, then by their product, then by their position", () => {
  const ours = [PACKAGE, { ...PACKAGE, packageId: "pkg_2", productId: "p2" }];
  const said = (packageId: string, buyerRef: string | null, productId: string | null, paused = false) => {
    return { packageId, buyerRef, productId, budget: null, paused };
  };
  const ids = (list: readonly Package[]) => list.map(({ sellerPackageId }) => sellerPackageId);
  expect(ids(matched(ours, [said("b", "pkg_2", null), said("a", "pkg_1", null)]))).toEqual(["a", "b"]);
  expect(ids(matched(ours, [said("b", null, "p2"), said("a", null, "p1")]))).toEqual(["a", "b"]);
  expect(ids(matched(ours, [said("a", null, null), said("b", null, null)]))).toEqual(["a", "b"]);
  const known = matched(ours, [said("a", "pkg_1", null), said("b", "pkg_2", null)]);
  expect(ids(matched(known, [said("b", null, null, true)]))).toEqual(["a", "b"]);
  expect(matched(known, [said("b", null, null, true)]).map(({ status }) => status)).toEqual(["active", "paused"]);
  const without = matched(known, [{ ...said("b", null, null), canceled: true }]);
  expect(matched(without, [said("b", null, null)]).map(({ status }) => status)).toEqual(["active", "canceled"]);
});

test("the allocated budget is what buys that are not over hold, to the coin and in one currency", () => {
  const buys = [buy("ACTIVE"), buy("DRAFT"), buy("PENDING_APPROVAL"), buy("CANCELED"), buy("FAILED")];
  expect(allocatedOf(buys)).toBe("0.3");
  expect(allocatedOf([...buys, buy("ACTIVE", { packages: [{ ...PACKAGE, currency: "EUR" }] })])).toBe("0.3");
  expect(allocatedOf([buy("ACTIVE", { packages: [PACKAGE, { ...PACKAGE, status: "canceled" }] })])).toBe("0.1");
  expect(allocatedOf([])).toBe("0");
});

test("a change is sent if it can be made, waits for a decision, and is refused if it can never be made", () => {
  const unknown = { sellerMediaBuyId: null };
  expect(prospectOf("pause", buy("ACTIVE"))).toBe("send");
  expect(prospectOf("pause", buy("PAUSED"))).toBe("reached");
  expect(prospectOf("resume", buy("PAUSED"))).toBe("send");
  expect(prospectOf("cancel", buy("PENDING_APPROVAL", { ...unknown, taskId: "t" }))).toBe("wait");
  expect(prospectOf("cancel", buy("DRAFT", unknown))).toBe("wait");
  expect(prospectOf("cancel", buy("DRAFT", { ...unknown, submittedAt: null }))).toBe("refuse");
  expect(prospectOf("cancel", buy("INPUT_REQUIRED"))).toBe("send");
  expect(prospectOf("cancel", buy("INPUT_REQUIRED", unknown))).toBe("drop");
  expect(prospectOf("cancel", buy("COMPLETED"))).toBe("refuse");
  expect(prospectOf("resume", buy("CANCELED"))).toBe("refuse");
  expect(prospectOf("update", buy("PAUSED"))).toBe("send");
  expect(prospectOf("update", buy("PENDING_APPROVAL", unknown))).toBe("wait");
  expect(prospectOf("update", buy("DRAFT", { ...unknown, submittedAt: null }))).toBe("refuse");
  expect(prospectOf("update", buy("COMPLETED"))).toBe("refuse");
});
