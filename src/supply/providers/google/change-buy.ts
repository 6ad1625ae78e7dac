import type { JobContext } from "../contract/job.ts";
import type { Change, PlannedPackage, RemoteBuy, RemotePackage } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { alongside, campaignLinks, type Reading, unread } from "../kit/campaigns/read-campaigns.ts";
import { without } from "../kit/campaigns/whole-buy.ts";
import { partsOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { countriesOf, placesOf, placing, updates } from "./bodies.ts";
import { readGoogle } from "./errors.ts";
import { googleCampaigns, idsIn } from "./read-buy.ts";
import { customerPath, mutate, type Operation, readMutated, readPage, search } from "./requests.ts";
import { mannerOf } from "./templates.ts";

type ChangeRequest = Change & { readonly facts: Facts };

/** What is read before anything is written: the existing campaigns, their budgets, and each package's locations. */
interface Changing extends Reading {
  readonly budgets: Readonly<Record<string, string>>;
  readonly places: Readonly<Record<string, readonly Location[]>>;
  readonly doubted: boolean;
}

interface Location {
  /** The resource name of the criterion, with which it is removed. */
  readonly name: string;
  readonly target: string;
}

type ChangeLink = Link<ChangeRequest, Changing>;

const readBudgets: ChangeLink = {
  request: ({ mirror }, _, ctx) =>
    search(
      ctx,
      `SELECT campaign.id, campaign.campaign_budget FROM campaign WHERE campaign.id IN ${idsIn(mirror.packages, "campaignId")} AND campaign.status != 'REMOVED'`,
    ),
  read(reply, known) {
    const found = readPage(reply);
    if (!found.ok) return found;
    const budgets = Object.fromEntries(
      found.value.rows.flatMap((row) => {
        const id = textAt(row, "campaign", "id");
        return id === undefined ? [] : [[id, textAt(row, "campaign", "campaignBudget") ?? ""]];
      }),
    );
    return ok({ known: { ...known, budgets } });
  },
};

function readPlaces(level: "campaign" | "ad_group"): ChangeLink {
  const [kind, criterion, holder] =
    level === "campaign"
      ? ["campaign_criterion", "campaignCriterion", "campaign"]
      : ["ad_group_criterion", "adGroupCriterion", "adGroup"];
  const part = level === "campaign" ? "campaignId" : "lineId";
  return {
    request: ({ mirror }, _, ctx) =>
      search(
        ctx,
        `SELECT ${kind}.resource_name, ${kind}.location.geo_target_constant, ${level}.id FROM ${kind} WHERE ${level}.id IN ${idsIn(mirror.packages, part)}`,
      ),
    read(reply, known) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const places = Map.groupBy(
        found.value.rows.flatMap((row) => {
          const name = textAt(row, criterion, "resourceName");
          const target = textAt(row, criterion, "location", "geoTargetConstant");
          return name === undefined || target === undefined ? [] : { holder: textAt(row, holder, "id"), name, target };
        }),
        (one) => one.holder ?? "",
      );
      return ok({ known: { ...known, places: { ...known.places, ...Object.fromEntries(places) } } });
    },
  };
}

/** One call, which is atomic. If its answer is lost, the state is read again, and what still differs is requested once more. */
const write: ChangeLink = {
  request: (change, known, ctx) =>
    mutate(ctx, isSpending(change) ? "spend" : "write", operationsOf(change, known, ctx)),
  read(reply, known, change, ctx) {
    const body = operationsOf(change, known, ctx).length > 0 ? readMutated(reply) : readGoogle(reply);
    const isOvertaken = !body.ok && (body.error.kind === "not_found" || body.error.kind === "conflict");
    if (isOvertaken && !known.doubted) return ok({ known: { ...known, doubted: true }, again: "from_start" });
    return body.ok ? ok({ known }) : body;
  },
  lost: {
    request: readBudgets.request,
    read(...args) {
      const read = readBudgets.read(...args);
      return read.ok ? ok({ known: read.value.known, again: "from_start" }) : read;
    },
  },
};

