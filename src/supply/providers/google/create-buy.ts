import type { RemoteRef } from "../contract/job.ts";
import type { Plan, RemoteBuy } from "../contract/plan.ts";
import { failed, fault, ok, type ProviderError } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { tagOf } from "../kit/lookup-tag.ts";
import type { Lossless } from "../kit/lossless.ts";
import { type PairId, pairOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { creation, placesOf, updating } from "./bodies.ts";
import { readGoogle } from "./errors.ts";
import {
  containing,
  customerPath,
  lastIdIn,
  listOf,
  mutate,
  namesIn,
  readMutated,
  readPage,
  search,
} from "./requests.ts";
import { mannerOf } from "./templates.ts";

interface Input {
  readonly plan: Plan;
  readonly facts: Facts;
}

interface Making {
  /** The ids by package: empty before the call, and complete after it, because the call is atomic. */
  readonly made: Readonly<Record<string, PairId>>;
  /** Whether Google already said once that it exists although it was not found; a second time counts as an error. */
  readonly doubted: boolean;
}

type MakingLink = Link<Input, Making>;

const make: MakingLink = {
  request: ({ plan }, _, ctx) => mutate(ctx, "write", creation(plan, ctx)),
  read(reply, known, { plan }) {
    const body = readGoogle(reply);
    // Equal names are refused [K], so an earlier call that was slow but not lost has created it.
    if (!body.ok && body.error.kind === "conflict" && !known.doubted)
      return ok({ known: { ...known, doubted: true }, doubtful: true });
    if (!body.ok) return body;
    const made = madeIn(body.value, plan);
    return made
      ? ok({ known: { ...known, made } })
      : failed(unreadable("Google's answer does not say what was created"));
  },
  lost: {
    request: ({ plan }, _, ctx) =>
      search(
        ctx,
        // The tags of its packages have the same beginning.
        `SELECT campaign.id, campaign.name, ad_group.id FROM ad_group WHERE campaign.name LIKE ${containing(`[oa:${plan.mediaBuyId}:`)} AND campaign.status != 'REMOVED'`,
      ),
    read(reply, known, { plan }) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const made = Object.fromEntries(
        plan.packages.flatMap(({ packageId }) => {
          const tag = tagOf(plan.mediaBuyId, packageId);
          const row = found.value.rows.find((one) => textAt(one, "campaign", "name")?.endsWith(tag));
          const [campaignId, lineId] = [textAt(row, "campaign", "id"), textAt(row, "adGroup", "id")];
          return campaignId === undefined || lineId === undefined ? [] : [[packageId, { campaignId, lineId }]];
        }),
      );
      const count = Object.keys(made).length;
      if (count === plan.packages.length) return ok({ known: { ...known, made } });
      return count === 0 ? ok({ known, again: true }) : failed(unreadable("Google has only part of what was created"));
    },
  },
};

function unreadable(message: string): ProviderError {
  return fault("unreadable", message);
}

/** A package's campaign and ad group have the same name as its budget, in the order of the plan. */
function madeIn(body: Lossless, { packages }: Plan): Making["made"] | undefined {
  const names = namesIn(body);
  const of = (collection: string) => names.filter((name) => name.includes(`/${collection}/`)).map(lastIdIn);
  const [campaigns, adGroups] = [of("campaigns"), of("adGroups")];
  if (campaigns.length !== packages.length || adGroups.length !== packages.length) return undefined;
  return Object.fromEntries(
    packages.map(({ packageId }, at) => [packageId, { campaignId: campaigns[at] ?? "", lineId: adGroups[at] ?? "" }]),
  );
}

type Level = "campaign" | "ad_group";

const ID_OF = { campaign: "campaignId", ad_group: "lineId" } as const;
const KEY_OF = { campaign: "campaign", ad_group: "adGroup" } as const;

/** Checks that everything exists, under its own name, and is paused. */
function checkPaused(level: Level): MakingLink {
  return {
    request: (_, { made }, ctx) => {
      const ids = listOf(Object.values(made).map((pair) => pair[ID_OF[level]]));
      return search(ctx, `SELECT ${level}.id, ${level}.status FROM ${level} WHERE ${level}.id IN ${ids}`);
    },
    read(reply, known) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const paused = found.value.rows.flatMap((row) =>
        textAt(row, KEY_OF[level], "status") === "PAUSED" ? (textAt(row, KEY_OF[level], "id") ?? []) : [],
      );
      const isWhole = Object.values(known.made).every((pair) => paused.includes(pair[ID_OF[level]]));
      return isWhole ? ok({ known }) : failed(unreadable("Google shows something other than what was requested"));
    },
  };
}

