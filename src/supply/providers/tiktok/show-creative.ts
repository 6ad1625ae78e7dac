import type { ProviderReply } from "../contract/http.ts";
import type { JobContext } from "../contract/job.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { ShowInput } from "../kit/levels/levels.ts";
import { showAd } from "../kit/levels/show-ad.ts";
import { textAt } from "../kit/read.ts";
import type { TreeNode } from "../kit/tree.ts";
import { adFields } from "./bodies.ts";
import { readTiktok } from "./errors.ts";
import { tiktokLevels } from "./levels.ts";
import { tiktokPost } from "./requests.ts";
import { aimOf } from "./templates.ts";

/** Creates the file, which TikTok fetches from the buyer's URL, and the ad. */
export const showCreative = showAd({
  levels: tiktokLevels,
  parts: (input) => [fileNode(input)],
  createAd: (input, ids, ctx) => tiktokPost("ad/create", "write", ctx, adFields(input, ids)),
  refuse({ assets, facts, templateId }) {
    if (facts.identities.length === 0)
      return fault("setup_required", "the account has no identity to show ads under: add one in TikTok Ads Manager");
    if (aimOf(templateId).leads && assets.clickUrl === null)
      return fault("invalid", "a traffic ad needs a landing page: give it a click-through URL", { field: "creatives" });
    return undefined;
  },
});

/** A file has no name by which it could be found. If it is uploaded again, it is in the library twice but shown once. */
function fileNode({ assets }: ShowInput): TreeNode<ShowInput> {
  const kind = assets.media?.kind === "video" ? "video" : "image";
  const upload = ({ assets: { media } }: ShowInput, ctx: JobContext) =>
    tiktokPost(`file/${kind}/ad/upload`, "write", ctx, {
      upload_type: "UPLOAD_BY_URL",
      [`${kind}_url`]: media?.url ?? "",
    });
  return {
    key: "file",
    kind,
    create: (input, _, ctx) => upload(input, ctx),
    readId: readFileId,
    find: (input, _, ctx) => upload(input, ctx),
    readFound(reply) {
      const id = readFileId(reply);
      return id.ok ? ok({ kind: "found", id: id.value }) : id;
    },
  };
}

/** A video's id comes in a list, an image's in an object [S]. */
function readFileId(reply: ProviderReply): Result<string> {
  const body = readTiktok(reply);
  if (!body.ok) return body;
  const id = textAt(body.value, "data", 0, "video_id") ?? textAt(body.value, "data", "image_id");
  return id === undefined ? failed(fault("unreadable", "no id came", { provider: { http: reply.status } })) : ok(id);
}
