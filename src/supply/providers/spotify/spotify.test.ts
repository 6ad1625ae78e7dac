import { afterAll, beforeAll, expect, test } from "vitest";
import { started } from "../../../../test/providers/ask.ts";
import { DAY_MS, HOUR_MS } from "../../../ground/kernel/clock.ts";
import { startSpotify } from "../../../main/sandbox/providers/spotify/start-spotify.ts";
import type { Plan, PlannedCreative, RemoteBuy } from "../contract/plan.ts";
import { NO_FACTS } from "../contract/template.ts";
import { type AdapterHarness, done, drive, openHarness, renewed } from "../drive.fixture.ts";
import { type FileServer, serveFiles } from "../file-server.fixture.ts";
import { spotify } from "./spotify.ts";

const PLAN: Plan = {
  mediaBuyId: "mb_1",
  name: "Spring",
  start: "2026-11-03T00:00:00.000Z",
  end: "2026-11-13T00:00:00.000Z",
  paused: false,
  packages: ["pkg_1", "pkg_2"].map((packageId) => ({
    packageId,
    templateId: packageId === "pkg_1" ? "audio" : "podcast",
    pricingModel: "cpm",
    budget: "1500.25",
    bid: "9.5",
    start: "2026-11-03T00:00:00.000Z",
    end: "2026-11-13T00:00:00.000Z",
    paused: false,
    pacing: "even",
    targeting: {},
    countries: ["US"],
  })),
};

let files: FileServer;
beforeAll(async () => void (files = await serveFiles()));
afterAll(() => files.close());

function creativeFor({ campaign, packages }: RemoteBuy, packageId: string): PlannedCreative {
  const url = files.address("spot.mp3");
  return {
    mediaBuyId: PLAN.mediaBuyId,
    campaignRemoteId: campaign.id,
    packageId,
    packageRemoteId: packages.find((one) => one.packageId === packageId)?.id ?? "",
    templateId: "audio",
    creativeId: `c_${packageId}`,
    name: `Spot of ${packageId}`,
    paused: false,
    assets: {
      media: { kind: "audio", url, filename: "spot.mp3", contentType: "audio/mpeg" },
      companionUrl: url,
      headline: "Go outside",
      text: null,
      clickUrl: "https://acme.example/spring",
      brandName: "Acme",
    },
  };
}

async function atSpotify(): Promise<AdapterHarness> {
  return openHarness(spotify, await started(startSpotify));
}

function sales() {
  if (!spotify.sales) throw new Error("Spotify sells");
  return spotify.sales;
}

const create = (at: AdapterHarness, plan = PLAN) => drive(at, sales().create, { plan, facts: NO_FACTS });

test("a draft goes live with the last ad that it lacked: valid, paused, read back, and started by one switch", async () => {
  const at = await atSpotify();
  const { ledger } = at.simulated;
  const mirror = done(await create(at));
  expect(mirror.campaign.raw).toBe("DRAFT");
  expect(ledger.living("draft_ad_set")).toHaveLength(2);

  const first = done(await drive(at, sales().show, { ...creativeFor(mirror, "pkg_1"), facts: NO_FACTS }));
  expect(first.review).toMatchObject({ approval: "pending_review", raw: "DRAFT" });
  expect(ledger.living("campaign")).toEqual([]);

  const second = done(await drive(at, sales().show, { ...creativeFor(mirror, "pkg_2"), facts: NO_FACTS }));
  expect(ledger.living("ad").map(({ id }) => id)).toEqual([first.adId, second.adId]);
  expect(ledger.living("draft_ad")).toEqual([]);
  expect(ledger.enabledUnread()).toEqual([]);
  expect(done(await drive(at, sales().read, mirror))).toMatchObject({
    campaign: { configured: "active", raw: "ACTIVE" },
    packages: [{ configured: "active" }, { configured: "active" }],
  });
});

test("a paused buy stays paused when it is published", async () => {
  const at = await atSpotify();
  const plan = { ...PLAN, paused: true, packages: PLAN.packages.slice(0, 1) };
  const mirror = done(await create(at, plan));
  const paused = { ...creativeFor(mirror, "pkg_1"), paused: true, facts: NO_FACTS };
  done(await drive(at, sales().show, paused));
  expect(done(await drive(at, sales().read, mirror)).campaign).toMatchObject({ configured: "paused", raw: "PAUSED" });
});

/** Each of the writes by which a buy goes live, with its reply lost once. */
test.each(["drafts/campaigns", "drafts/ad_sets", "assets", "upload", "drafts/ads", "PUBLISH", "ACTIVE"])(
  "after a lost reply to %s nothing exists twice, and nothing runs before it is read",
  async (write) => {
    const at = await atSpotify();
    const { controls, ledger } = at.simulated;
    let isLost = false;
    const lose: Parameters<typeof drive>[3] = {
      before({ request: { effect, path, body } }) {
        const said = body?.kind === "json" ? body.text : "";
        if (isLost || effect === "read" || !(path.endsWith(write) || said.includes(`"${write}"`))) return;
        isLost = true;
        controls.loseReply("*", 1);
      },
    };
    const plan = { ...PLAN, packages: PLAN.packages.slice(0, 1) };
    const mirror = done(await drive(at, sales().create, { plan, facts: NO_FACTS }, lose));
    done(await drive(at, sales().show, { ...creativeFor(mirror, "pkg_1"), facts: NO_FACTS }, lose));
    expect(isLost).toBe(true);
    expect(ledger.twice()).toEqual([]);
    expect(ledger.orphans()).toEqual([]);
    expect(ledger.enabledUnread()).toEqual([]);
    expect(ledger.living("ad")).toHaveLength(1);
    expect(ledger.living("asset")).toHaveLength(2);
  },
);

