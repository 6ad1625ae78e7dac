import type { AnyJob } from "../../contract/job.ts";
import type { PlannedPackage, RemoteBuy } from "../../contract/plan.ts";
import { failed, fault, ok } from "../../contract/provider-error.ts";
import { tagOf } from "../lookup-tag.ts";
import { type TreeCheck, type TreeNode, type TreeSwitch, treeJob } from "../tree.ts";
import { foundIn, idByTag } from "./found.ts";
import { type BuyInput, CAMPAIGN, type Levels, withEffect } from "./levels.ts";

/** Creates a campaign and its groups paused, reads them back, and enables them from the groups up to the campaign. */
export function createLevels(levels: Levels): AnyJob<BuyInput, RemoteBuy> {
  return treeJob<BuyInput, RemoteBuy>({
    nodes: ({ plan }) => [
      campaignNode(levels),
      ...(levels.needs ?? []),
      ...plan.packages.map((part) => groupNode(levels, part)),
    ],
    checks: ({ plan }) => [checkCampaign(levels), ...plan.packages.map((part) => checkGroup(levels, part))],
    switches: ({ plan }) => switches(levels, plan),
    finish: ({ plan }, ids) => ({
      campaign: made(ids[CAMPAIGN], plan.paused),
      packages: plan.packages.map(({ packageId, paused }) => ({ packageId, ...made(ids[packageId], paused), ads: [] })),
    }),
  });
}

function made(id: string | undefined, paused: boolean) {
  return { id: id ?? "", configured: paused ? "paused" : "active", delivery: "pending", raw: "made" } as const;
}

function campaignNode(levels: Levels): TreeNode<BuyInput> {
  return {
    key: CAMPAIGN,
    kind: CAMPAIGN,
    create: ({ plan }, _, ctx) => levels.createCampaign(plan, ctx),
    readId: (reply) => levels.readId(reply),
    find: (_, __, ctx) => levels.list("campaign", "", ctx),
    readFound: (reply, { plan }, _, ctx) =>
      foundIn(levels.readList(reply, levels.list("campaign", "", ctx)), idByTag(tagOf(plan.mediaBuyId))),
  };
}

function groupNode(levels: Levels, part: PlannedPackage): TreeNode<BuyInput> {
  const { packageId } = part;
  return {
    key: packageId,
    kind: "group",
    create: ({ plan }, ids, ctx) => levels.createGroup(plan, part, ids, ctx),
    readId: (reply) => levels.readId(reply),
    find: (_, ids, ctx) => levels.list("group", ids[CAMPAIGN] ?? "", ctx),
    readFound: (reply, { plan }, ids, ctx) =>
      foundIn(
        levels.readList(reply, levels.list("group", ids[CAMPAIGN] ?? "", ctx)),
        idByTag(tagOf(plan.mediaBuyId, packageId)),
      ),
  };
}

/** Checks that it exists, and that nothing in it can run. */
function checkCampaign(levels: Levels): TreeCheck<BuyInput> {
  return {
    request: (_, ids, ctx) => levels.get("campaign", ids[CAMPAIGN] ?? "", ctx),
    read(reply, _, ids) {
      const raw = levels.readOne(reply);
      if (!raw.ok) return raw;
      const seen = levels.entity(raw.value, "campaign");
      return seen?.id === ids[CAMPAIGN] && seen?.configured === "paused" ? ok(null) : notAsAsked(levels);
    },
  };
}

/** Checks that it exists in its own campaign, with its budget, and is paused. */
function checkGroup(levels: Levels, part: PlannedPackage): TreeCheck<BuyInput> {
  return {
    request: (_, ids, ctx) => levels.get("group", ids[part.packageId] ?? "", ctx),
    read(reply, _, ids, ctx) {
      const raw = levels.readOne(reply);
      if (!raw.ok) return raw;
      const seen = levels.entity(raw.value, "group");
      const isOurs = seen?.id === ids[part.packageId] && seen?.parent === ids[CAMPAIGN];
      return isOurs && seen?.configured === "paused" && levels.holds(raw.value, part, ctx)
        ? ok(null)
        : notAsAsked(levels);
    },
  };
}

export function notAsAsked<T>({ displayName }: Levels) {
  return failed<T>(fault("unreadable", `${displayName} shows something other than what was requested`));
}

function switches(levels: Levels, plan: BuyInput["plan"]): readonly TreeSwitch<BuyInput>[] {
  const on = (level: "campaign" | "group", key: string, effect: "write" | "spend"): TreeSwitch<BuyInput> => ({
    request: (_, ids, ctx) => withEffect(levels.switch(level, ids[key] ?? "", true, ctx), effect),
    read: (reply) => levels.readDone(reply),
  });
  const groups = plan.packages.filter(({ paused }) => !paused).map(({ packageId }) => on("group", packageId, "write"));
  return plan.paused ? groups : [...groups, on("campaign", CAMPAIGN, "spend")];
}
