import { expect, test } from "vitest";
import { started } from "../../../../test/providers/ask.ts";
import { DAY_MS } from "../../../ground/kernel/clock.ts";
import { times } from "../../../ground/kernel/money.ts";
import { startTiktok } from "../../../main/sandbox/providers/tiktok/start-tiktok.ts";
import type { Plan, RemoteBuy } from "../contract/plan.ts";
import { NO_FACTS } from "../contract/template.ts";
import { type AdapterHarness, done, drive, openHarness } from "../drive.fixture.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { readTiktok } from "./errors.ts";
import { tiktok } from "./tiktok.ts";

const PLAN: Plan = {
  mediaBuyId: "mb_1",
  name: "Spring",
  start: "2026-11-03T08:00:00.000Z",
  end: "2026-11-13T08:00:00.000Z",
  paused: false,
  packages: ["pkg_1", "pkg_2"].map((packageId) => ({
    packageId,
    templateId: "reach",
    pricingModel: "cpm",
    budget: "1500.25",
    bid: "9.5",
    start: "2026-11-03T08:00:00.000Z",
    end: "2026-11-13T08:00:00.000Z",
    paused: false,
    pacing: "even",
    targeting: {},
    countries: ["US"],
  })),
};

/** Limits use a wall clock that advances by a second at each reading. */
async function atTiktok(currency = "USD"): Promise<AdapterHarness> {
  let wall = 0;
  return openHarness(tiktok, await started(startTiktok, { wall: { now: () => new Date((wall += 1_000)) } }), currency);
}

function sales() {
  if (!tiktok.sales) throw new Error("TikTok sells");
  return tiktok.sales;
}

async function creativeFor(
  at: AdapterHarness,
  { campaign, packages }: RemoteBuy,
  packageId = "pkg_1",
): Promise<ShowInput> {
  const facts = tiktok.facts ? done(await drive(at, tiktok.facts, null)) : NO_FACTS;
  return {
    facts,
    mediaBuyId: PLAN.mediaBuyId,
    campaignRemoteId: campaign.id,
    packageId,
    packageRemoteId: packages.find((one) => one.packageId === packageId)?.id ?? "",
    templateId: "reach",
    creativeId: `c_${packageId}`,
    name: "Spot",
    paused: false,
    assets: {
      media: { kind: "video", url: "https://acme.example/v.mp4", filename: "v.mp4", contentType: "video/mp4" },
      headline: "Go outside",
      text: null,
      clickUrl: "https://acme.example/spring",
      brandName: "Acme",
    },
  };
}

const create = (at: AdapterHarness, plan = PLAN) => drive(at, sales().create, { plan, facts: NO_FACTS });
const answer = (code: number, message = "synthetic") =>
  readTiktok({ status: 200, headers: {}, text: JSON.stringify({ code, message, request_id: "7", data: {} }) });

/** The HTTP status of all of them is 200. */
test.each([
  [20_001, "conflict"],
  [40_001, "permission"],
  [40_002, "invalid"],
  [40_050, "ambiguous"],
  [40_100, "throttled"],
  [40_016, "throttled"],
  [40_133, "throttled"],
  [40_502, "throttled"],
  [40_102, "auth_revoked"],
  [40_104, "auth_revoked"],
  [40_105, "auth_revoked"],
  [40_110, "auth_revoked"],
  [50_000, "temporary"],
  [51_305, "temporary"],
  [49_999, "invalid"],
])("an answer of status 200 with the code %i is reported as %s", (code, kind) => {
  const read = answer(code);
  expect(read).toMatchObject({
    ok: false,
    error: { kind, provider: { http: 200, code: String(code), requestId: "7" } },
  });
  expect(JSON.stringify(read)).not.toContain("synthetic");
});

test("TikTok's error for a field names our field; an answer without a code is invalid", () => {
  expect(answer(40_002, "budget: must be at least 20")).toMatchObject({
    error: { kind: "below_minimum", field: "budget" },
  });
  expect(answer(40_002, "campaign_id: the campaign does not exist")).toMatchObject({ error: { kind: "not_found" } });
  expect(answer(40_100)).toMatchObject({ error: { retryAfterSeconds: 300 } });
  expect(readTiktok({ status: 200, headers: {}, text: '{"data":{}}' })).toMatchObject({
    error: { kind: "unreadable" },
  });
});

