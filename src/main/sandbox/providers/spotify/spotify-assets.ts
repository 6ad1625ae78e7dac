import { type Call, type Reply, type Routes, respond, type WireObject } from "../frame/exchange.ts";
import { textOf } from "../frame/json.ts";
import type { StoredEntity } from "../frame/shelf.ts";
import { Asset } from "./spotify-bodies.ts";
import { accountOf, bodyOf, guarded, paged, refuse, type SpotifyNetwork, storedEntityOf } from "./spotify-network.ts";

const HOME = "/ads/v3/ad_accounts/{account}/assets";
const MOST_BYTES = 20 * 1024 * 1024;
/** How long processing an asset takes. Refusals of assets are planned like those of creatives. */
const PROCESSING_MS = 30_000;

/** Uploaded in one piece up to 20 MB, otherwise in chunks, and then polled until it is READY or REJECTED [S]. */
export function assetRoutes(network: SpotifyNetwork): Routes {
  return {
    [`POST ${HOME}`]: guarded(network, (call) => {
      const body = bodyOf(network, Asset, call);
      const id = network.stage.ids.uuid();
      const kept = network.shelf.add({
        what: "asset",
        id,
        account: accountOf(network, call).id,
        parent: null,
        name: textOf(body.name),
        enabled: false,
        fields: body,
      });
      return respond(201, viewOf(network, kept));
    }),
    [`GET ${HOME}`]: guarded(network, (call) =>
      paged(
        network,
        call,
        "assets",
        network.shelf
          .ofAccount("asset", accountOf(network, call).id)
          .map((kept) => viewOf(network, network.shelf.read(kept))),
      ),
    ),
    [`GET ${HOME}/{id}`]: guarded(network, (call) =>
      respond(200, viewOf(network, network.shelf.read(storedEntityOf(network, "asset", call)))),
    ),
    [`POST ${HOME}/{id}/upload`]: guarded(network, (call) => {
      const file = [...call.parts.values()].find(({ fileName }) => fileName !== null);
      if (!file || file.bytes.length === 0) refuse(network.stage, 400, "INVALID_FIELD", "the form must have a file");
      if (file.bytes.length > MOST_BYTES) refuse(network.stage, 400, "INVALID_FIELD", "files above 20 MB go in chunks");
      return finish(network, storedEntityOf(network, "asset", call));
    }),
  };
}

/** The fields in the three steps are [K]. */
export function chunkRoutes(network: SpotifyNetwork): Routes {
  const chunks = new Map<string, { readonly asset: string; bytes: number }>();
  return {
    [`POST ${HOME}/{id}/chunked_upload/start`]: guarded(network, (call) => {
      const session = network.stage.ids.uuid();
      chunks.set(session, { asset: storedEntityOf(network, "asset", call).id, bytes: 0 });
      return respond(200, { upload_session_id: session });
    }),
    [`POST ${HOME}/{id}/chunked_upload/transfer`]: guarded(network, (call) => {
      const session = chunks.get(sessionOf(call));
      if (session?.asset !== storedEntityOf(network, "asset", call).id)
        return refuse(network.stage, 400, "INVALID_FIELD", "upload_session_id: not found");
      session.bytes += [...call.parts.values()].find(({ fileName }) => fileName !== null)?.bytes.length ?? 0;
      return respond(200, { upload_session_id: sessionOf(call) });
    }),
    [`POST ${HOME}/{id}/chunked_upload/complete`]: guarded(network, (call) => {
      if ((chunks.get(sessionOf(call))?.bytes ?? 0) === 0)
        return refuse(network.stage, 400, "INVALID_FIELD", "nothing was transferred");
      return finish(network, storedEntityOf(network, "asset", call));
    }),
  };
}

function sessionOf({ parts, body, query }: Call): string {
  return (
    parts.get("upload_session_id")?.bytes.toString() ??
    query.get("upload_session_id") ??
    /"upload_session_id"\s*:\s*"([^"]+)"/.exec(body.toString())?.[1] ??
    ""
  );
}

function finish(network: SpotifyNetwork, asset: StoredEntity): Reply {
  const { stage, shelf } = network;
  const kept = shelf.change(asset.id, {
    fields: { ...asset.fields, uploaded: true, uploadedAt: stage.now().toISOString() },
  });
  stage.ledger.note(stage.now(), "uploaded", kept);
  stage.review.handIn(kept.id, kept.name ?? "", stage.now());
  return respond(200, viewOf(network, kept));
}

function viewOf({ stage }: SpotifyNetwork, kept: StoredEntity): WireObject {
  const { uploaded, uploadedAt, ...fields } = kept.fields;
  const done =
    typeof uploadedAt === "string" && stage.now().getTime() >= new Date(uploadedAt).getTime() + PROCESSING_MS;
  const verdict = stage.review.verdict(kept.id, stage.now());
  const status =
    verdict.state === "rejected" ? "REJECTED" : uploaded !== true ? "PENDING_UPLOAD" : done ? "READY" : "PROCESSING";
  return stage.shown(kept.id, {
    ...fields,
    id: kept.id,
    status,
    ...(verdict.state === "rejected" && { status_reason: verdict.reason }),
  });
}
