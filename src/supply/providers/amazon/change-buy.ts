import type { JobContext } from "../contract/job.ts";
import type { Change, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import { accountIn } from "../kit/account.ts";
import { alongside, campaignLinks, type Reading, unread } from "../kit/campaigns/read-campaigns.ts";
import { without } from "../kit/campaigns/whole-buy.ts";
import type { Lossless, Writable } from "../kit/lossless.ts";
import { partsOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { bidOf, budgetsOf } from "./bodies.ts";
import { dailyAfter } from "./daily-budget.ts";
import { readWritten } from "./errors.ts";
import { amazonCampaigns, filterOf } from "./read-buy.ts";
import { type Level, modelRequest, query, readPage } from "./requests.ts";

/** What is read before anything is written: the existing campaigns, and what each may spend per day from now on. */
interface Changing extends Reading {
  readonly living: readonly string[];
  readonly dailies: Readonly<Record<string, string>>;
}

type ChangeLink = Link<Change, Changing>;

const readDailies: ChangeLink = {
  request: ({ mirror }, _, ctx) => query(ctx, "campaigns", filterOf(mirror, "campaignId")),
  read(reply, known, change, ctx) {
    const page = readPage(reply, "campaigns");
    if (!page.ok) return page;
    const campaigns = page.value.items.filter((one) => textAt(one, "state") !== "ARCHIVED");
    const living = campaigns.flatMap((one) => textAt(one, "campaignId") ?? []);
    const dailies: Record<string, string> = {};
    for (const { campaignId, old, part } of movedIn(change, living)) {
      if (old.budget === part.budget && old.start === part.start && old.end === part.end) continue;
      const standing = campaigns.find((one) => textAt(one, "campaignId") === campaignId);
      const daily = dailyOfChange(standing, [old, part], ctx);
      if (!daily.ok) return daily;
      dailies[campaignId] = daily.value;
    }
    return ok({ known: { ...known, living, dailies } });
  },
};

function dailyOfChange(
  standing: Lossless | undefined,
  [old, part]: readonly [PlannedPackage, PlannedPackage],
  ctx: JobContext,
): Result<string> {
  const { timeZone, currency } = accountIn(ctx);
  const value = textAt(standing, "budgets", 0, "budgetValue", "monetaryBudgetValue", "monetaryBudget", "value");
  if (value === undefined)
    return failed(fault("unreadable", "Amazon's answer does not say what the campaign may spend"));
  const daily = dailyAfter(old, part, value, { now: ctx.now, timeZone, currency });
  if (daily !== undefined) return ok(daily);
  return failed(
    fault("below_minimum", "the remaining budget does not cover one day: raise the budget or choose fewer days", {
      field: "budget",
    }),
  );
}

interface Moved {
  readonly campaignId: string;
  readonly lineId: string;
  readonly old: PlannedPackage;
  readonly part: PlannedPackage;
}

/** The packages that continue and have changed. */
function movedIn({ before, after, mirror, cancel, canceled }: Change, living: readonly string[]): readonly Moved[] {
  return mirror.packages.flatMap(({ packageId, id }) => {
    const { campaignId, lineId } = partsOf(id);
    const old = before.packages.find((one) => one.packageId === packageId);
    const part = after.packages.find((one) => one.packageId === packageId);
    if (cancel || canceled.includes(packageId) || !living.includes(campaignId) || !old || !part) return [];
    const isSame = before.paused === after.paused && JSON.stringify(old) === JSON.stringify(part);
    return isSame ? [] : [{ campaignId, lineId, old, part }];
  });
}

/** Repeating the same update has no further effect. */
function update(
  level: Exclude<Level, "ads">,
  items: (change: Change, known: Changing) => readonly Readonly<Record<string, Writable>>[],
  effect: "write" | "spend",
): ChangeLink {
  return {
    request: (change, known, ctx) => modelRequest(ctx, "update", level, { [level]: items(change, known) }, effect),
    read(reply, known) {
      const written = readWritten(reply, level === "campaigns" ? "campaign" : "adGroup");
      return written.ok ? ok({ known }) : written;
    },
  };
}

function archivedBy({ mirror, cancel, canceled }: Change, { living }: Changing) {
  return mirror.packages
    .filter(({ packageId }) => cancel || canceled.includes(packageId))
    .map(({ id }) => partsOf(id).campaignId)
    .filter((campaignId) => living.includes(campaignId))
    .map((campaignId) => ({ campaignId, state: "ARCHIVED" }));
}

function biddenBy(change: Change, { living }: Changing) {
  return movedIn(change, living)
    .filter(({ old, part }) => old.bid !== part.bid)
    .map(({ lineId, part }) => ({ adGroupId: lineId, bid: bidOf(part.bid) }));
}

function campaignsOf(change: Change, { living, dailies }: Changing): readonly Readonly<Record<string, Writable>>[] {
  const { after } = change;
  return movedIn(change, living).map(({ campaignId, old, part }) => {
    const daily = dailies[campaignId];
    return {
      campaignId,
      state: after.paused || part.paused ? "PAUSED" : "ENABLED",
      ...(old.start !== part.start && { startDateTime: part.start }),
      ...(old.end !== part.end && { endDateTime: part.end }),
      ...(daily !== undefined && { budgets: budgetsOf(daily) }),
    };
  });
}

/** Whatever stops is written first, and whatever starts running last. */
function writesOf(change: Change, known: Changing): readonly ChangeLink[] {
  const runs = campaignsOf(change, known).some(({ state }) => state === "ENABLED");
  return [
    ...(archivedBy(change, known).length > 0 ? [update("campaigns", archivedBy, "write")] : []),
    ...(biddenBy(change, known).length > 0 ? [update("adGroups", biddenBy, "write")] : []),
    ...(campaignsOf(change, known).length > 0 ? [update("campaigns", campaignsOf, runs ? "spend" : "write")] : []),
  ];
}

const reading = alongside<Change, Changing>(campaignLinks(amazonCampaigns, ({ mirror }) => mirror));

export const changeBuy = sequence<Change, Changing, RemoteBuy>(
  (change, known) => [readDailies, ...writesOf(change, known), ...reading],
  ({ mirror }) => ({ ...unread(mirror), living: [], dailies: {} }),
  ({ mirror }, change) => without(mirror, change),
);
