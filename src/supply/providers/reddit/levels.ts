import { accountIn, microsOf } from "../kit/account.ts";
import { CAMPAIGN, type Level, type Levels } from "../kit/levels/levels.ts";
import { textAt } from "../kit/read.ts";
import { campaignFields, changeable, groupFields } from "./bodies.ts";
import { readEntity, readEntityId, readPage } from "./errors.ts";
import { pixelNode } from "./facts.ts";
import { redditGet, redditJson, underAccount } from "./requests.ts";
import { entityOf, reviewOf } from "./states.ts";

const LISTS: Readonly<Record<Level, string>> = { campaign: "campaigns", group: "ad_groups", ad: "ads" };
const ABOVE: Readonly<Record<Exclude<Level, "campaign">, string>> = { group: "campaign_id", ad: "ad_group_id" };

const pathOf = (level: Level, id: string) => `/${LISTS[level]}/${encodeURIComponent(id)}`;

/** Campaigns, ad groups and ads: created below the account, and each changed at its own URL. */
export const redditLevels: Levels = {
  displayName: "Reddit",
  createCampaign: (plan, ctx) => redditJson("POST", underAccount(ctx, "campaigns"), "write", campaignFields(plan)),
  createGroup: (plan, part, ids, ctx) => {
    const under = { campaignId: ids[CAMPAIGN] ?? "", pixelId: ids["pixel"] ?? "" };
    return redditJson("POST", underAccount(ctx, "ad_groups"), "write", groupFields(plan, part, under, ctx));
  },
  needs: [pixelNode()],
  readId: readEntityId,
  get: (level, id) => redditGet(pathOf(level, id)),
  readOne: readEntity,
  list: (level, parent, ctx) =>
    redditGet(underAccount(ctx, LISTS[level]), level === "campaign" ? [] : [[ABOVE[level], parent]]),
  readList: (reply) => readPage(reply),
  entity: entityOf,
  holds: (raw, { budget }, ctx) => textAt(raw, "goal_value") === microsOf(budget, accountIn(ctx).currency).toString(),
  review: reviewOf,
  changeCampaign: (id, { paused }) =>
    redditJson("PATCH", pathOf("campaign", id), "write", { configured_status: paused ? "PAUSED" : "ACTIVE" }),
  changeGroup: (id, part, ctx) =>
    redditJson("PATCH", pathOf("group", id), "write", {
      configured_status: part.paused ? "PAUSED" : "ACTIVE",
      ...changeable(part, ctx),
    }),
  switch: (level, id, on) =>
    redditJson("PATCH", pathOf(level, id), on ? "spend" : "write", { configured_status: on ? "ACTIVE" : "PAUSED" }),
  remove: (level, id) => redditJson("PATCH", pathOf(level, id), "write", { configured_status: "DELETED" }),
  readDone: readEntity,
};
