import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { Conflict, Invalid, NotFound, TooLarge, Unavailable } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { pageOf } from "../../ground/kernel/query.ts";
import { assetLinks } from "./assets/asset-link.ts";
import { listTexts } from "./assets/store.ts";
import { claimChange, deleteCreative, getCreative, settleChange } from "./change-creative.ts";
import { claimCreation, gatherCreation, settleCreation } from "./create-creative.ts";
import type { Creative } from "./creative.ts";
import { CreativeRowView, CreativeView, viewOfCreative, viewOfRow } from "./creative-view.ts";
import { gatherSaving, homeOf } from "./save-creative.ts";
import { CampaignPath, CreativeChangeBody, CreativeListQuery, CreativePath, NewCreativeBody } from "./schema.ts";
import { type Home, listCreatives as list } from "./store.ts";
import { listSyncs } from "./sync-status/store.ts";
import { readTemplates, TemplatesView } from "./templates/read-templates.ts";

const ofCampaign = {
  api: "buyer",
  tag: "Creatives",
  params: CampaignPath,
  refs: { "params.campaignId": "campaign" },
} as const;

const ofCreative = {
  ...ofCampaign,
  path: "/campaigns/{campaignId}/creatives/{creativeId}",
  params: CreativePath,
  refs: { ...ofCampaign.refs, "params.creativeId": "creative" },
} as const;

const FILES =
  "Send JSON, or a form (multipart/form-data) whose part `metadata` is that JSON and whose other parts are files. A file's type " +
  "is detected from its bytes. Assets at URLs are fetched once and kept; `text_assets`, `url_asset` and `url_assets` need no file. A " +
  "creative with a `format_id` is checked against it as the format's seller describes it: every asset that is missing or has " +
  "the wrong size, duration or type is named in the refusal.";

export const createCreativeManifest = operation({
  ...ofCampaign,
  id: "createCreativeManifest",
  method: "post",
  path: "/campaigns/{campaignId}/creatives/create",
  summary: "Create a creative of a campaign, with its assets",
  description: `${FILES} Names are unique in a campaign: an existing name returns the existing creative, with \`already_exists\`, and changes nothing.`,
  access: "write",
  body: NewCreativeBody,
  files: true,
  answer: CreativeView,
  status: 201,
  errors: [Invalid, NotFound, TooLarge, Unavailable],
  audit: { resource: "CREATIVE", idIn: "creative_id" },
  claim: ({ params, body, files }, ctx) => claimCreation(ctx, params.campaignId, body, files),
  call: (creation, ctx) => gatherCreation(creation, ctx),
  async settle(creation, gathered, ctx) {
    const { home, creative, warnings, ignoredFiles } = await settleCreation(ctx, creation, gathered);
    const view = { ...(await viewOf(ctx, home, creative)), ...warningsOf(warnings) };
    return ignoredFiles === null ? view : { ...view, already_exists: true, ignored_files: ignoredFiles };
  },
});

const listing = {
  ...ofCampaign,
  method: "get",
  summary: "List a campaign's creatives with their assets",
  description: "Newest first. The manifest is only in the answer for a single creative, because it may be long.",
  access: "read",
  query: CreativeListQuery,
  paging: "take/skip",
  answer: z.object({ manifests: z.array(CreativeRowView), total: z.int() }),
  errors: [NotFound],
} as const;

export const listCreativeManifests = operation({
  ...listing,
  id: "listCreativeManifests",
  path: "/campaigns/{campaignId}/creativeManifest",
  handle: ({ params, query }, ctx) => rowsOf(ctx, params.campaignId, query),
});

export const listCreatives = operation({
  ...listing,
  id: "listCreatives",
  path: "/campaigns/{campaignId}/creatives",
  handle: ({ params, query }, ctx) => rowsOf(ctx, params.campaignId, query),
});

export const listCreativeTemplates = operation({
  ...ofCampaign,
  id: "listCreativeTemplates",
  method: "get",
  path: "/campaigns/{campaignId}/creatives/templates",
  summary: "List creative templates, and the formats that a campaign's products accept",
  access: "read",
  answer: TemplatesView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => readTemplates(ctx, (await homeOf(ctx, params.campaignId)).campaignId),
});

export const getCreativeManifest = operation({
  ...ofCreative,
  id: "getCreativeManifest",
  method: "get",
  summary: "Get a creative with its manifest",
  access: "read",
  answer: CreativeView,
  errors: [NotFound],
  handle: async ({ params }, ctx) => viewOf(ctx, await homeOf(ctx, params.campaignId), await getCreative(ctx, params)),
});

export const updateCreativeManifest = operation({
  ...ofCreative,
  id: "updateCreativeManifest",
  method: "put",
  summary: "Update a creative: only the fields in the body change",
  description: `${FILES} An entry of \`url_assets\` or \`text_assets\` replaces the asset in its slot.`,
  access: "write",
  body: CreativeChangeBody,
  files: true,
  answer: CreativeView,
  errors: [Invalid, NotFound, Conflict, TooLarge, Unavailable],
  audit: { resource: "CREATIVE" },
  claim: ({ params, body, files }, ctx) => claimChange(ctx, params, body, files),
  call: (saving, ctx) => gatherSaving(saving, ctx),
  async settle(saving, gathered, ctx) {
    const { creative, warnings } = await settleChange(ctx, saving, gathered);
    return { ...(await viewOf(ctx, saving.home, creative)), ...warningsOf(warnings) };
  },
});

export const deleteCreativeManifest = operation({
  ...ofCreative,
  id: "deleteCreativeManifest",
  method: "delete",
  summary: "Delete a creative and its assets",
  access: "write",
  answer: z.null(),
  status: 204,
  errors: [NotFound],
  audit: { resource: "CREATIVE" },
  async handle({ params }, ctx) {
    await deleteCreative(ctx, params);
    return null;
  },
});

async function rowsOf(ctx: Context, campaignId: string, query: z.output<typeof CreativeListQuery>) {
  const home = await homeOf(ctx, campaignId);
  const filter = { campaignId, search: query.search };
  const { customerId } = ctx.viewer;
  const { creatives, total } = await list(ctx.db, customerId, filter, pageOf(query));
  const syncs = await listSyncs(ctx.db, customerId, campaignId);
  const linkTo = assetLinks(ctx, home.flightEnd);
  return { manifests: creatives.map((creative) => viewOfRow(creative, home, { linkTo, syncs })), total };
}

async function viewOf(ctx: Context, home: Home, creative: Creative) {
  const { db, viewer } = ctx;
  const [texts, syncs] = await Promise.all([
    listTexts(db, viewer.customerId, [creative.creativeId]),
    listSyncs(db, viewer.customerId, creative.campaignId),
  ]);
  return viewOfCreative(creative, home, { texts, syncs, linkTo: assetLinks(ctx, home.flightEnd) });
}

function warningsOf(warnings: readonly string[]) {
  return warnings.length > 0 ? { warnings: [...warnings] } : {};
}
