import { compare } from "../../../ground/kernel/money.ts";
import { CAMPAIGN, type Level, type Levels } from "../kit/levels/levels.ts";
import { textAt } from "../kit/read.ts";
import { campaignFields, changeable, groupFields, timeOf } from "./bodies.ts";
import { readTiktok, readTiktokId, readTiktokList, readTiktokOne } from "./errors.ts";
import { tiktokList, tiktokPost, WORDS } from "./requests.ts";
import { entityOf, reviewOf } from "./states.ts";

/** The filter by parent for each list: all campaigns, a campaign's groups, a group's ads. */
const PARENTS: Readonly<Record<Level, string | null>> = { campaign: null, group: "campaign_ids", ad: "adgroup_ids" };

const idsOf = (level: Level) => `${WORDS[level]}_ids`;

/** Campaigns, ad groups and ads; a separate call switches them on and off. */
export const tiktokLevels: Levels = {
  displayName: "TikTok",
  createCampaign: (plan, ctx) => tiktokPost("campaign/create", "write", ctx, campaignFields(plan)),
  createGroup: (plan, part, ids, ctx) =>
    tiktokPost("adgroup/create", "write", ctx, groupFields(plan, part, ids[CAMPAIGN] ?? "")),
  readId: readTiktokId,
  get: (level, id, ctx) => tiktokList(`${WORDS[level]}/get`, ctx, { filtering: { [idsOf(level)]: [id] } }),
  readOne: readTiktokOne,
  list(level, parent, ctx) {
    const filter = PARENTS[level];
    return tiktokList(`${WORDS[level]}/get`, ctx, filter === null ? {} : { filtering: { [filter]: [parent] } });
  },
  readList: readTiktokList,
  entity: entityOf,
  holds(raw, { budget }) {
    const held = textAt(raw, "budget");
    return held !== undefined && /^\d+(\.\d+)?$/.test(held) && compare(held, budget) === 0;
  },
  review: reviewOf,
  changeCampaign: (id, { paused }, ctx) => switching("campaign", id, paused ? "DISABLE" : "ENABLE", ctx),
  changeGroup: (id, part, ctx) =>
    tiktokPost("adgroup/update", "write", ctx, {
      adgroup_id: id,
      // If it has already begun, its start stays the same.
      ...(part.start > ctx.now && { schedule_start_time: timeOf(part.start) }),
      ...changeable(part),
    }),
  switchesApart: true,
  switch: (level, id, on, ctx) => switching(level, id, on ? "ENABLE" : "DISABLE", ctx),
  remove: (level, id, ctx) => switching(level, id, "DELETE", ctx),
  readDone: readTiktok,
};

function switching(
  level: Level,
  id: string,
  operation: "ENABLE" | "DISABLE" | "DELETE",
  ctx: Parameters<Levels["get"]>[2],
) {
  const fields = { [idsOf(level)]: [id], operation_status: operation };
  return tiktokPost(`${WORDS[level]}/status/update`, operation === "ENABLE" ? "spend" : "write", ctx, fields);
}
