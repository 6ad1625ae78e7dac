import type { AnyJob, JobContext } from "../contract/job.ts";
import type { Change, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { ok } from "../contract/provider-error.ts";
import { accountIn, microsOf } from "../kit/account.ts";
import { jsonText, readLossless, type Writable } from "../kit/lossless.ts";
import { isRecord } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readItems } from "./errors.ts";
import { type Reading, readLinks } from "./read-buy.ts";
import { encoded, snapJson, snapRequest } from "./requests.ts";

/** In addition to what is read at the end: the object that is about to be written, complete as it was read. */
interface Changing extends Reading {
  readonly entity: string;
}

type ChangeLink = Link<Change, Changing>;

/** Snap only accepts whole objects (adapters §7, K), so each is read, and written back with the changes. */
function rewrite(
  [kind, id]: readonly ["campaign" | "adsquad", string],
  path: (ctx: JobContext) => string,
  effect: "write" | "spend",
  fields: (ctx: JobContext) => Readonly<Record<string, Writable>>,
): ChangeLink[] {
  const list = `${kind}s`;
  return [
    {
      request: () => snapRequest("GET", `/${list}/${encoded(id)}`, "read"),
      read(reply, known) {
        const items = readItems(reply, list, kind);
        if (!items.ok) return items;
        return ok({ known: { ...known, entity: jsonText(items.value[0] ?? {}) } });
      },
    },
    {
      request(_, { entity }, ctx) {
        const before = readLossless(entity);
        const whole = { ...(isRecord(before) ? before : {}), ...fields(ctx) };
        return snapJson("PUT", path(ctx), effect, { [list]: [whole] });
      },
      read(reply, known) {
        const items = readItems(reply, list, kind);
        return items.ok ? ok({ known }) : items;
      },
    },
  ];
}

/** An object that is already gone counts as removed. */
function remove(kind: "campaign" | "adsquad", id: string): ChangeLink {
  return {
    request: () => snapRequest("DELETE", `/${kind}s/${encoded(id)}`, "write"),
    read(reply, known) {
      const items = readItems(reply, `${kind}s`, kind);
      return items.ok || items.error.kind === "not_found" ? ok({ known }) : items;
    },
  };
}

/** Whatever stops is written first, and whatever starts running last, so that nothing delivers with half of a change. */
function linksOf(change: Change): readonly ChangeLink[] {
  const { before, after, mirror, cancel, canceled } = change;
  const campaignId = mirror.campaign.id;
  if (cancel) return [remove("campaign", campaignId)];
  const squads = after.packages.flatMap((part) => squadLinks(change, part, campaignId));
  const removed = mirror.packages
    .filter(({ packageId }) => canceled.includes(packageId))
    .map(({ id }) => remove("adsquad", id));
  const moved = before.start !== after.start || before.end !== after.end || before.paused !== after.paused;
  const campaign = moved
    ? rewrite(
        ["campaign", campaignId],
        (ctx) => `/adaccounts/${encoded(accountIn(ctx).externalAccountId)}/campaigns`,
        after.paused ? "write" : "spend",
        () => ({ status: after.paused ? "PAUSED" : "ACTIVE", start_time: after.start, end_time: after.end }),
      )
    : [];
  return after.paused ? [...campaign, ...removed, ...squads] : [...removed, ...squads, ...campaign];
}

function squadLinks({ before, mirror }: Change, part: PlannedPackage, campaignId: string): ChangeLink[] {
  const remote = mirror.packages.find(({ packageId }) => packageId === part.packageId);
  const old = before.packages.find(({ packageId }) => packageId === part.packageId);
  if (!remote || !old || JSON.stringify(old) === JSON.stringify(part)) return [];
  return rewrite(
    ["adsquad", remote.id],
    () => `/campaigns/${encoded(campaignId)}/adsquads`,
    part.paused ? "write" : "spend",
    (ctx) => {
      const { currency } = accountIn(ctx);
      const countries = part.targeting.geo_countries ?? part.countries;
      return {
        status: part.paused ? "PAUSED" : "ACTIVE",
        lifetime_budget_micro: microsOf(part.budget, currency),
        start_time: part.start,
        end_time: part.end,
        targeting: { geos: countries.map((country) => ({ country_code: country.toLowerCase() })) },
        ...(part.bid !== null && {
          bid_strategy: "LOWEST_COST_WITH_MAX_BID",
          bid_micro: microsOf(part.bid, currency),
        }),
      };
    },
  );
}

const reading = readLinks<Change>(({ mirror }) => mirror);

export const changeBuy: AnyJob<Change, RemoteBuy> = sequence<Change, Changing, RemoteBuy>(
  (change, known) => [...linksOf(change), ...reading(change, known).map(saveEntity)],
  ({ mirror }) => ({ mirror, next: null, entity: "" }),
  ({ mirror }, { cancel, canceled }) => ({
    campaign: cancel ? { ...mirror.campaign, configured: "gone" } : mirror.campaign,
    packages: mirror.packages.map((part) =>
      cancel || canceled.includes(part.packageId) ? { ...part, configured: "gone" } : part,
    ),
  }),
);

function saveEntity({ request, read }: Link<Change, Reading>): ChangeLink {
  return {
    request,
    read(reply, known, input, ctx) {
      const found = read(reply, known, input, ctx);
      return found.ok ? ok({ ...found.value, known: { ...found.value.known, entity: "" } }) : found;
    },
  };
}
