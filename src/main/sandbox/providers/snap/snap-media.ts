import { checked } from "../frame/checked.ts";
import { type Call, jsonOf, type Reply, type Routes, respond } from "../frame/exchange.ts";
import { isObject } from "../frame/json.ts";
import { Media } from "./snap-bodies.ts";
import { accountOf, guarded, type SnapNetwork, storedEntityOf } from "./snap-network.ts";
import { batchOf, type Item, pagedBatch, reasonOf, refuse } from "./snap-replies.ts";
import { viewOf } from "./snap-views.ts";

/** Larger files are uploaded in parts [T k0va1]. */
const MOST_BYTES = 32 * 1024 * 1024;

interface Upload {
  readonly mediaId: string;
  readonly parts: number;
  readonly size: number;
  readonly kept: Map<number, number>;
}

/** Media and their files [T k0va1 cassettes]. */
export function mediaRoutes(network: SnapNetwork): Routes {
  const uploads = new Map<string, Upload>();
  return {
    "POST /v1/adaccounts/{id}/media": guarded(network, (call) => create(network, call)),
    "GET /v1/adaccounts/{id}/media": guarded(network, (call) => {
      const all = network.shelf.ofAccount("media", accountOf(network, call.params.id ?? "").id);
      return pagedBatch(
        network.stage,
        call,
        "media",
        "media",
        all.map((one) => viewOf(network, network.shelf.read(one))),
      );
    }),
    "GET /v1/media/{id}": guarded(network, (call) => {
      const media = network.shelf.read(storedEntityOf(network, "media", call));
      return batchOf(network.stage, "media", "media", [{ ok: true, value: viewOf(network, media) }]);
    }),
    "POST /v1/media/{id}/upload": guarded(network, (call) => {
      const file = call.parts.get("file");
      if (!file || file.bytes.length === 0) refuse(network.stage, 400, "E1001", "the form must have a file");
      if (file.bytes.length > MOST_BYTES) refuse(network.stage, 400, "E1001", "files above 32 MB go in parts");
      return finish(network, storedEntityOf(network, "media", call).id, file.fileName ?? "file");
    }),
    "POST /v1/media/{id}/multipart-upload-v2": guarded(network, (call) => inParts(network, uploads, call)),
  };
}

function create(network: SnapNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call.params.id ?? "").id;
  const body = jsonOf(call);
  const items = isObject(body) && Array.isArray(body.media) ? body.media : [];
  if (items.length === 0) refuse(stage, 400, "E1001", "the body must have a list of media");
  const done = items.map((item): Item => {
    const read = checked(Media, item, stage.ledger);
    if (!read.ok) return { ok: false, reason: reasonOf(read.faults) };
    const { name, type } = read.value;
    const fields = { name, type, media_status: "PENDING_UPLOAD" };
    const kept = shelf.add({
      what: "media",
      id: stage.ids.uuid(),
      account,
      parent: null,
      name,
      enabled: false,
      fields,
    });
    return { ok: true, value: viewOf(network, kept) };
  });
  return batchOf(stage, "media", "media", done);
}

function finish(network: SnapNetwork, id: string, fileName: string): Reply {
  const { shelf, stage } = network;
  const before = shelf.get("media", id);
  const media = shelf.change(id, { fields: { ...before?.fields, media_status: "READY", file_name: fileName } });
  stage.ledger.note(stage.now(), "uploaded", media);
  return respond(200, { request_status: "SUCCESS", request_id: stage.ids.hex(20), result: viewOf(network, media) });
}

/** INIT, ADD and FINALIZE, distinguished by `action` in the query; the names of the fields are [K]. */
function inParts(network: SnapNetwork, uploads: Map<string, Upload>, call: Call): Reply {
  const { stage } = network;
  const { id } = storedEntityOf(network, "media", call);
  const text = (name: string) => call.parts.get(name)?.bytes.toString("utf8") ?? "";
  const action = call.query.get("action");
  if (action === "INIT") {
    const [parts, size] = [Number(text("number_of_parts")), Number(text("file_size"))];
    if (!(parts > 0 && size > 0 && text("file_name")))
      refuse(stage, 400, "E1001", "file_name, file_size and number_of_parts are required");
    const uploadId = stage.ids.uuid();
    uploads.set(uploadId, { mediaId: id, parts, size, kept: new Map() });
    const path = (step: string) => `/v1/media/${id}/multipart-upload-v2?action=${step}`;
    return respond(200, {
      request_status: "SUCCESS",
      request_id: stage.ids.hex(20),
      upload_id: uploadId,
      add_path: path("ADD"),
      finalize_path: path("FINALIZE"),
    });
  }
  const upload = uploads.get(text("upload_id"));
  if (!upload || upload.mediaId !== id) refuse(stage, 400, "E1001", "upload_id can not be found");
  if (action === "ADD") {
    const part = Number(text("part_number"));
    if (!(part >= 1 && part <= upload.parts)) refuse(stage, 400, "E1001", "part_number is out of range");
    upload.kept.set(part, call.parts.get("file")?.bytes.length ?? 0);
    return respond(200, { request_status: "SUCCESS", request_id: stage.ids.hex(20) });
  }
  const bytes = [...upload.kept.values()].reduce((a, b) => a + b, 0);
  if (action !== "FINALIZE" || upload.kept.size !== upload.parts || bytes !== upload.size)
    refuse(stage, 400, "E1001", "the parts are not the whole file");
  return finish(network, id, "file");
}
