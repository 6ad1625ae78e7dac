import { fault, type ProviderError } from "../contract/provider-error.ts";
import { foundIn } from "../kit/levels/found.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { creativeName, showAd } from "../kit/levels/show-ad.ts";
import { cut } from "../kit/lookup-tag.ts";
import type { Lossless } from "../kit/lossless.ts";
import { textAt } from "../kit/read.ts";
import type { Ids, TreeNode } from "../kit/tree.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { readEntityId, readPage } from "./errors.ts";
import { profileNode } from "./facts.ts";
import { redditLevels } from "./levels.ts";
import { redditGet, redditJson, underAccount } from "./requests.ts";

const LONGEST_HEADLINE = 300;

function refuse({ assets }: ShowInput): ProviderError | undefined {
  if (assets.clickUrl !== null) return undefined;
  return fault("invalid", "an ad needs a landing page: give it a click-through URL", { field: "creatives" });
}

function postsOf({ facts }: ShowInput, ids: Ids): string {
  return `/profiles/${encodeURIComponent(facts.identities[0]?.id ?? ids["profile"] ?? "")}/posts`;
}

function headlineOf({ assets, name }: ShowInput): string {
  return cut(assets.headline ?? assets.text ?? name, LONGEST_HEADLINE) ?? "";
}

/** A post has no name, and its text is public, so it cannot carry a tag and is found by its content. Any match is good enough. */
function isPost(input: ShowInput, item: Lossless): boolean {
  const { media, clickUrl } = input.assets;
  return (
    textAt(item, "headline") === headlineOf(input) &&
    textAt(item, "content", 0, "media_url") === media?.url &&
    textAt(item, "content", 0, "destination_url") === clickUrl
  );
}

const postNode: TreeNode<ShowInput> = {
  key: "post",
  kind: "post",
  create: (input, ids) => {
    const { media, clickUrl } = input.assets;
    return redditJson("POST", postsOf(input, ids), "write", {
      headline: headlineOf(input),
      type: media?.kind === "video" ? "VIDEO" : "IMAGE",
      content: [{ media_url: media?.url ?? "", destination_url: clickUrl }],
    });
  },
  readId: readEntityId,
  find: (input, ids) => redditGet(postsOf(input, ids)),
  readFound: (reply, input) =>
    foundIn(readPage(reply), (item) => (isPost(input, item) ? textAt(item, "id") : undefined)),
};

/** Creates the post, and the ad that promotes it. */
export const showCreative = showAd({
  levels: redditLevels,
  refuse,
  parts: ({ facts }) => [...(facts.identities.length > 0 ? [] : [profileNode<ShowInput>()]), postNode],
  createAd: (input, ids, ctx) =>
    redditJson("POST", underAccount(ctx, "ads"), "write", {
      ad_group_id: input.packageRemoteId,
      post_id: ids["post"] ?? "",
      name: creativeName(input, LONGEST_NAME),
      click_url: input.assets.clickUrl,
      configured_status: "PAUSED",
    }),
});
