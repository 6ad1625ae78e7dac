import type { FastifyInstance } from "fastify";
import {
  findAssetOfAnyCustomer,
  findUnsignedAssetOfAnyCustomer,
  type HeldAsset,
  isAssetLink,
  type LinkTerms,
} from "../../demand/creatives/index.ts";
import { type Context, installationDb } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { inTransaction } from "../../ground/kernel/perform.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import type { Edge } from "../http/mount.ts";

/**
 * Serves the assets of creatives to the sellers that show them: anybody with an asset's URL can fetch it until it expires. URLs from before
 * signing was introduced stay valid during the campaign, because its seller may still use them. The name after the id is only for people,
 * and may be of any length.
 */
export function mountAssets(app: FastifyInstance, { host }: Pick<Edge, "host">): void {
  const route = { exposeHeadRoute: true };
  app.get<{ Params: { assetId: string }; Querystring: LinkTerms }>(
    "/assets/:assetId/*",
    route,
    async (request, reply) => {
      request.noted = { operation: "downloadAsset" };
      const { assetId } = request.params;
      const wall = host.clock.now();
      const isUnsigned = Object.keys(request.query).length === 0;
      if (!ID_FORM.test(assetId) || !(isUnsigned || isAssetLink(assetId, request.query, host.vault, wall)))
        throw missing();
      const find = (ctx: Context) =>
        isUnsigned
          ? findUnsignedAssetOfAnyCustomer(installationDb(ctx), assetId, wall)
          : findAssetOfAnyCustomer(installationDb(ctx), assetId);
      const asset = await inTransaction(host, NOBODY, request.id, "read", find, "installation");
      const content = asset && ("text" in asset.held ? asset.held.text : await host.blobs.get(asset.held.blobKey));
      if (!asset || content === undefined) throw missing();
      return reply.headers(headersOf(asset)).send(content);
    },
  );
}

const ID_FORM = /^ast_[0-9a-f]{32}$/;

/** The same answer for assets that are unknown, invalid or expired, so that guessing reveals nothing. */
const missing = () => new NotFound("there is no such asset, or its address has expired: ask the buyer for it again");

/** A deleted asset stays in caches for this long. */
const CACHED_SECONDS = 86_400;

/** Uploaded content must never be treated as a page of ours: scripts are downloads, and browsers must neither guess types nor execute anything. */
function headersOf({ fileName, contentType }: HeldAsset): Record<string, string> {
  const isShown = /^(image\/(?!svg)|video\/|audio\/)/.test(contentType);
  return {
    "content-type": contentType.startsWith("text/") ? `${contentType}; charset=utf-8` : contentType,
    "content-disposition": `${isShown ? "inline" : "attachment"}; filename*=UTF-8''${quoted(fileName)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
    "access-control-allow-origin": "*",
    "cache-control": `public, max-age=${CACHED_SECONDS}, immutable`,
  };
}

/** RFC 8187: these characters are allowed in a URI, but not in this header. */
function quoted(fileName: string): string {
  return encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
