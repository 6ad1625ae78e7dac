import { fault, type ProviderError } from "../contract/provider-error.ts";
import { foundIn } from "../kit/levels/found.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { creativeName, creativeTag, showAd } from "../kit/levels/show-ad.ts";
import { cut } from "../kit/lookup-tag.ts";
import { textAt } from "../kit/read.ts";
import type { TreeNode } from "../kit/tree.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { readEntityId, readPage } from "./errors.ts";
import { pinterestLevels } from "./levels.ts";
import { pinterestJson, pinterestList, underAccount } from "./requests.ts";

const BOARD = "Ads of Interchange";
const BOARDS = pinterestList("/boards");
const LONGEST_TITLE = 100;
const LONGEST_DESCRIPTION = 500;
const pinsOf = (boardId: string) => pinterestList(`/boards/${encodeURIComponent(boardId)}/pins`);

function refuse({ assets }: ShowInput): ProviderError | undefined {
  if (assets.clickUrl !== null) return undefined;
  return fault("invalid", "an ad needs a landing page: give it a click-through URL", { field: "creatives" });
}

/** A Pin is on a board, and ads have a separate, hidden board [K]. */
const boardNode: TreeNode<ShowInput> = {
  key: "board",
  kind: "board",
  lookFirst: true,
  create: () => pinterestJson("POST", "/boards", "write", { name: BOARD, privacy: "PROTECTED" }),
  readId: readEntityId,
  find: () => BOARDS,
  readFound: (reply) =>
    foundIn(readPage(reply, BOARDS), (item) => (textAt(item, "name") === BOARD ? textAt(item, "id") : undefined)),
};

/** A Pin's title is public, so the tag is in its note, which is not [S]. */
const pinNode: TreeNode<ShowInput> = {
  key: "pin",
  kind: "pin",
  create: (input, ids) => {
    const { media, headline, text, clickUrl } = input.assets;
    return pinterestJson("POST", "/pins", "write", {
      board_id: ids["board"] ?? "",
      media_source: { source_type: "image_url", url: media?.url ?? "" },
      link: clickUrl,
      title: cut(headline, LONGEST_TITLE),
      description: cut(text, LONGEST_DESCRIPTION),
      note: creativeTag(input),
    });
  },
  readId: readEntityId,
  find: (_, ids) => pinsOf(ids["board"] ?? ""),
  readFound: (reply, input, ids) =>
    foundIn(readPage(reply, pinsOf(ids["board"] ?? "")), (item) =>
      textAt(item, "note") === creativeTag(input) ? textAt(item, "id") : undefined,
    ),
};

/** Creates the Pin, and the ad that shows it. */
export const showCreative = showAd({
  levels: pinterestLevels,
  refuse,
  parts: () => [boardNode, pinNode],
  createAd: (input, ids, ctx) =>
    pinterestJson("POST", underAccount(ctx, "ads"), "write", [
      {
        ad_group_id: input.packageRemoteId,
        pin_id: ids["pin"] ?? "",
        creative_type: "REGULAR",
        name: creativeName(input, LONGEST_NAME),
        status: "PAUSED",
        destination_url: input.assets.clickUrl,
      },
    ]),
});
