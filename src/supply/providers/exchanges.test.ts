import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { after, type Clock, DAY_MS } from "../../ground/kernel/clock.ts";
import type { ProviderOptions, SimulatedProvider } from "../../main/sandbox/providers/index.ts";
import { startReddit } from "../../main/sandbox/providers/reddit/start-reddit.ts";
import { startSnap } from "../../main/sandbox/providers/snap/start-snap.ts";
import { startTiktok } from "../../main/sandbox/providers/tiktok/start-tiktok.ts";
import { type Account, isBuyable } from "./contract/account.ts";
import type { Adapter } from "./contract/adapter.ts";
import type { AnyJob, JobContext } from "./contract/job.ts";
import type { Mirror, Plan } from "./contract/plan.ts";
import { REMEDY } from "./contract/provider-error.ts";
import { NO_FACTS } from "./contract/template.ts";
import { addressOf } from "./host/address.ts";
import { lastKnown } from "./kit/last-known.ts";
import { openPlayer, type Played, type Player } from "./play.fixture.ts";
import { reddit } from "./reddit/reddit.ts";
import { snap } from "./snap/snap.ts";
import { tiktok } from "./tiktok/tiktok.ts";

/** What an adapter and its simulation come to together. An adapter joins by a line. */
interface Subject {
  readonly adapter: Adapter;
  start(options: ProviderOptions): Promise<SimulatedProvider>;
  /** More accounts than one page of its lists has, in as many organisations. */
  readonly organisations: number;
  /** Words that its campaigns and ad groups may one day have, and nobody knows. */
  readonly unknown: Readonly<Record<string, string | readonly string[]>>;
}
const SUBJECTS: Readonly<Record<string, Subject>> = {
  snap: {
    adapter: snap,
    start: startSnap,
    organisations: 60,
    unknown: { status: "HIBERNATING", delivery_status: ["DREAMING"] },
  },
  reddit: {
    adapter: reddit,
    start: startReddit,
    organisations: 60,
    unknown: { configured_status: "HIBERNATING", effective_status: "DREAMING" },
  },
  tiktok: {
    adapter: tiktok,
    start: startTiktok,
    organisations: 60,
    unknown: { operation_status: "HIBERNATING", secondary_status: "DREAMING" },
  },
};

/** The last Sunday of October 2026, when clocks go back in Europe, is a week before America's. */
const NOW = new Date("2026-10-20T12:00:00.000Z");
const clock: Clock = { now: () => NOW };
/** Each call comes a second after the one before: nobody is throttled here. */
let calls = 0;
const wall: Clock = { now: () => after(NOW, 1_000 * calls++) };
const BROKEN = ["", "{", "<html><body>oops</body></html>", "[]", '{"unexpected":true}', "null"];
const CURRENCIES = [
  ["USD", "America/New_York", "1500.25"],
  ["JPY", "Asia/Tokyo", "150025"],
  ["KWD", "Asia/Kuwait", "1500.255"],
  ["BRL", "America/Sao_Paulo", "1500.25"],
  ["USD", "Europe/London", "1500.25"],
] as const;

