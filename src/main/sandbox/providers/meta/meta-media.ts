import { createHash } from "node:crypto";
import { type Call, type Reply, type Routes, respond } from "../frame/exchange.ts";
import { refuse } from "./meta-errors.ts";
import { accountOf, guarded, listOf, type MetaNetwork, paramsOf, viewOf } from "./meta-network.ts";

/** [S fields; O ad-image]. Equal bytes have equal hashes, so an image that is uploaded twice exists once [K]. */
export function imageRoutes(network: MetaNetwork): Routes {
  return { "POST /v26.0/act_{account}/adimages": guarded(network, (call) => addImages(network, call)) };
}

/** Also available under `graph-video.facebook.com` [S]. */
export function videoRoutes(network: MetaNetwork): Routes {
  return {
    "POST /v26.0/act_{account}/advideos": guarded(network, (call) => addVideo(network, call)),
    "GET /v26.0/act_{account}/advideos": guarded(network, (call) => {
      const videos = network.shelf.ofAccount("video", accountOf(network, call).id);
      return listOf(
        network,
        call,
        videos.map((kept) => viewOf(network, kept)),
      );
    }),
  };
}

function addImages(network: MetaNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  const files: [string, Buffer][] = [...call.parts]
    .filter(([, { fileName }]) => fileName !== null)
    .map(([, { bytes, fileName }]) => [fileName ?? "bytes", bytes]);
  const { bytes } = paramsOf(call);
  if (typeof bytes === "string") files.push(["bytes", Buffer.from(bytes, "base64")]);
  if (files.length === 0 || files.some(([, file]) => file.length === 0))
    refuse(stage, 100, "The parameter bytes is required");
  const images = files.map(([name, file]) => {
    const hash = createHash("md5").update(file).digest("hex");
    if (!shelf.get("image", hash)) {
      const image = shelf.add({
        what: "image",
        id: hash,
        account: account.id,
        parent: null,
        name: null,
        enabled: false,
        fields: { hash },
      });
      stage.ledger.note(stage.now(), "uploaded", image);
    }
    return [name, { hash, url: `https://scontent.synthetic.example/${hash}` }];
  });
  return respond(200, { images: Object.fromEntries(images) });
}

function addVideo(network: MetaNetwork, call: Call): Reply {
  const { stage, shelf } = network;
  const account = accountOf(network, call);
  const params = paramsOf(call);
  if (!call.parts.get("source") && typeof params.file_url !== "string")
    refuse(stage, 100, "The parameter source or file_url is required");
  const id = stage.ids.digits(17);
  const title = params.title ?? params.name;
  const name = typeof title === "string" ? title : null;
  // Ready immediately, because it is not documented how long Meta takes.
  const video = shelf.add({
    what: "video",
    id,
    account: account.id,
    parent: null,
    name,
    enabled: false,
    // Includes a still picture of the video [K].
    fields: {
      status: { video_status: "ready" },
      picture: `https://scontent.synthetic.example/${id}.jpg`,
      ...(name !== null && { title: name }),
    },
  });
  stage.ledger.note(stage.now(), "uploaded", video);
  return respond(200, { id });
}
