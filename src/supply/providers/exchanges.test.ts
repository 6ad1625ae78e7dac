import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, type Clock, DAY_MS } from "../../ground/kernel/clock.ts";
import { daysFrom } from "../../main/sandbox/providers/frame/zone.ts";
import type { SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { listAdapters } from "./catalogue.ts";
import { type Account, isBuyable } from "./contract/account.ts";
import type { AnyJob } from "./contract/job.ts";
import type { CreativeAssets, Plan, RemoteBuy } from "./contract/plan.ts";
import { REMEDY } from "./contract/provider-error.ts";
import { type Facts, NO_FACTS } from "./contract/template.ts";
import { type AdapterHarness, connected, done, drive, type Played, play, under } from "./drive.fixture.ts";
import { type FileServer, serveFiles } from "./file-server.fixture.ts";
import { addressOf } from "./host/address.ts";
import { lastKnown } from "./kit/last-known.ts";
import { SUBJECTS } from "./subjects.fixture.ts";

/**
 * What the specification requires of every adapter (adapters §12), tested on exchanges in the form of the platform's
 * documentation.
 */

/** Clocks go back in Europe on 25 October 2026, and in America a week later. */
const NOW = new Date("2026-10-20T12:00:00.000Z");
const clock: Clock = { now: () => NOW };
/** Each call comes a second after the previous one, so nobody is throttled here. */
let calls = 0;
const wall: Clock = { now: () => after(NOW, 1_000 * calls++) };
const BROKEN = ["", "{", "<html><body>oops</body></html>", "[]", '{"unexpected":true}', "null"];
const PLACES = [
  { currency: "USD", zone: "America/New_York", budget: "1500.25" },
  { currency: "JPY", zone: "Asia/Tokyo", budget: "150025" },
  { currency: "KWD", zone: "Asia/Kuwait", budget: "1500.255" },
  { currency: "BRL", zone: "America/Sao_Paulo", budget: "1500.25" },
  { currency: "USD", zone: "Europe/London", budget: "1500.25" },
] as const;
type Place = (typeof PLACES)[number];
/** Each account in a separate organisation. */
const accountsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const { currency, zone } = PLACES[at % PLACES.length] ?? PLACES[0];
    const place = { organisation: `Holding ${at}`, name: `Account ${at}`, country: "US", currency, zone };
    return { ...place, standing: "active", test: false } as const;
  });

test("no adapter is left out", () => {
  expect(Object.keys(SUBJECTS)).toEqual(
    listAdapters()
      .map(({ describe: { provider } }) => provider)
      .toSorted(),
  );
});

