import { accountIn } from "../kit/account.ts";
import { unitsOf } from "../kit/buying.ts";
import type { Level, Levels } from "../kit/levels/levels.ts";
import { CAMPAIGN } from "../kit/levels/levels.ts";
import { textAt } from "../kit/read.ts";
import { adSetFields, campaignFields, changeable, instantOf } from "./bodies.ts";
import { readDone, readEntity, readMetaId, readMetaList } from "./errors.ts";
import { formOf } from "./money.ts";
import { metaForm, metaGet, metaList, metaRequest, underAccount } from "./requests.ts";
import { entityOf, FIELDS, reviewOf } from "./states.ts";

const pathOf = (id: string) => `/${encodeURIComponent(id)}`;

const EDGES: Readonly<Record<Exclude<Level, "campaign">, string>> = { group: "adsets", ad: "ads" };

/** Campaigns, ad sets and ads: each is an object of the graph, and is changed by posting the new fields to it. */
export const metaLevels: Levels = {
  displayName: "Meta",
  createCampaign: (plan, ctx) => metaForm(underAccount(ctx, "campaigns"), "write", campaignFields(plan, ctx)),
  createGroup: (plan, part, ids, ctx) =>
    metaForm(underAccount(ctx, "adsets"), "write", adSetFields(plan, part, ids[CAMPAIGN] ?? "", ctx)),
  readId: readMetaId,
  get: (level, id) => metaGet(pathOf(id), FIELDS[level]),
  readOne: readEntity,
  list: (level, parent, ctx) =>
    metaList(
      level === "campaign" ? underAccount(ctx, "campaigns") : `${pathOf(parent)}/${EDGES[level]}`,
      FIELDS[level],
    ),
  readList: (reply) => readMetaList(reply),
  entity: entityOf,
  holds(raw, { budget }, ctx) {
    const { currency } = accountIn(ctx);
    return textAt(raw, "lifetime_budget") === unitsOf(budget, currency, formOf(currency)).toString();
  },
  review: reviewOf,
  changeCampaign: (id, { paused }) => metaForm(pathOf(id), "write", { status: paused ? "PAUSED" : "ACTIVE" }),
  changeGroup: (id, part, ctx) =>
    metaForm(pathOf(id), "write", {
      status: part.paused ? "PAUSED" : "ACTIVE",
      // If it has already begun, its start stays the same.
      ...(part.start > ctx.now && { start_time: instantOf(part.start) }),
      ...changeable(part, ctx),
    }),
  switch: (_, id, on) => metaForm(pathOf(id), on ? "spend" : "write", { status: on ? "ACTIVE" : "PAUSED" }),
  remove: (_, id) => metaRequest("DELETE", pathOf(id), "write"),
  readDone,
};
