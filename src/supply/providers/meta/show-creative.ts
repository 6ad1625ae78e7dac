import type { ProviderReply } from "../contract/http.ts";
import type { CreativeAssets } from "../contract/plan.ts";
import { failed, fault, ok, type ProviderError, type Result } from "../contract/provider-error.ts";
import { foundIn, idByTag, lookedUp } from "../kit/levels/found.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { creativeName, creativeTag, showAd } from "../kit/levels/show-ad.ts";
import type { Writable } from "../kit/lossless.ts";
import { at, isRecord, textAt } from "../kit/read.ts";
import type { Found, Ids, TreeNode } from "../kit/tree.ts";
import { PAGES } from "./accounts.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { readMeta, readMetaId, readMetaList } from "./errors.ts";
import { metaLevels } from "./levels.ts";
import { metaForm, metaGet, metaList, metaRequest, underAccount } from "./requests.ts";

const NOT_READY_SECONDS = 5;

function refuse({ assets }: ShowInput): ProviderError | undefined {
  if (assets.clickUrl !== null) return undefined;
  return fault("invalid", "an ad needs a landing page: give it a click-through URL", { field: "creatives" });
}

/** Every ad is published under a Page: the account's first one, which is looked up if it is not known. */
const pageNode = lookedUp<ShowInput>(
  "page",
  () => PAGES,
  (reply) => {
    const found = foundIn(readMetaList(reply), (item) => textAt(item, "id"));
    if (!found.ok || found.value.kind !== "absent") return found;
    return failed(fault("setup_required", "ads need a Page that the consent covers: connect again and choose one"));
  },
);

/** An image is identified by its hash, so uploading it twice stores it once [K]. */
const imageNode: TreeNode<ShowInput> = {
  key: "image",
  kind: "image",
  create: uploadImage,
  readId: hashIn,
  find: uploadImage,
  readFound(reply) {
    const hash = hashIn(reply);
    return hash.ok ? ok({ kind: "found", id: hash.value }) : hash;
  },
};

function uploadImage({ assets: { media } }: ShowInput, _: Ids, ctx: Parameters<typeof underAccount>[0]) {
  const { url = "", filename = "", contentType = "" } = media ?? {};
  const parts = [{ name: "filename", file: url, filename, contentType }];
  return metaRequest("POST", underAccount(ctx, "adimages"), "write", { body: { kind: "multipart", parts } });
}

/** `{images: {"<file's name>": {hash, url}}}`. */
function hashIn(reply: ProviderReply): Result<string> {
  const body = readMeta(reply);
  if (!body.ok) return body;
  const images = at(body.value, "images");
  const [hash] = isRecord(images) ? Object.values(images).flatMap((image) => textAt(image, "hash") ?? []) : [];
  return hash === undefined ? failed(fault("unreadable", "the picture has no hash")) : ok(hash);
}

/** Meta fetches the file itself, so our size limits do not apply. */
const videoNode: TreeNode<ShowInput> = {
  key: "video",
  kind: "video",
  create: (input, _, ctx) => ({
    ...metaForm(underAccount(ctx, "advideos"), "write", {
      title: creativeName(input, LONGEST_NAME),
      file_url: input.assets.media?.url ?? "",
    }),
    host: "video",
  }),
  readId: readMetaId,
  find: (_, __, ctx) => metaList(underAccount(ctx, "advideos"), "id,title"),
  readFound: (reply, input) => foundIn(readMetaList(reply), idByTag(creativeTag(input), "title")),
};

/** A video first has to be processed, and then has a thumbnail. */
const readyNode = lookedUp<ShowInput>(
  "picture",
  (_, ids) => metaGet(`/${ids["video"] ?? ""}`, "id,status,picture"),
  (reply, _, __, asked): Result<Found> => {
    const body = readMeta(reply);
    if (!body.ok) return body;
    const status = textAt(body.value, "status", "video_status");
    if (status === "error") return failed(fault("invalid", "Meta cannot show this video", { field: "creatives" }));
    if (status !== "ready") return ok({ kind: "more", request: asked, waitSeconds: NOT_READY_SECONDS });
    return ok({ kind: "found", id: textAt(body.value, "picture") ?? "" });
  },
);

const creativeNode: TreeNode<ShowInput> = {
  key: "creative",
  kind: "creative",
  create: (input, ids, ctx) =>
    metaForm(underAccount(ctx, "adcreatives"), "write", {
      name: creativeName(input, LONGEST_NAME),
      object_story_spec: {
        page_id: input.facts.identities[0]?.id ?? ids["page"] ?? "",
        ...storyOf(input.assets, ids),
      },
    }),
  readId: readMetaId,
  find: (_, __, ctx) => metaList(underAccount(ctx, "adcreatives"), "id,name"),
  readFound: (reply, input) => foundIn(readMetaList(reply), idByTag(creativeTag(input))),
};

function storyOf({ media, headline, text, clickUrl }: CreativeAssets, ids: Ids): { readonly [name: string]: Writable } {
  const link = clickUrl ?? "";
  const action = { type: "LEARN_MORE", value: { link } };
  const message = text ?? undefined;
  if (media?.kind !== "video")
    return {
      link_data: { image_hash: ids["image"], link, name: headline ?? undefined, message, call_to_action: action },
    };
  const picture = ids["picture"];
  return {
    video_data: {
      video_id: ids["video"],
      ...(picture && { image_url: picture }),
      title: headline ?? undefined,
      message,
      call_to_action: action,
    },
  };
}

/** Creates the file, the creative and the ad. */
export const showCreative = showAd({
  levels: metaLevels,
  refuse,
  parts: ({ assets, facts }) => [
    ...(facts.identities.length > 0 ? [] : [pageNode]),
    ...(assets.media?.kind === "video" ? [videoNode, readyNode] : [imageNode]),
    creativeNode,
  ],
  createAd: (input, ids, ctx) =>
    metaForm(underAccount(ctx, "ads"), "write", {
      name: creativeName(input, LONGEST_NAME),
      adset_id: input.packageRemoteId,
      creative: { creative_id: ids["creative"] ?? "" },
      status: "PAUSED",
    }),
});