test("a revoked consent is recognised by its code only, and so is a callback code that was used", async () => {
  const at = await atTiktok();
  at.simulated.controls.revokeConsent();
  expect(await drive(at, tiktok.accounts, null)).toMatchObject({ do: "fail", error: { kind: "auth_revoked" } });
  const { oauth } = tiktok;
  if (!oauth) throw new Error("TikTok is connected by consent");
  const used = { ...at, secrets: { ...at.secrets, code: "used" } };
  expect(await drive(used, oauth.exchange, null)).toMatchObject({ do: "fail", error: { provider: { code: "40110" } } });
});

test("a consent is revoked at TikTok, once for all", async () => {
  const at = await atTiktok();
  const revoke = tiktok.oauth?.revoke ?? tiktok.oauth?.exchange;
  if (!revoke) throw new Error("TikTok takes consents back");
  done(await drive(at, revoke as never, null));
  done(await drive(at, revoke as never, null));
  expect(await drive(at, tiktok.accounts, null)).toMatchObject({ do: "fail", error: { kind: "auth_revoked" } });
});

test("ids above 2^53 stay intact, and everything is created paused, read back, and switched on from the groups up", async () => {
  const at = await atTiktok();
  const mirror = done(await create(at));
  expect(BigInt(mirror.campaign.id)).toBeGreaterThan(2n ** 53n);
  const { ledger } = at.simulated;
  expect(ledger.living("adgroup").map(({ id }) => id)).toEqual(mirror.packages.map(({ id }) => id));
  const { adId } = done(await drive(at, sales().show, await creativeFor(at, mirror)));
  expect(BigInt(adId)).toBeGreaterThan(2n ** 53n);
  expect(ledger.enabledUnread()).toEqual([]);
  expect(done(await drive(at, sales().read, mirror))).toMatchObject({
    campaign: { configured: "active", delivery: "eligible" },
    packages: [{ configured: "active" }, { configured: "active" }],
  });
});

test.each([
  "campaign/create/",
  "adgroup/create/",
  "adgroup/status/update/",
  "campaign/status/update/",
  "file/video/ad/upload/",
  "ad/create/",
  "ad/status/update/",
])("after a lost reply to %s nothing exists twice, and nothing runs before it is read", async (path) => {
  const at = await atTiktok();
  const { controls, ledger } = at.simulated;
  controls.loseReply(`POST /open_api/v1.3/${path}`, 1);
  const mirror = done(await create(at));
  done(await drive(at, sales().show, await creativeFor(at, mirror)));
  expect(ledger.callsOf(`POST /open_api/v1.3/${path}`).length).toBeGreaterThan(0);
  expect(ledger.twice()).toEqual([]);
  expect(ledger.orphans()).toEqual([]);
  expect(ledger.enabledUnread()).toEqual([]);
  expect([ledger.living("campaign").length, ledger.living("adgroup").length, ledger.living("ad").length]).toEqual([
    1, 2, 1,
  ]);
});

test("a package is paused by a separate call, changed without being switched on, and gone when no list has it", async () => {
  const at = await atTiktok();
  const mirror = done(await create(at));
  const [first, second] = PLAN.packages;
  if (!first || !second) throw new Error("the plan has two packages");
  const after = { ...PLAN, packages: [{ ...first, budget: "900.5", paused: true }, second] };
  const sent: string[] = [];
  const change = { before: PLAN, after, mirror, canceled: ["pkg_2"], facts: NO_FACTS };
  const changed = done(
    await drive(at, sales().change, change, {
      before: ({ request }) => void (request.effect !== "read" && sent.push(request.path)),
    }),
  );
  expect(sent).toEqual(["/adgroup/status/update/", "/adgroup/status/update/", "/adgroup/update/"]);
  expect(changed.packages).toMatchObject([{ configured: "paused" }, { configured: "gone" }]);
  expect(done(await drive(at, sales().read, mirror)).packages).toMatchObject([
    { configured: "paused" },
    { configured: "gone", raw: "not listed" },
  ]);
  done(await drive(at, sales().change, { ...change, before: after, canceled: [], cancel: true }));
  expect(at.simulated.ledger.living("campaign")).toEqual([]);
  expect(done(await drive(at, sales().read, mirror)).campaign.configured).toBe("gone");
});