/** Checks the countries, because without any it would be shown everywhere. */
function checkPlaces(level: Level): MakingLink {
  const kind = `${level}_criterion`;
  const criterion = level === "campaign" ? "campaignCriterion" : "adGroupCriterion";
  return {
    request: (_, { made }, ctx) => {
      const ids = listOf(Object.values(made).map((pair) => pair[ID_OF[level]]));
      return search(
        ctx,
        `SELECT ${kind}.location.geo_target_constant, ${level}.id FROM ${kind} WHERE ${level}.id IN ${ids}`,
      );
    },
    read(reply, known, { plan }) {
      const found = readPage(reply);
      if (!found.ok) return found;
      const isWhole = plan.packages
        .filter(({ templateId }) => mannerOf(templateId).placesAt === level)
        .every((part) => {
          const id = known.made[part.packageId]?.[ID_OF[level]];
          const places = found.value.rows.flatMap((row) =>
            textAt(row, KEY_OF[level], "id") === id
              ? (textAt(row, criterion, "location", "geoTargetConstant") ?? [])
              : [],
          );
          return placesOf(part).every((place) => places.includes(place));
        });
      return isWhole ? ok({ known }) : failed(unreadable("Google does not have the countries that were requested"));
    },
  };
}

/** Enables everything in one call, from the leaves to the roots. This is the only step that allows spending. */
const enable: MakingLink = {
  request({ plan }, { made }, ctx) {
    const path = customerPath(ctx);
    const status = { status: "ENABLED" };
    const running = plan.paused ? [] : plan.packages.filter(({ paused }) => !paused);
    return mutate(ctx, running.length > 0 ? "spend" : "write", [
      ...Object.values(made).map(({ lineId }) => updating("adGroup", `${path}/adGroups/${lineId}`, status)),
      ...running.map(({ packageId }) =>
        updating("campaign", `${path}/campaigns/${made[packageId]?.campaignId ?? ""}`, status),
      ),
    ]);
  },
  read(reply, known) {
    const body = readMutated(reply);
    return body.ok ? ok({ known }) : body;
  },
};

function links({ plan }: Input): readonly MakingLink[] {
  const levels = (["campaign", "ad_group"] as const).filter((level) =>
    plan.packages.some(({ templateId }) => mannerOf(templateId).placesAt === level),
  );
  return [make, checkPaused("campaign"), checkPaused("ad_group"), ...levels.map(checkPlaces), enable];
}

function mirrorOf({ plan }: Input, { made }: Making): RemoteBuy {
  const stateOf = (paused: boolean) => ({
    configured: paused ? ("paused" as const) : ("active" as const),
    delivery: "pending" as const,
    raw: paused ? "PAUSED" : "ENABLED",
  });
  return {
    campaign: { id: tagOf(plan.mediaBuyId), ...stateOf(plan.paused) },
    packages: plan.packages.map(({ packageId, paused }) => ({
      packageId,
      id: pairOf(made[packageId] ?? { campaignId: "", lineId: "" }),
      ...stateOf(plan.paused || paused),
      ads: [],
    })),
  };
}

export const createBuy = sequence<Input, Making, RemoteBuy>(
  links,
  () => ({ made: {}, doubted: false }),
  (known, input) => mirrorOf(input, known),
  ({ made }): readonly RemoteRef[] =>
    Object.values(made).map(({ campaignId }) => ({ kind: "campaign", id: campaignId })),
);