describe.each(Object.entries(SUBJECTS))("%s", (_, subject) => {
  const { adapter, start, unknown, accountCount, onePage, utcDays, noSales } = subject;
  const { sales, creative, facts: factsJob } = adapter;
  let simulated: SimulatedProvider;
  let files: FileServer;
  let at: AdapterHarness;
  let accounts: readonly Account[];
  const bought = new Map<Place, { readonly account: Account; readonly mirror: RemoteBuy }>();
  const recorded: [string, AnyJob<unknown, unknown>, AdapterHarness, Played<unknown>][] = [];

  async function record<I, T>(name: string, from: AdapterHarness, job: AnyJob<I, T>, input: I): Promise<T> {
    const played = await play(from, job, input);
    recorded.push([name, job, from, played]);
    return done(played.end);
  }

  beforeAll(async () => {
    files = await serveFiles();
    simulated = await start({ clock, wall, seed: "exchanges", accounts: accountsOf(accountCount) });
    at = await connected(adapter, simulated);
    accounts = (await record("accounts", at, adapter.accounts, null)).filter(isBuyable);
    if (creative) {
      const content = { kind: "script", text: "Go outside. It is spring." } as const;
      await record("build", at, creative.build, { name: "Spring", content, seconds: 15, language: "pt-BR" });
    }
    for (const place of sales ? PLACES : []) await buy(place);
    // The flight ends, and the token has expired by then.
    simulated.controls.advance(25 * DAY_MS);
    at = await connected(adapter, simulated);
  }, 120_000);
  afterAll(async () => {
    files.close();
    await simulated.close();
  });

  function planIn({ currency, zone, budget }: Place): Plan {
    const [template] = adapter.templates;
    const [begin, end] = [DAY_MS, 21 * DAY_MS].map((ms) => after(NOW, ms).toISOString()) as [string, string];
    const mediaBuyId = `mb_${currency}_${zone.replaceAll("/", "_")}`;
    const packages = ["a", "b"].map((one) => ({
      packageId: `pkg_${mediaBuyId}_${one}`,
      templateId: template?.id ?? "",
      pricingModel: template?.pricing[0]?.model ?? "cpm",
      budget: subject.budgets?.[currency] ?? budget,
      bid: template?.pricing[0]?.bid === "required" ? "5" : null,
      start: begin,
      end,
      paused: false,
      pacing: "even" as const,
      targeting: {},
      countries: ["US"],
    }));
    return { mediaBuyId, name: "Autumn", start: begin, end, paused: false, packages };
  }

  function assets(headline: string): CreativeAssets {
    const kind = adapter.templates[0]?.formats[0]?.kind;
    const file = { image: "png", video_hosted: "mp4", audio_hosted: "mp3", sponsored_placement: null }[kind ?? "image"];
    const type = { png: "image/png", mp4: "video/mp4", mp3: "audio/mpeg" };
    const picture = files.address("logo.png");
    return {
      media: file === null ? null : mediaOf(file as keyof typeof type),
      companionUrl: picture,
      logoUrl: picture,
      productIds: ["B000000001"],
      headline,
      text: "It is spring",
      clickUrl: "https://acme.example/spring",
      brandName: "Acme",
    };
    function mediaOf(ending: keyof typeof type) {
      const kinds = { png: "image", mp4: "video", mp3: "audio" } as const;
      const filename = `spot.${ending}`;
      return { kind: kinds[ending], url: files.address(filename), filename, contentType: type[ending] };
    }
  }

  async function buy(place: Place): Promise<void> {
    if (!sales) return;
    const account = accounts.find((one) => one.currency === place.currency && (utcDays || one.timeZone === place.zone));
    if (!account) throw new Error(`no account in ${place.currency} and ${place.zone}`);
    const from = under(at, account);
    const plan = planIn(place);
    const name = `${place.currency} ${place.zone}`;
    const facts: Facts = factsJob ? await record(`facts ${name}`, from, factsJob, null) : NO_FACTS;
    expect(sales.check(plan, account, facts)).toEqual({ ok: true, value: plan });
    const mirror = await record(`create ${name}`, from, sales.create, { plan, facts });
    expect(mirror.packages.map(({ packageId }) => packageId)).toEqual(plan.packages.map(({ packageId }) => packageId));
    for (const [index, { packageId, id }] of mirror.packages.entries()) {
      const shown = { mediaBuyId: plan.mediaBuyId, campaignRemoteId: mirror.campaign.id, packageRemoteId: id };
      const { templateId } = plan.packages[index] ?? { templateId: "" };
      const spot = {
        packageId,
        templateId,
        creativeId: `c${index}`,
        name: "Spot",
        paused: false,
        assets: assets(`Go outside, ${packageId}`),
      };
      await record(`show ${name} ${index}`, from, sales.show, { ...shown, ...spot, facts });
    }
    let before = plan;
    for (const paused of [true, false]) {
      const now = { ...plan, paused };
      const change = { before, after: now, mirror, canceled: [], facts };
      await record(`${paused ? "pause" : "resume"} ${name}`, from, sales.change, change);
      before = now;
    }
    const read = await record(`read ${name}`, from, sales.read, mirror);
    expect(read.campaign).toMatchObject({ id: mirror.campaign.id, configured: "active" });
    bought.set(place, { account, mirror: read });
  }

  test("every account of every page is listed, once", () => {
    const [[, , , listed] = []] = recorded;
    expect((listed?.sent.length ?? 0) > 1, onePage ?? "its lists have pages").toBe(onePage === undefined);
    expect(accounts).toHaveLength(noSales === undefined ? accountCount : 0);
    expect(new Set(accounts.map(({ externalAccountId }) => externalAccountId)).size).toBe(accounts.length);
  });

  test("the parts of the suite that it leaves out do not exist for it", () => {
    expect([sales === undefined, adapter.describe.dayBorder === "utc"]).toEqual([
      noSales !== undefined,
      utcDays !== undefined,
    ]);
    expect(bought.size).toBe(noSales === undefined ? PLACES.length : 0);
  });

  const remoteOf = (id: string, account: Account) => subject.remote?.(id, account) ?? { campaign: id, line: id };
  const microsOf = (amount: string) => {
    const [whole = "0", part = ""] = amount.split(".");
    return BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, "0"));
  };

  test("each day is reported once, including days that are not 24 hours long, and the costs are what the platform spent", async () => {
    for (const [{ currency, zone }, { account, mirror }] of bought) {
      if (!sales) return;
      const days = { startDay: "2026-10-19", endDay: "2026-11-12", mirror };
      const name = `${currency} ${zone}`;
      // A slow report takes longer than a token is valid.
      at = await connected(adapter, simulated);
      const report = await record(`report ${name}`, under(at, account), sales.report, days);
      for (const { id } of mirror.packages) {
        const rows = report.rows.filter(({ packageRemoteId }) => packageRemoteId === id);
        const told = rows.map(({ day }) => day).toSorted();
        expect([name, told]).toEqual([name, daysFrom(told[0] ?? "", told.at(-1) ?? "")]);
        for (const day of ["2026-10-25", "2026-11-01"]) expect(told).toContain(day);
        const spent = rows.reduce((sum, { spend }) => sum + microsOf(spend), 0n);
        expect([name, spent]).toEqual([name, simulated.controls.spentMicros(remoteOf(id, account).line)]);
        expect(spent).toBeGreaterThan(0n);
      }
    }
  });

  test("ids are returned intact: the platform's own records contain every one of them", () => {
    const known = new Set(simulated.ledger.entries.map(({ id }) => id));
    for (const { account, mirror } of bought.values())
      for (const { id } of mirror.packages)
        for (const one of Object.values(remoteOf(id, account))) expect(known).toContain(one);
  });

  test("an unknown value leaves the last known state unchanged, and is stored next to it", async () => {
    for (const { account, mirror } of bought.values()) {
      if (!sales) return;
      const from = under(at, account);
      const before = done(await drive(from, sales.read, mirror));
      for (const { id } of [mirror.campaign, ...mirror.packages])
        for (const one of Object.values(remoteOf(id, account))) simulated.controls.disguise(one, unknown);
      const kept = lastKnown(before, done(await drive(from, sales.read, before)));
      expect(kept.campaign).toMatchObject({
        configured: before.campaign.configured,
        delivery: before.campaign.delivery,
      });
      expect(kept.packages).toMatchObject(
        before.packages.map(({ configured, delivery }) => ({ configured, delivery })),
      );
      const [word] = Object.values(unknown).flat();
      expect(kept.packages.map(({ raw }) => raw).join(" ")).toContain(word);
    }
  });

  test("whatever prefix of an exchange is replayed from what was stored, it continues to the same end", () => {
    expect(recorded.length).toBeGreaterThan(bought.size);
    const astray: unknown[] = [];
    for (const [name, job, { context }, { sent, end }] of recorded) {
      const stored = [...sent.map(({ step }) => step), end].map((step) => JSON.stringify(step));
      for (let from = 0; from < sent.length; from += 1) {
        let text = stored[from] ?? "";
        for (const [at, { reply }] of sent.slice(from).entries()) {
          text = JSON.stringify(job.next(JSON.parse(text).state, reply, context));
          const wanted = stored[from + at + 1] ?? "";
          // Equal texts are equal steps. Others may still differ only in the order of their fields.
          if (text === wanted || isDeepStrictEqual(JSON.parse(text), JSON.parse(wanted))) continue;
          astray.push([name, from, JSON.parse(text), JSON.parse(wanted)]);
        }
      }
    }
    expect(astray).toEqual([]);
  });

  test("an invalid answer to any request is reported as an error, and no write counts as done", () => {
    for (const [name, job, { context }, { sent }] of recorded)
      for (const { step } of sent)
        for (const text of BROKEN)
          for (const status of [200, 500]) {
            const next = job.next(step.state, { status, headers: {}, text }, context);
            const came = next.do === "fail" ? REMEDY[next.error.kind] : next.do;
            expect(`${name} ${came}`).toMatch(/ (again|unknown|renew|end|refuse|done|send|wait)$/);
            if (step.request.effect === "read") continue;
            // If a check follows that would find the object missing, the answer itself may say nothing.
            const isLookedAt =
              status === 200 && next.do !== "done" && next.do !== "fail" && next.request.effect === "read";
            expect([name, step.request.path, status, text, next.do === "fail" || isLookedAt]).toEqual([
              name,
              step.request.path,
              status,
              text,
              true,
            ]);
          }
  });

  test("no host outside the list is called, each call counts against a limit; nothing is created twice, or enabled before it is read", () => {
    const { hosts, buckets } = adapter.describe;
    for (const [, , , { sent }] of recorded)
      for (const { step } of sent) {
        const { href } = addressOf(step.request, hosts, { sandbox: false });
        expect(href).toMatch(/^https:\/\//);
        expect(buckets.map(({ name }) => name)).toContain(step.request.bucket);
        expect(JSON.stringify(step.request)).not.toContain(
          simulated.application?.clientSecret ?? at.secrets.access_token,
        );
      }
    const { ledger } = simulated;
    expect([ledger.twice(), ledger.orphans(), ledger.enabledUnread(), ledger.ignored]).toEqual([[], [], [], []]);
  });
});