test("what a failed create has created is removed", async () => {
  const at = await atTiktok();
  const cheap = { ...PLAN, packages: PLAN.packages.map((part, n) => (n === 0 ? part : { ...part, budget: "1" })) };
  const end = await create(at, cheap);
  expect(end).toMatchObject({ do: "fail", error: { kind: "below_minimum", field: "budget" } });
  if (end.do !== "fail") return;
  done(await drive(at, sales().cleanUp(end.made), null));
  expect(at.simulated.ledger.living()).toEqual([]);
});

test.each(["USD", "JPY", "KWD", "BRL"])(
  "an amount in %s is bought with and reported to the last digit, in the account's days",
  async (currency) => {
    const at = await atTiktok(currency);
    const budget = { USD: "1500.25", JPY: "150025", KWD: "1500.257", BRL: "99999.99" }[currency] ?? "";
    const plan = { ...PLAN, packages: PLAN.packages.slice(0, 1).map((part) => ({ ...part, budget })) };
    const mirror = done(await create(at, plan));
    done(await drive(at, sales().show, await creativeFor(at, mirror)));
    at.simulated.controls.advance(6 * DAY_MS);
    const days = { startDay: "2026-11-01", endDay: "2026-12-20" };
    const { rows } = done(await drive(at, sales().report, { ...days, mirror }));
    expect(new Set(rows.map(({ day }) => day)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(4);
    const micros = rows.reduce((sum, { spend }) => sum + BigInt(times(spend, "1000000")), 0n);
    expect(micros).toBe(at.simulated.controls.spentMicros(mirror.packages[0]?.id ?? ""));
  },
);

test("a refused ad is reported in our words; one that is switched off keeps its review, and so does one with an unknown value", async () => {
  const at = await atTiktok();
  const mirror = done(await create(at));
  at.simulated.controls.refuseCreative({ name: "[oa:pkg_1:c_pkg_1]" }, "MISLEADING_CLAIM");
  const { adId } = done(await drive(at, sales().show, await creativeFor(at, mirror)));
  at.simulated.controls.advance(50 * 60_000);
  const review = { approval: "pending_review", reason: null, raw: "" } as const;
  const ad = { id: adId, creativeId: "c", configured: "active", delivery: "unknown", raw: "", review } as const;
  const shown = { ...mirror, packages: mirror.packages.map((part, n) => (n === 0 ? { ...part, ads: [ad] } : part)) };
  const read = async () => done(await drive(at, sales().read, shown)).packages[0]?.ads[0]?.review;
  expect(await read()).toMatchObject({ approval: "rejected", reason: "TikTok refused the ad: misleading claim" });
  at.simulated.controls.disguise(adId, { secondary_status: "AD_STATUS_IN_LIMBO" });
  expect(await read()).toMatchObject({ approval: "unknown", raw: expect.stringContaining("IN_LIMBO") });
  done(await drive(at, sales().switchAd, { adId, packageRemoteId: shown.packages[0]?.id ?? "", on: false }));
  at.simulated.controls.disguise(adId, { secondary_status: "AD_STATUS_DISABLE" });
  expect(await read()).toMatchObject({ approval: "unknown" });
});

test("a country without a known number, two objectives, and an amount finer than the minor unit are refused before any call", () => {
  const { account } = { account: { currency: "USD" } as Parameters<ReturnType<typeof sales>["check"]>[1] };
  const [first, second] = PLAN.packages;
  if (!first || !second) throw new Error("the plan has two packages");
  const against = (change: object) =>
    sales().check({ ...PLAN, packages: [first, { ...second, ...change }] }, account, NO_FACTS);
  expect(against({ countries: ["AQ"] })).toMatchObject({
    ok: false,
    error: { field: "packages[1].targeting_overlay.geo_countries" },
  });
  expect(against({ templateId: "traffic" })).toMatchObject({ ok: false, error: { field: "packages[1].product_id" } });
  expect(against({ budget: "10.001" })).toMatchObject({ ok: false, error: { field: "packages[1].budget" } });
});

test("an account without an identity sells nothing, and says what to do", async () => {
  const at = await atTiktok();
  const none = { status: 200, headers: {}, text: '{"code":0,"message":"OK","data":{"identity_list":[]}}' };
  const asked = tiktok.facts?.start(null, at.context);
  if (asked?.do !== "send") throw new Error("facts are asked for");
  const end = tiktok.facts?.next(asked.state, none, at.context);
  expect(end).toMatchObject({
    do: "done",
    value: { withheld: { reach: expect.stringContaining("no identity to show ads under") } },
  });
});