describe.each(Object.entries(SUBJECTS))("%s", (_, { adapter, start, organisations, unknown }) => {
  let simulated: SimulatedProvider;
  let player: Player;
  let accounts: readonly Account[];
  const { sales } = adapter;
  const bought = new Map<string, Mirror>();
  const recorded: [string, AnyJob<unknown, unknown>, unknown, JobContext, Played<unknown>][] = [];
  beforeAll(async () => {
    const many = Array.from({ length: organisations }, (_, at) => {
      const [currency, zone] = CURRENCIES[at % CURRENCIES.length] ?? CURRENCIES[0];
      const place = { organisation: `Holding ${at}`, name: `Account ${at}`, country: "US", currency, zone };
      return { ...place, standing: "active", test: false } as const;
    });
    simulated = await start({ clock, wall, seed: "exchanges", accounts: many });
    player = await openPlayer(adapter, simulated);
    const { value } = await record("accounts", adapter.accounts, null, contextOf());
    accounts = value.filter(isBuyable);
    for (const [currency, timeZone] of sales ? CURRENCIES : []) await buy(currency, timeZone);
    simulated.controls.advance(20 * DAY_MS);
    // The token has run out since.
    await player.close();
    player = await openPlayer(adapter, simulated);
  });
  afterAll(async () => {
    await player.close();
    await simulated.close();
  });

  const contextOf = (account?: Account): JobContext => ({
    now: simulated.controls.now().toISOString(),
    settings: {},
    ...(account && { account }),
  });

  async function record<I, T>(name: string, job: AnyJob<I, T>, input: I, ctx: JobContext) {
    const played = await player.finish(job, input, ctx);
    recorded.push([name, job, input, ctx, played]);
    return played;
  }

  function planIn({ currency }: Account, mediaBuyId: string): Plan {
    const [template] = adapter.templates;
    const [start, end] = [DAY_MS, 21 * DAY_MS].map((ms) => after(NOW, ms).toISOString()) as [string, string];
    const budget = CURRENCIES.find(([one]) => one === currency)?.[2] ?? "1500.25";
    const packages = ["a", "b"].map((one) => ({
      packageId: `pkg_${mediaBuyId}_${one}`,
      templateId: template?.id ?? "",
      pricingModel: template?.pricing[0]?.model ?? "cpm",
      budget,
      bid: template?.pricing[0]?.bid === "required" ? "5" : null,
      start,
      end,
      paused: false,
      pacing: "even" as const,
      targeting: {},
      countries: ["US"],
    }));
    return { mediaBuyId, name: "Autumn", start, end, paused: false, packages };
  }

  test("every account of every page is listed, once", () => {
    expect(accounts).toHaveLength(organisations);
    expect(new Set(accounts.map(({ externalAccountId }) => externalAccountId)).size).toBe(organisations);
    expect(recorded.find(([name]) => name === "accounts")?.[4].sent.length).toBeGreaterThan(1);
  });

  const nameOf = (currency: string, timeZone: string) => `${currency} ${timeZone}`;
  const accountFor = (currency: string, timeZone: string): Account => {
    const found = accounts.find((one) => one.currency === currency && one.timeZone === timeZone);
    if (!found) throw new Error(`no account in ${currency} and ${timeZone}`);
    return found;
  };

  async function buy(currency: string, timeZone: string): Promise<void> {
    const account = accountFor(currency, timeZone);
    const plan = planIn(account, `mb_${currency}_${timeZone.replaceAll("/", "_")}`);
    if (!sales) return;
    expect(sales.check(plan, account, NO_FACTS)).toEqual({ ok: true, value: plan });
    const name = nameOf(currency, timeZone);
    const ctx = contextOf(account);
    const { value: mirror } = await record(`create ${name}`, sales.create, { plan, facts: NO_FACTS }, ctx);
    expect(mirror.packages.map(({ packageId }) => packageId)).toEqual(plan.packages.map(({ packageId }) => packageId));
    const { value: read } = await record(`read ${name}`, sales.read, mirror, ctx);
    expect(read.campaign).toMatchObject({ id: mirror.campaign.id, configured: "active" });
    bought.set(name, read);
  }

  test.each(CURRENCIES)(
    "in %s, by the clocks of %s, days that are no 24 hours are reported, and a word that nobody knows changes nothing",
    async (currency, timeZone) => {
      if (!sales) return;
      const account = accountFor(currency, timeZone);
      const name = nameOf(currency, timeZone);
      const read = bought.get(name);
      if (!read) throw new Error(`nothing was bought in ${name}`);
      const mirror = read;
      const days = { startDay: "2026-10-21", endDay: "2026-11-07", mirror };
      const { value: report } = await record(`report ${name}`, sales.report, days, contextOf(account));
      const rows = report.rows.map(({ packageRemoteId, day }) => `${packageRemoteId} ${day}`);
      expect(new Set(rows).size).toBe(rows.length);
      for (const { day } of report.rows) expect(day >= days.startDay && day <= days.endDay).toBe(true);

      for (const id of [mirror.campaign.id, ...mirror.packages.map((part) => part.id)])
        simulated.controls.disguise(id, unknown);
      const { value: strange } = await player.finish(sales.read, read, contextOf(account));
      const kept = lastKnown(read, strange);
      expect(kept.campaign).toMatchObject({ configured: read.campaign.configured, delivery: read.campaign.delivery });
      expect(kept.packages).toMatchObject(read.packages.map(({ configured }) => ({ configured })));
      const [word] = Object.values(unknown).flat();
      expect(kept.campaign.raw).toContain(word);
    },
  );

  test("whatever prefix of an exchange is replayed from what was stored, it goes on to the same end", () => {
    expect(recorded.length).toBeGreaterThan(CURRENCIES.length);
    for (const [name, job, , ctx, { sent, end }] of recorded)
      for (let from = 0; from < sent.length; from += 1) {
        let step = JSON.parse(JSON.stringify(sent[from]?.step));
        for (const { step: before, reply } of sent.slice(from)) {
          expect([name, step]).toEqual([name, JSON.parse(JSON.stringify(before))]);
          step = JSON.parse(JSON.stringify(job.next(step.state, reply, ctx)));
        }
        expect([name, from, step]).toEqual([name, from, JSON.parse(JSON.stringify(end))]);
      }
  });

  test("a broken answer to any request is told as an error, and no write is taken for done by it", () => {
    for (const [name, job, , ctx, { sent }] of recorded)
      for (const { step } of sent)
        for (const text of BROKEN)
          for (const status of [200, 500]) {
            const next = job.next(step.state, { status, headers: {}, text }, ctx);
            const came = next.do === "fail" ? REMEDY[next.error.kind] : next.do;
            expect(`${name} ${came}`).toMatch(/ (again|unknown|renew|end|refuse|done|send|wait)$/);
            const isWrite = step.request.effect !== "read" && status === 500;
            expect([name, isWrite ? next.do : "fail"]).toEqual([name, "fail"]);
          }
  });

  test("nobody off the list is called, each under a limit; nothing is made twice, or enabled before it was read", () => {
    const { hosts, buckets } = adapter.describe;
    for (const [, , , , { sent }] of recorded)
      for (const { step } of sent) {
        const { href } = addressOf(step.request, hosts, { sandbox: false });
        expect(href).toMatch(/^https:\/\//);
        expect(buckets.map(({ name }) => name)).toContain(step.request.bucket);
        expect(JSON.stringify(step.request)).not.toContain(simulated.application?.clientSecret ?? "none");
      }
    const { ledger } = simulated;
    expect([ledger.twice(), ledger.orphans(), ledger.enabledUnread(), ledger.ignored]).toEqual([[], [], [], []]);
  });
});
