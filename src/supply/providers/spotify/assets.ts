import type { PlannedCreative } from "../contract/plan.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { tagged } from "../kit/lookup-tag.ts";
import { textAt } from "../kit/read.ts";
import type { Link } from "../kit/sequence.ts";
import { LONGEST_NAME } from "./bodies.ts";
import { readEntity, readId, readSpotify } from "./errors.ts";
import { encoded, home, type ListProgress, lookUp, spotifyJson, spotifyRequest } from "./requests.ts";

/** The assets of an ad. */
type AssetRole = "media" | "companion" | "logo";

export interface Uploading extends ListProgress {
  readonly assets: Readonly<Partial<Record<AssetRole, string>>>;
}

interface AssetFile {
  readonly role: AssetRole;
  readonly type: "AUDIO" | "VIDEO" | "IMAGE";
  readonly url: string;
  readonly filename: string;
  readonly contentType: string;
}

const TYPES = { audio: "AUDIO", video: "VIDEO", image: "IMAGE" } as const;
const POLL_SECONDS = 2;

export function filesOf({ assets }: PlannedCreative): readonly AssetFile[] {
  const { media, companionUrl, logoUrl } = assets;
  const picture = (role: AssetRole, url: string | undefined): readonly AssetFile[] => {
    if (url === undefined) return [];
    const ending = /\.png(\?|$)/i.test(url) ? "png" : "jpg";
    const contentType = ending === "png" ? "image/png" : "image/jpeg";
    return [{ role, type: "IMAGE", url, filename: `${role}.${ending}`, contentType }];
  };
  const main: readonly AssetFile[] = media ? [{ ...media, role: "media", type: TYPES[media.kind] }] : [];
  return [...main, ...picture("companion", companionUrl), ...picture("logo", logoUrl)];
}

/** Creates an asset, uploads its file, and polls it until it has been processed [S]. */
export function uploadLinks<K extends Uploading>(file: AssetFile): readonly Link<PlannedCreative, K>[] {
  const { role, type } = file;
  const tag = ({ packageId, creativeId }: PlannedCreative) => `[oa:${packageId}:${creativeId}:${role}]`;
  const found = (known: K, id: string): K => ({ ...known, assets: { ...known.assets, [role]: id } });
  const path = ({ assets }: K) => `assets/${encoded(assets[role] ?? "")}`;
  return [
    {
      request: (input, _, ctx) =>
        spotifyJson("POST", home(ctx, "assets"), "write", {
          asset_type: type,
          name: tagged(input.name, tag(input), LONGEST_NAME),
        }),
      read(reply, known) {
        const id = readId(reply);
        return id.ok ? ok({ known: found(known, id.value) }) : id;
      },
      lost: lookUp<PlannedCreative, K>({ path: (_, __, ctx) => home(ctx, "assets"), key: "assets", tag, found }),
    },
    {
      request: (_, known, ctx) => spotifyRequest("POST", home(ctx, `${path(known)}/upload`), "write", upload(file)),
      read(reply, known) {
        const body = readSpotify(reply);
        return body.ok ? ok({ known }) : body;
      },
      lost: {
        request: (_, known, ctx) => spotifyRequest("GET", home(ctx, path(known)), "read"),
        read(reply, known) {
          const entity = readEntity(reply);
          if (!entity.ok) return entity;
          const isThere = UPLOADED.has(textAt(entity.value ?? undefined, "status") ?? "");
          return ok({ known, again: !isThere });
        },
      },
    },
    {
      request: (_, known, ctx) => spotifyRequest("GET", home(ctx, path(known)), "read"),
      read(reply, known) {
        const entity = readEntity(reply);
        if (!entity.ok) return entity;
        const status = textAt(entity.value ?? undefined, "status");
        if (status === "REJECTED")
          return failed(fault("policy", `it does not accept a ${role} like this one`, { field: "creatives" }));
        return status === "PROCESSING" ? ok({ known, again: true, waitSeconds: POLL_SECONDS }) : ok({ known });
      },
    },
  ];
}

const UPLOADED: ReadonlySet<string> = new Set(["PROCESSING", "READY", "REJECTED"]);

function upload({ url, filename, contentType }: AssetFile) {
  return { body: { kind: "multipart", parts: [{ name: "media", file: url, filename, contentType }] } } as const;
}
