import type { RemoteRef } from "../contract/job.ts";
import type { Plan, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { tagOf } from "../kit/lookup-tag.ts";
import { textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { campaignBody, setBody } from "./bodies.ts";
import { readEntity, readId } from "./errors.ts";
import { encoded, home, type ListProgress, lookUp, spotifyJson, spotifyRequest } from "./requests.ts";
import { DRAFT } from "./states.ts";

interface Input {
  readonly plan: Plan;
  readonly facts: Facts;
}

interface Making extends ListProgress {
  readonly campaignId: string;
  /** The ids of the ad sets, by package. */
  readonly sets: Readonly<Record<string, string>>;
}

type MakeLink = Link<Input, Making>;

const draftCampaign: MakeLink = {
  request: ({ plan }, _, ctx) => spotifyJson("POST", home(ctx, "drafts/campaigns"), "write", campaignBody(plan)),
  read(reply, known) {
    const id = readId(reply);
    return id.ok ? ok({ known: { ...known, campaignId: id.value } }) : id;
  },
  lost: lookUp({
    path: (_, __, ctx) => home(ctx, "drafts/campaigns"),
    key: "campaigns",
    tag: ({ plan }) => tagOf(plan.mediaBuyId),
    found: (known, campaignId) => ({ ...known, campaignId }),
  }),
};

function draftSet(part: PlannedPackage): MakeLink {
  const { packageId } = part;
  const found = (known: Making, id: string) => ({ ...known, sets: { ...known.sets, [packageId]: id } });
  return {
    request: ({ plan }, { campaignId }, ctx) =>
      spotifyJson("POST", home(ctx, "drafts/ad_sets"), "write", setBody(plan, part, campaignId, ctx)),
    read(reply, known) {
      const id = readId(reply);
      return id.ok ? ok({ known: found(known, id.value) }) : id;
    },
    lost: lookUp({
      path: (_, __, ctx) => home(ctx, "drafts/ad_sets"),
      key: "ad_sets",
      tag: ({ plan }) => tagOf(plan.mediaBuyId, packageId),
      found,
    }),
  };
}

/** Checks that it exists in its own campaign. */
function check(
  path: string,
  idOf: (known: Making) => string,
  parentOf: (known: Making) => string | undefined,
): MakeLink {
  return {
    request: (_, known, ctx) => spotifyRequest("GET", home(ctx, `drafts/${path}/${encoded(idOf(known))}`), "read"),
    read(reply, known) {
      const entity = readEntity(reply);
      if (!entity.ok) return entity;
      const parent = parentOf(known);
      const isOurs = parent === undefined || textAt(entity.value, "campaign_id") === parent;
      if (textAt(entity.value, "id") === idOf(known) && isOurs) return ok({ known });
      return failed(fault("unreadable", "Spotify shows something other than what was requested"));
    },
  };
}

/**
 * Creates a draft of the campaign and its ad sets. Nothing goes live until each ad set has an ad and everything has
 * been validated (adapters §8). See `publish.ts`.
 */
export const createBuy = sequence<Input, Making, RemoteBuy>(
  ({ plan: { packages } }) => [
    draftCampaign,
    ...packages.map(draftSet),
    check(
      "campaigns",
      ({ campaignId }) => campaignId,
      () => undefined,
    ),
    ...packages.map(({ packageId }) =>
      check(
        "ad_sets",
        ({ sets }) => sets[packageId] ?? "",
        ({ campaignId }) => campaignId,
      ),
    ),
  ],
  () => ({ campaignId: "", sets: {}, offset: 0 }),
  ({ campaignId, sets }, { plan }) => ({
    campaign: { id: campaignId, configured: plan.paused ? "paused" : "active", delivery: "pending", raw: DRAFT },
    packages: plan.packages.map(({ packageId, paused }) => ({
      packageId,
      id: sets[packageId] ?? "",
      configured: paused ? "paused" : "active",
      delivery: "pending",
      raw: DRAFT,
      ads: [],
    })),
  }),
  madeOf,
);

function madeOf({ campaignId, sets }: Making): readonly RemoteRef[] {
  const drafts = Object.values(sets).map((id) => ({ kind: "ad_sets", id }));
  return campaignId === "" ? drafts : [...drafts, { kind: "campaigns", id: campaignId }];
}
