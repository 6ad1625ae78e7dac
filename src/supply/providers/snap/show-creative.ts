import type { AnyJob, JobContext } from "../contract/job.ts";
import type { PlannedCreative, Review, ShownCreative } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { accountIn } from "../kit/account.ts";
import { cut, tagged } from "../kit/lookup-tag.ts";
import { jsonText, readLossless, type Writable } from "../kit/lossless.ts";
import { isRecord, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { type Tree, type TreeNode, treeJob } from "../kit/tree.ts";
import { firstPage, foundByTag, idIn } from "./create-buy.ts";
import { readItems, readSnap } from "./errors.ts";
import { encoded, snapJson, snapRequest } from "./requests.ts";
import { reviewOf } from "./states.ts";

const LONGEST_NAME = 375;
const LONGEST_HEADLINE = 34;
const LONGEST_BRAND = 25;

/** The same creative in the same package is one ad, however often it is requested; another version has another tag. */
function tagFor({ packageId, creativeId }: PlannedCreative): string {
  return `[oa:${packageId}:${creativeId}]`;
}

function node(
  key: string,
  [kind, list, item]: readonly [string, string, string],
  path: (input: PlannedCreative, ctx: JobContext) => string,
  body: (input: PlannedCreative, ids: Readonly<Record<string, string>>, ctx: JobContext) => Writable,
): TreeNode<PlannedCreative> {
  const name = (input: PlannedCreative) => tagged(input.name, tagFor(input), LONGEST_NAME);
  return {
    key,
    kind,
    create: (input, ids, ctx) =>
      snapJson("POST", path(input, ctx), "write", {
        [list]: [{ name: name(input), ...asRecord(body(input, ids, ctx)) }],
      }),
    readId: (reply) => idIn(reply, list, item),
    find: (input, _, ctx) => firstPage(path(input, ctx)),
    readFound: (reply, input) => foundByTag(reply, [list, item], tagFor(input)),
  };
}

function asRecord(body: Writable): object {
  return typeof body === "object" && body !== null ? body : {};
}

const underAccount = (what: string) => (_: PlannedCreative, ctx: JobContext) =>
  `/adaccounts/${encoded(accountIn(ctx).externalAccountId)}/${what}`;

const mediaNode = node("media", ["media", "media", "media"], underAccount("media"), ({ assets }, _, ctx) => ({
  ad_account_id: accountIn(ctx).externalAccountId,
  type: assets.media?.kind === "video" ? "VIDEO" : "IMAGE",
}));

/** The file of a media object; uploading it twice has no further effect. */
const uploadNode: TreeNode<PlannedCreative> = {
  key: "upload",
  kind: "upload",
  create: ({ assets }, ids) =>
    snapRequest("POST", `/media/${encoded(ids["media"] ?? "")}/upload`, "write", {
      body: {
        kind: "multipart",
        parts: assets.media
          ? [
              {
                name: "file",
                file: assets.media.url,
                filename: assets.media.filename,
                contentType: assets.media.contentType,
              },
            ]
          : [],
      },
    }),
  readId(reply) {
    const body = readSnap(reply);
    if (!body.ok) return body;
    if (textAt(body.value, "request_status") !== undefined) return ok("uploaded");
    return failed(fault("unreadable", "Snap does not say that it has the file", { provider: { http: reply.status } }));
  },
  find: (_, ids) => snapRequest("GET", `/media/${encoded(ids["media"] ?? "")}`, "read"),
  readFound(reply) {
    const items = readItems(reply, "media", "media");
    if (!items.ok) return items;
    const status = textAt(items.value[0], "media_status");
    return ok(status === "READY" ? { kind: "found", id: "uploaded" } : { kind: "absent" });
  },
};

const creativeNode = node(
  "creative",
  ["creative", "creatives", "creative"],
  underAccount("creatives"),
  ({ assets }, ids, ctx) => ({
    ad_account_id: accountIn(ctx).externalAccountId,
    type: assets.clickUrl === null ? "SNAP_AD" : "WEB_VIEW",
    top_snap_media_id: ids["media"] ?? "",
    headline: cut(assets.headline, LONGEST_HEADLINE),
    brand_name: cut(assets.brandName, LONGEST_BRAND),
    shareable: true,
    ...(assets.clickUrl !== null && { call_to_action: "MORE", web_view_properties: { url: assets.clickUrl } }),
  }),
);

const adNode = node(
  "ad",
  ["ad", "ads", "ad"],
  ({ packageRemoteId }) => `/adsquads/${encoded(packageRemoteId)}/ads`,
  ({ assets, packageRemoteId }, ids) => ({
    ad_squad_id: packageRemoteId,
    creative_id: ids["creative"] ?? "",
    type: assets.clickUrl === null ? "SNAP_AD" : "REMOTE_WEBPAGE",
    status: "PAUSED",
  }),
);

const showTree: Tree<PlannedCreative, string> = {
  nodes: () => [mediaNode, uploadNode, creativeNode, adNode],
  checks: () => [
    {
      request: (_, ids) => snapRequest("GET", `/ads/${encoded(ids["ad"] ?? "")}`, "read"),
      read(reply, _, ids) {
        const items = readItems(reply, "ads", "ad");
        if (!items.ok) return items;
        if (textAt(items.value[0], "id") === ids["ad"]) return ok(null);
        return failed(fault("unreadable", "Snap does not show the ad that was created"));
      },
    },
  ],
  switches: ({ name, ...input }) => [
    {
      request: (_, ids, ctx) => {
        const body = adNode.create({ name, ...input }, ids, ctx).body;
        const made = body?.kind === "json" ? readLossless(body.text) : undefined;
        const [ad] = isRecord(made) && Array.isArray(made["ads"]) ? made["ads"] : [];
        const whole = { ...(isRecord(ad) ? ad : {}), id: ids["ad"] ?? "", status: "ACTIVE" };
        return snapJson("PUT", `/adsquads/${encoded(input.packageRemoteId)}/ads`, "spend", { ads: [whole] });
      },
      read: (reply) => readItems(reply, "ads", "ad"),
    },
  ],
  finish: (_, ids) => jsonText({ ad: ids["ad"] ?? "", media: ids["media"] ?? "", creative: ids["creative"] ?? "" }),
};

const shown = treeJob(showTree);

/**
 * Creates the media object, its file, the creative and a paused ad, checks the ad, and enables it in its squad, whether
 * or not that is running.
 */
export const showCreative: AnyJob<PlannedCreative, ShownCreative> = {
  start: (input, ctx) => asShown(shown.start(input, ctx)),
  next: (state, reply, ctx) => asShown(shown.next(state, reply, ctx)),
};

function asShown(step: ReturnType<typeof shown.start>): ReturnType<typeof showCreative.start> {
  if (step.do !== "done") return step;
  const ids = readLossless(step.value);
  const ref = (kind: string) => ({ kind, id: textAt(ids, kind) ?? "" });
  const review: Review = { approval: "pending_review", reason: null, raw: "" };
  return { do: "done", value: { adId: textAt(ids, "ad") ?? "", refs: [ref("media"), ref("creative")], review } };
}

interface Switching {
  readonly ad: string;
}

type SwitchInput = { readonly adId: string; readonly packageRemoteId: string; readonly on: boolean };

/** Makes an ad run or stop; the whole ad is sent. */
export const switchAd = sequence<SwitchInput, Switching, Review>(
  (): readonly Link<SwitchInput, Switching>[] => [
    {
      request: ({ adId }) => snapRequest("GET", `/ads/${encoded(adId)}`, "read"),
      read(reply, known) {
        const items = readItems(reply, "ads", "ad");
        return items.ok ? ok({ known: { ...known, ad: jsonText(items.value[0] ?? {}) } }) : items;
      },
    },
    {
      request({ packageRemoteId, on }, { ad }) {
        const before = readLossless(ad);
        const whole = { ...(isRecord(before) ? before : {}), status: on ? "ACTIVE" : "PAUSED" };
        const effect = on ? "spend" : "write";
        return snapJson("PUT", `/adsquads/${encoded(packageRemoteId)}/ads`, effect, { ads: [whole] });
      },
      read(reply, known) {
        const items = readItems(reply, "ads", "ad");
        return items.ok ? ok({ known: { ...known, ad: jsonText(items.value[0] ?? {}) } }) : items;
      },
    },
  ],
  () => ({ ad: "" }),
  ({ ad }) => reviewOf(readLossless(ad) ?? {}),
);
