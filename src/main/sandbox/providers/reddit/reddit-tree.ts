import type { z } from "zod";
import { type Call, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Ad, AdGroup, Campaign, Post } from "./reddit-bodies.ts";
import { accountOf, bodyOf, computeReddit, guarded, paged, type RedditNetwork, refuse } from "./reddit-network.ts";

interface Level {
  readonly what: "campaign" | "ad_group" | "ad";
  readonly many: string;
  readonly parent: "campaign_id" | "ad_group_id" | null;
  readonly body: z.ZodType;
}

const LEVELS: readonly Level[] = [
  { what: "campaign", many: "campaigns", parent: null, body: Campaign },
  { what: "ad_group", many: "ad_groups", parent: "campaign_id", body: AdGroup },
  { what: "ad", many: "ads", parent: "ad_group_id", body: Ad },
];
const PARENT_WHAT = { campaign_id: "campaign", ad_group_id: "ad_group" } as const;

export function treeRoutes(network: RedditNetwork): Routes {
  const { shelf } = network;
  const routes: Record<string, (call: Call) => Reply> = {};
  for (const level of LEVELS) {
    const path = `/api/v3/ad_accounts/{account}/${level.many}`;
    routes[`POST ${path}`] = guarded(network, (call) => create(network, call, level));
    routes[`GET ${path}`] = guarded(network, (call) => {
      const above = level.parent === null ? null : call.query.get(level.parent);
      const all = shelf
        .ofAccount(level.what, accountOf(network, call).id)
        .filter((kept) => above === null || kept.parent === above);
      return paged(
        call,
        all.map((kept) => viewOf(network, shelf.read(kept))),
      );
    });
    routes[`GET /api/v3/${level.many}/{id}`] = guarded(network, (call) =>
      respond(200, { data: viewOf(network, shelf.read(storedEntityOf(network, level, call))) }),
    );
    routes[`PATCH /api/v3/${level.many}/{id}`] = guarded(network, (call) => update(network, call, level));
  }
  return { ...routes, ...postRoutes(network) };
}

function storedEntityOf({ shelf }: RedditNetwork, { what }: Level, { params }: Call): StoredEntity {
  return shelf.get(what, params.id ?? "") ?? refuse(404, "Not Found");
}

/** ACTIVE by default [?]: the stricter assumption. Two entities may have the same name [?]. */
function create(network: RedditNetwork, call: Call, level: Level): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  const fields = bodyOf(network, level.body, call);
  check(network, account.id, level, fields);
  const parent = level.parent === null ? null : textOf(fields[level.parent]);
  const enabled = (fields.configured_status ?? "ACTIVE") === "ACTIVE";
  const kept = shelf.add({
    what: level.what,
    id: stage.ids.digits(19),
    account: account.id,
    parent,
    name: textOf(fields.name),
    enabled,
    fields,
  });
  if (level.what === "ad")
    stage.review.handIn(
      kept.id,
      `${kept.name ?? ""} ${shelf.get("post", textOf(fields.post_id))?.name ?? ""}`,
      stage.now(),
    );
  computeReddit(network);
  return respond(201, { data: viewOf(network, kept) });
}

function check({ shelf }: RedditNetwork, account: string, { what, parent }: Level, fields: WireObject): void {
  if (parent !== null && !shelf.get(PARENT_WHAT[parent], textOf(fields[parent]), account))
    refuse(404, `${parent} was not found`);
  if (what === "ad" && !shelf.get("post", textOf(fields.post_id))) refuse(404, "post_id was not found");
  if (what !== "ad_group") return;
  const campaign = shelf.get("campaign", textOf(fields.campaign_id));
  const shared = campaign?.fields.is_campaign_budget_optimization === true;
  if (!shared && typeof fields.goal_value !== "bigint")
    refuse(400, "goal_value is required without campaign budget optimization");
}

