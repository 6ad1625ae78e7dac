import { accountIn, microsOf } from "../kit/account.ts";
import { CAMPAIGN, type Level, type Levels } from "../kit/levels/levels.ts";
import { textAt } from "../kit/read.ts";
import { campaignFields, changeable, groupFields } from "./bodies.ts";
import { readEntity, readPage, readWritten, readWrittenId } from "./errors.ts";
import { pinterestJson, pinterestList, pinterestRequest, underAccount } from "./requests.ts";
import { entityOf, reviewOf } from "./states.ts";

const LISTS: Readonly<Record<Level, string>> = { campaign: "campaigns", group: "ad_groups", ad: "ads" };
const ABOVE: Readonly<Record<Exclude<Level, "campaign">, string>> = { group: "campaign_ids", ad: "ad_group_ids" };

/** Campaigns, ad groups and ads: all belong to the account, and are written as lists. */
export const pinterestLevels: Levels = {
  displayName: "Pinterest",
  createCampaign: (plan, ctx) =>
    pinterestJson("POST", underAccount(ctx, "campaigns"), "write", [campaignFields(plan, ctx)]),
  createGroup: (plan, part, ids, ctx) =>
    pinterestJson("POST", underAccount(ctx, "ad_groups"), "write", [groupFields(plan, part, ids[CAMPAIGN] ?? "", ctx)]),
  readId: readWrittenId,
  get: (level, id, ctx) =>
    pinterestRequest("GET", underAccount(ctx, `${LISTS[level]}/${encodeURIComponent(id)}`), "read"),
  readOne: readEntity,
  list: (level, parent, ctx) =>
    pinterestList(underAccount(ctx, LISTS[level]), level === "campaign" ? [] : [[ABOVE[level], parent]]),
  readList: readPage,
  entity: entityOf,
  holds: (raw, { budget }, ctx) =>
    textAt(raw, "budget_in_micro_currency") === microsOf(budget, accountIn(ctx).currency).toString(),
  review: reviewOf,
  changeCampaign: (id, { paused }, ctx) =>
    pinterestJson("PATCH", underAccount(ctx, "campaigns"), "write", [
      { ad_account_id: accountIn(ctx).externalAccountId, id, status: paused ? "PAUSED" : "ACTIVE" },
    ]),
  changeGroup: (id, part, ctx) =>
    pinterestJson("PATCH", underAccount(ctx, "ad_groups"), "write", [
      { id, status: part.paused ? "PAUSED" : "ACTIVE", ...changeable(part, ctx) },
    ]),
  switch: (level, id, on, ctx) =>
    pinterestJson("PATCH", underAccount(ctx, LISTS[level]), on ? "spend" : "write", [
      {
        ...(level === "campaign" && { ad_account_id: accountIn(ctx).externalAccountId }),
        id,
        status: on ? "ACTIVE" : "PAUSED",
      },
    ]),
  // Nothing can be deleted here, but an archived object never runs again [S].
  remove: (level, id, ctx) =>
    pinterestJson("PATCH", underAccount(ctx, LISTS[level]), "write", [
      {
        ...(level === "campaign" && { ad_account_id: accountIn(ctx).externalAccountId }),
        id,
        status: "ARCHIVED",
      },
    ]),
  readDone: readWritten,
};
