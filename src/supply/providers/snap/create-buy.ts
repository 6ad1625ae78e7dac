import type { ProviderReply, ProviderRequest } from "../contract/http.ts";
import type { Plan, PlannedPackage, RemoteBuy } from "../contract/plan.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Facts } from "../contract/template.ts";
import { accountIn } from "../kit/account.ts";
import { tagOf } from "../kit/lookup-tag.ts";
import { readLossless } from "../kit/lossless.ts";
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
import { campaignBody, squadBody } from "./bodies.ts";
import { readItems } from "./errors.ts";
import { encoded, nextPage, snapJson, snapRequest } from "./requests.ts";

interface Input {
  readonly plan: Plan;
  readonly facts: Facts;
}

const CAMPAIGN = "campaign";

/** The first page of a list, in which a created object is found again by its name. */
export function firstPage(path: string): ProviderRequest {
  return snapRequest("GET", path, "read", { query: [["limit", "1000"]] });
}

export function foundByTag(reply: ProviderReply, [list, item]: readonly [string, string], tag: string): Result<Found> {
  const items = readItems(reply, list, item);
  if (!items.ok) return items;
  const hit = items.value.find(
    (entity) => textAt(entity, "name")?.endsWith(tag) && textAt(entity, "status") !== "DELETED",
  );
  const id = textAt(hit, "id");
  if (id !== undefined) return ok({ kind: "found", id });
  const more = nextPage(textAt(readLossless(reply.text), "paging", "next_link"));
  return ok(more ? { kind: "more", request: more } : { kind: "absent" });
}

export function idIn(reply: ProviderReply, list: string, item: string): Result<string> {
  const items = readItems(reply, list, item);
  if (!items.ok) return items;
  const id = textAt(items.value[0], "id");
  return id === undefined ? failed(fault("unreadable", "no id came", { provider: { http: reply.status } })) : ok(id);
}

const campaignNode: TreeNode<Input> = {
  key: CAMPAIGN,
  kind: "campaign",
  create: ({ plan }, _, ctx) =>
    snapJson("POST", `/adaccounts/${encoded(accountIn(ctx).externalAccountId)}/campaigns`, "write", {
      campaigns: [campaignBody(plan, ctx, "PAUSED")],
    }),
  readId: (reply) => idIn(reply, "campaigns", "campaign"),
  find: (_, __, ctx) => firstPage(`/adaccounts/${encoded(accountIn(ctx).externalAccountId)}/campaigns`),
  readFound: (reply, { plan }) => foundByTag(reply, ["campaigns", "campaign"], tagOf(plan.mediaBuyId)),
};

function squadNode(part: PlannedPackage): TreeNode<Input> {
  const path = (ids: Ids) => `/campaigns/${encoded(ids[CAMPAIGN] ?? "")}/adsquads`;
  return {
    key: part.packageId,
    kind: "adsquad",
    create: ({ plan }, ids, ctx) =>
      snapJson("POST", path(ids), "write", {
        adsquads: [squadBody(plan, part, ids[CAMPAIGN] ?? "", ctx, "PAUSED")],
      }),
    readId: (reply) => idIn(reply, "adsquads", "adsquad"),
    find: (_, ids) => firstPage(path(ids)),
    readFound: (reply, { plan }) => foundByTag(reply, ["adsquads", "adsquad"], tagOf(plan.mediaBuyId, part.packageId)),
  };
}

/** Checks that everything exists, under its own parent, and is paused. */
function checkOf(kind: "campaign" | "adsquad", key: string): TreeCheck<Input> {
  const list = `${kind}s`;
  return {
    request: (_, ids) => snapRequest("GET", `/${list}/${encoded(ids[key] ?? "")}`, "read"),
    read(reply, _, ids) {
      const items = readItems(reply, list, kind);
      if (!items.ok) return items;
      const [entity] = items.value;
      const isOurs = textAt(entity, "id") === ids[key];
      if (isOurs && textAt(entity, "status") === "PAUSED") return ok(null);
      return failed(fault("unreadable", "Snap shows something other than what was requested"));
    },
  };
}

/** Sends the whole object, because a PUT to Snap requires it; the plan contains everything it was created with. */
function switches({ plan }: Input): readonly TreeSwitch<Input>[] {
  const squads = plan.packages
    .filter(({ paused }) => !paused)
    .map(
      (part): TreeSwitch<Input> => ({
        request: (_, ids, ctx) => {
          const campaignId = ids[CAMPAIGN] ?? "";
          const body = { id: ids[part.packageId] ?? "", ...record(squadBody(plan, part, campaignId, ctx, "ACTIVE")) };
          return snapJson("PUT", `/campaigns/${encoded(campaignId)}/adsquads`, "write", { adsquads: [body] });
        },
        read: (reply) => readItems(reply, "adsquads", "adsquad"),
      }),
    );
  if (plan.paused) return squads;
  const campaign: TreeSwitch<Input> = {
    request: (_, ids, ctx) =>
      snapJson("PUT", `/adaccounts/${encoded(accountIn(ctx).externalAccountId)}/campaigns`, "spend", {
        campaigns: [{ id: ids[CAMPAIGN] ?? "", ...record(campaignBody(plan, ctx, "ACTIVE")) }],
      }),
    read: (reply) => readItems(reply, "campaigns", "campaign"),
  };
  return [...squads, campaign];
}

function record(body: ReturnType<typeof campaignBody>): object {
  return typeof body === "object" && body !== null ? body : {};
}

const tree: Tree<Input, RemoteBuy> = {
  nodes: ({ plan }) => [campaignNode, ...plan.packages.map(squadNode)],
  checks: ({ plan }) => [
    checkOf("campaign", CAMPAIGN),
    ...plan.packages.map(({ packageId }) => checkOf("adsquad", packageId)),
  ],
  switches,
  finish: ({ plan }, ids) => ({
    campaign: {
      id: ids[CAMPAIGN] ?? "",
      configured: plan.paused ? "paused" : "active",
      delivery: "pending",
      raw: plan.paused ? "PAUSED" : "ACTIVE",
    },
    packages: plan.packages.map(({ packageId, paused }) => ({
      packageId,
      id: ids[packageId] ?? "",
      configured: paused ? "paused" : "active",
      delivery: "pending",
      raw: paused ? "PAUSED" : "ACTIVE",
      ads: [],
    })),
  }),
};

export const createBuy = treeJob(tree);