test("a draft is changed and deleted as a draft, and a live buy is archived", async () => {
  const at = await atSpotify();
  const { ledger } = at.simulated;
  const mirror = done(await create(at));
  const cheaper = { ...PLAN, packages: PLAN.packages.map((part) => ({ ...part, budget: "900.5" })) };
  const change = { before: PLAN, after: cheaper, mirror, canceled: [], facts: NO_FACTS };
  done(await drive(at, sales().change, change));
  const out = done(await drive(at, sales().change, { ...change, before: cheaper, canceled: ["pkg_2"] }));
  expect(out.packages.map(({ configured }) => configured)).toEqual(["active", "gone"]);
  expect(ledger.living("draft_ad_set")).toHaveLength(1);

  done(await drive(at, sales().show, { ...creativeFor(out, "pkg_1"), facts: NO_FACTS }));
  const paused = { ...cheaper, paused: true };
  const stopped = done(await drive(at, sales().change, { ...change, before: cheaper, after: paused, mirror: out }));
  expect(stopped).toMatchObject({ campaign: { configured: "paused" }, packages: [{}, { configured: "gone" }] });
  done(await drive(at, sales().change, { ...change, before: paused, after: paused, mirror: out, cancel: true }));
  expect(done(await drive(at, sales().read, out)).campaign).toMatchObject({ configured: "gone", raw: "ARCHIVED" });
});

test("what a failed create has created is removed", async () => {
  const at = await atSpotify();
  const broken = { ...PLAN, packages: PLAN.packages.map((part, n) => (n === 0 ? part : { ...part, end: part.start })) };
  const end = await create(at, broken);
  expect(end).toMatchObject({ do: "fail", error: { kind: "invalid", field: "end_time" } });
  if (end.do !== "fail") return;
  done(await drive(at, sales().cleanUp(end.made), null));
  expect(at.simulated.ledger.living()).toEqual([]);
});

test.each(["USD", "JPY", "KWD", "BRL"])(
  "an amount in %s is bought with and reported to the last digit, in UTC days",
  async (currency) => {
    const at = await openHarness(spotify, await started(startSpotify), currency);
    const budget = { USD: "1500.25", JPY: "150025", KWD: "1500.257", BRL: "99999.99" }[currency] ?? "";
    const plan = { ...PLAN, packages: PLAN.packages.slice(0, 1).map((part) => ({ ...part, budget })) };
    const mirror = done(await create(at, plan));
    done(await drive(at, sales().show, { ...creativeFor(mirror, "pkg_1"), facts: NO_FACTS }));
    at.simulated.controls.advance(5 * DAY_MS + HOUR_MS);
    const later = await renewed(at);
    const days = { startDay: "2026-11-03", endDay: "2026-11-07" };
    const { rows } = done(await drive(later, sales().report, { ...days, mirror }));
    expect(rows.map(({ day }) => day)).toEqual(["2026-11-03", "2026-11-04", "2026-11-05", "2026-11-06", "2026-11-07"]);
    const id = mirror.packages[0]?.id ?? "";
    const micros = rows.reduce((sum, { spend }) => sum + BigInt(Math.round(Number(spend) * 1_000_000)), 0n);
    expect(micros).toBe(at.simulated.controls.spentMicros(id));
  },
);

test("an ad that Spotify refuses is reported in our words, and an unknown value leaves the last one unchanged", async () => {
  const at = await atSpotify();
  const plan = { ...PLAN, packages: PLAN.packages.slice(0, 1) };
  const mirror = done(await create(at, plan));
  at.simulated.controls.refuseCreative({ name: "[oa:pkg_1:c_pkg_1]" }, "MISLEADING_CLAIM");
  const { adId } = done(await drive(at, sales().show, { ...creativeFor(mirror, "pkg_1"), facts: NO_FACTS }));
  at.simulated.controls.advance(50 * 60_000);
  const ad = { id: adId, creativeId: "c", configured: "active", delivery: "unknown", raw: "" } as const;
  const review = { approval: "pending_review", reason: null, raw: "" } as const;
  const shown: RemoteBuy = {
    ...mirror,
    packages: mirror.packages.map((part) => ({ ...part, ads: [{ ...ad, review }] })),
  };
  expect(done(await drive(at, sales().read, shown)).packages[0]?.ads[0]?.review).toEqual({
    approval: "rejected",
    reason: "Spotify refused the ad: misleading claim",
    raw: "REJECTED MISLEADING_CLAIM",
  });
  at.simulated.controls.disguise(adId, { status: "IN_LIMBO" });
  expect(done(await drive(at, sales().read, shown)).packages[0]?.ads[0]?.review).toMatchObject({ approval: "unknown" });
});

test("terms that have not been accepted are reported, with what to do", async () => {
  const simulated = await started((options) => startSpotify({ ...options, termsAccepted: false }));
  await expect(openHarness(spotify, simulated)).rejects.toThrow(/setup_required: the terms of Spotify's API/);
});