function isSpending({ after, cancel }: Change): boolean {
  return cancel !== true && !after.paused && after.packages.some(({ paused }) => !paused);
}

interface ChangedPackage {
  readonly remote: RemotePackage;
  readonly budget: string;
  /** Absent if the package is removed. */
  readonly change?: readonly [before: PlannedPackage, after: PlannedPackage];
}

/** The packages that have changed; those that are gone are ignored. */
function touchedBy(
  { before, after, mirror, cancel, canceled }: ChangeRequest,
  { budgets }: Changing,
): readonly ChangedPackage[] {
  return mirror.packages.flatMap((remote): readonly ChangedPackage[] => {
    const budget = budgets[partsOf(remote.id).campaignId];
    if (budget === undefined) return [];
    if (cancel || canceled.includes(remote.packageId)) return [{ remote, budget }];
    const old = before.packages.find(({ packageId }) => packageId === remote.packageId);
    const part = after.packages.find(({ packageId }) => packageId === remote.packageId);
    if (!old || !part || (before.paused === after.paused && JSON.stringify(old) === JSON.stringify(part))) return [];
    return [{ remote, budget, change: [old, part] }];
  });
}

function operationsOf(asked: ChangeRequest, known: Changing, ctx: JobContext): readonly Operation[] {
  return touchedBy(asked, known).flatMap(({ remote, budget, change }): readonly Operation[] => {
    const { campaignId } = partsOf(remote.id);
    // A budget without a campaign costs nothing, and removing a campaign removes everything below it.
    if (!change) return [{ campaignOperation: { remove: `${customerPath(ctx)}/campaigns/${campaignId}` } }];
    return changesOf(change, { remote, budget, isPaused: asked.after.paused || change[1].paused }, known, ctx);
  });
}

interface PackageState {
  readonly remote: RemotePackage;
  readonly budget: string;
  readonly isPaused: boolean;
}

function changesOf(
  [old, part]: readonly [PlannedPackage, PlannedPackage],
  { remote, budget, isPaused }: PackageState,
  known: Changing,
  ctx: JobContext,
): readonly Operation[] {
  const { campaignId, lineId } = partsOf(remote.id);
  const names = {
    campaign: `${customerPath(ctx)}/campaigns/${campaignId}`,
    adGroup: `${customerPath(ctx)}/adGroups/${lineId}`,
    budget,
  };
  const isSame = countriesOf(old).join() === countriesOf(part).join();
  const moved = isSame ? [] : moves(part, names, known.places[placeHolderOf(part, remote)] ?? []);
  return [...moved, ...updates(old, part, isPaused, names, ctx)];
}

function placeHolderOf({ templateId }: PlannedPackage, { id }: RemotePackage): string {
  const { campaignId, lineId } = partsOf(id);
  return mannerOf(templateId).placesAt === "campaign" ? campaignId : lineId;
}

/** New locations are added before old ones are removed, because without any it would be shown everywhere. */
function moves(
  part: PlannedPackage,
  names: { readonly campaign: string; readonly adGroup: string },
  standing: readonly Location[],
): readonly Operation[] {
  const wanted = placesOf(part);
  const operation = mannerOf(part.templateId).placesAt === "campaign" ? "campaignCriterion" : "adGroupCriterion";
  return [
    ...wanted
      .filter((place) => !standing.some(({ target }) => target === place))
      .map((place) => placing(part, names, place)),
    ...standing
      .filter(({ target }) => !wanted.includes(target))
      .map(({ name }) => ({ [`${operation}Operation`]: { remove: name } })),
  ];
}

const reading = alongside<ChangeRequest, Changing>(campaignLinks(googleCampaigns, ({ mirror }) => mirror));

export const changeBuy = sequence<ChangeRequest, Changing, RemoteBuy>(
  (asked, known) => [
    readBudgets,
    readPlaces("campaign"),
    readPlaces("ad_group"),
    ...(touchedBy(asked, known).length > 0 ? [write] : []),
    ...reading,
  ],
  ({ mirror }) => ({ ...unread(mirror), budgets: {}, places: {}, doubted: false }),
  ({ mirror }, change) => without(mirror, change),
);