function update(network: RedditNetwork, call: Call, level: Level): Reply {
  const { shelf } = network;
  const kept = storedEntityOf(network, level, call);
  const fields = bodyOf(network, level.body, call, kept.fields);
  check(network, kept.account, level, fields);
  const changed = shelf.change(kept.id, {
    fields,
    name: textOf(fields.name),
    enabled: (fields.configured_status ?? "ACTIVE") === "ACTIVE",
  });
  if (fields.configured_status === "DELETED") shelf.remove(kept.id);
  computeReddit(network);
  return respond(200, { data: viewOf(network, changed) });
}

/** [T]; the name of the field that gives the reason is [K]. */
function viewOf(network: RedditNetwork, kept: StoredEntity): WireObject {
  const { stage } = network;
  const verdict = kept.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : null;
  const why = verdict?.state === "rejected" ? { rejection_reason: verdict.reason } : {};
  const configured = kept.fields.configured_status ?? "ACTIVE";
  const times = { created_at: kept.madeAt.toISOString(), modified_at: kept.changedAt.toISOString() };
  const campaign =
    kept.what === "ad" ? { campaign_id: network.shelf.find("ad_group", kept.parent ?? "")?.parent ?? "" } : {};
  return stage.shown(kept.id, {
    ...kept.fields,
    ...campaign,
    id: kept.id,
    ad_account_id: kept.account,
    configured_status: configured,
    effective_status: effectiveOf(network, kept),
    ...why,
    ...times,
  });
}

function effectiveOf({ stage, shelf, accounts }: RedditNetwork, kept: StoredEntity): string {
  const configured = textOf(kept.fields.configured_status ?? "ACTIVE");
  if (configured !== "ACTIVE") return configured;
  const group =
    kept.what === "ad" ? shelf.find("ad_group", kept.parent ?? "") : kept.what === "ad_group" ? kept : undefined;
  const campaign = group ? shelf.find("campaign", group.parent ?? "") : undefined;
  if (campaign?.enabled === false) return "CAMPAIGN_PAUSED";
  if (kept.what === "ad" && group?.enabled === false) return "AD_GROUP_PAUSED";
  const approval = accounts.find(({ id }) => id === kept.account)?.view.admin_approval;
  if (approval === "NEEDS_ID_VERIFICATION") return "PENDING_ID_VERIFICATION";
  const { state } = kept.what === "ad" ? stage.review.verdict(kept.id, stage.now()) : { state: "approved" };
  if (state !== "approved") return state === "pending" ? "PENDING_APPROVAL" : "REJECTED";
  const end = group?.fields.end_time;
  return typeof end === "string" && new Date(end) <= stage.now() ? "COMPLETED" : "ACTIVE";
}

/** A post must exist first, under a profile [T]. */
function postRoutes(network: RedditNetwork): Routes {
  const { stage, shelf, profiles } = network;
  return {
    "POST /api/v3/profiles/{profile}/posts": guarded(network, (call) => {
      const profile = profiles.find(({ id }) => id === call.params.profile);
      if (!profile) return refuse(404, "The profile was not found");
      const fields = bodyOf(network, Post, call);
      const kept = shelf.add({
        what: "post",
        id: `t3_${stage.ids.hex(9)}`,
        account: textOf(profile.ad_account_id),
        parent: null,
        name: textOf(fields.headline),
        enabled: false,
        fields,
      });
      return respond(201, { data: { ...fields, id: kept.id, profile_id: textOf(profile.id) } });
    }),
    "GET /api/v3/profiles/{profile}/posts": guarded(network, (call) =>
      paged(
        call,
        shelf.all("post").map((kept) => ({ ...kept.fields, id: kept.id })),
      ),
    ),
    "GET /api/v3/posts/{id}": guarded(network, ({ params }) => {
      const post = shelf.get("post", params.id ?? "");
      return post ? respond(200, { data: { ...shelf.read(post).fields, id: post.id } }) : refuse(404, "Not Found");
    }),
  };
}
