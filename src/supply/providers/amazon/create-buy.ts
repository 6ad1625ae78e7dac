import type { ProviderReply } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import type { Plan, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { tagOf } from "../kit/lookup-tag.ts";
import type { Writable } from "../kit/lossless.ts";
import { pairOf } from "../kit/pair-id.ts";
import { textAt } from "../kit/read.ts";
import {
  type Found,
  type Ids,
  type Tree,
  type TreeCheck,
  type TreeNode,
  type TreeSwitch,
  treeJob,
} from "../kit/tree.ts";
import { adGroupBody, campaignBody, nameOf } from "./bodies.ts";
import { readWritten } from "./errors.ts";
import { modelRequest, named, query, readPage } from "./requests.ts";

interface Input {
  readonly plan: Plan;
  readonly facts: Facts;
}

const LEVELS = {
  campaigns: { what: "campaign", key: "campaignId" },
  adGroups: { what: "adGroup", key: "adGroupId" },
} as const;

type MadeLevel = keyof typeof LEVELS;

const keyOf = (level: MadeLevel, { packageId }: Pick<PlannedPackage, "packageId">) => `${level}:${packageId}`;

export function idIn(reply: ProviderReply, what: string, key: string): Result<string> {
  const items = readWritten(reply, what);
  if (!items.ok) return items;
  const id = textAt(items.value[0], key);
  return id === undefined ? failed(fault("unreadable", "no id came")) : ok(id);
}

/** Created one at a time, so that no batch is executed in part. Equal names make two separate objects at Amazon [?]. */
function node(
  level: MadeLevel,
  part: PlannedPackage,
  body: (input: Input, ids: Ids, ctx: JobContext) => Writable,
): TreeNode<Input> {
  const { what, key } = LEVELS[level];
  return {
    key: keyOf(level, part),
    kind: what,
    create: (input, ids, ctx) => modelRequest(ctx, "create", level, { [level]: [body(input, ids, ctx)] }, "write"),
    readId: (reply) => idIn(reply, what, key),
    find: ({ plan }, _, ctx) => query(ctx, level, named(nameOf(plan, part))),
    readFound(reply, { plan }): Result<Found> {
      const page = readPage(reply, level);
      if (!page.ok) return page;
      const own = page.value.items.find(
        (one) => textAt(one, "name") === nameOf(plan, part) && textAt(one, "state") !== "ARCHIVED",
      );
      const id = textAt(own, key);
      return ok(id === undefined ? { kind: "absent" } : { kind: "found", id });
    },
  };
}

/** Checks that everything exists and is paused. */
function check(level: MadeLevel): TreeCheck<Input> {
  const { key } = LEVELS[level];
  return {
    request: ({ plan }, ids, ctx) => query(ctx, level, { [`${key}Filter`]: { include: idsOf(level, plan, ids) } }),
    read(reply, { plan }, ids) {
      const page = readPage(reply, level);
      if (!page.ok) return page;
      const paused = page.value.items.flatMap((one) =>
        textAt(one, "state") === "PAUSED" ? (textAt(one, key) ?? []) : [],
      );
      return idsOf(level, plan, ids).every((id) => paused.includes(id))
        ? ok(null)
        : failed(fault("unreadable", "Amazon shows something other than what was requested"));
    },
  };
}

function idsOf(level: MadeLevel, { packages }: Pick<Plan, "packages">, ids: Ids): readonly string[] {
  return packages.map((part) => ids[keyOf(level, part)] ?? "");
}

function enable(level: MadeLevel, parts: readonly PlannedPackage[], effect: "write" | "spend"): TreeSwitch<Input> {
  const { what, key } = LEVELS[level];
  return {
    request: (_, ids, ctx) => {
      const items = idsOf(level, { packages: parts }, ids).map((id) => ({ [key]: id, state: "ENABLED" }));
      return modelRequest(ctx, "update", level, { [level]: items }, effect);
    },
    read: (reply) => readWritten(reply, what),
  };
}

const tree: Tree<Input, RemoteBuy> = {
  nodes: ({ plan }) =>
    plan.packages.flatMap((part) => [
      node("campaigns", part, (_, __, ctx) => campaignBody(plan, part, ctx)),
      node("adGroups", part, (_, ids) => adGroupBody(plan, part, ids[keyOf("campaigns", part)] ?? "")),
    ]),
  checks: () => [check("campaigns"), check("adGroups")],
  switches({ plan }) {
    const running = plan.paused ? [] : plan.packages.filter(({ paused }) => !paused);
    // Enabling the campaigns is the only step that allows spending.
    return [
      enable("adGroups", plan.packages, "write"),
      ...(running.length > 0 ? [enable("campaigns", running, "spend")] : []),
    ];
  },
  finish: ({ plan }, ids) => mirrorOf(plan, ids),
};

function mirrorOf(plan: Plan, ids: Ids): RemoteBuy {
  const stateOf = (paused: boolean) => ({
    configured: paused ? ("paused" as const) : ("active" as const),
    delivery: "pending" as const,
    raw: paused ? "PAUSED" : "ENABLED",
  });
  return {
    // At Amazon, the campaigns of a buy have nothing in common except the tag in their names.
    campaign: { id: tagOf(plan.mediaBuyId), ...stateOf(plan.paused) },
    packages: plan.packages.map((part) => ({
      packageId: part.packageId,
      id: pairOf({ campaignId: ids[keyOf("campaigns", part)] ?? "", lineId: ids[keyOf("adGroups", part)] ?? "" }),
      ...stateOf(plan.paused || part.paused),
      ads: [],
    })),
  };
}

export const createBuy = treeJob(tree);
