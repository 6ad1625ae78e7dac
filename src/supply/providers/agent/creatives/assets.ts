import { z } from "zod";
import type { SellerCreative } from "../../../../ground/seller-agent/index.ts";
import type { CreativeAssets } from "../../contract/plan.ts";

/** The parts of a manifest that platforms can use (AdCP 3.1, core/creative-manifest). */
const Manifest = z.looseObject({
  assets: z
    .record(
      z.string(),
      z.looseObject({
        asset_type: z.string().optional().catch(undefined),
        url: z.string().max(4_096).optional().catch(undefined),
        url_type: z.string().optional().catch(undefined),
        content: z.string().max(4_096).optional().catch(undefined),
        // The catalogue items to be shown (core/catalog).
        ids: z.array(z.string().min(1).max(200)).max(100).optional().catch(undefined),
      }),
    )
    .catch({}),
});

/** An image next to video or audio does not count as a separate creative. */
const MEDIA = ["video", "audio", "image"] as const;
const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  mp4: "video/mp4",
  mov: "video/quicktime",
  mp3: "audio/mpeg",
  wav: "audio/wav",
  m4a: "audio/mp4",
};
const USUAL = { image: "image/jpeg", video: "video/mp4", audio: "audio/mpeg" } as const;

export function assetsOf({ name, manifest }: SellerCreative): CreativeAssets {
  const assets = Object.entries(Manifest.safeParse(manifest).data?.assets ?? {});
  const text = (...keys: readonly string[]) =>
    assets.find(([key, { content }]) => keys.some((one) => key.includes(one)) && content)?.[1].content ?? null;
  const isLogo = (key: string) => key.toLowerCase().includes("logo");
  const files = MEDIA.flatMap((kind) => {
    const url = assets.find(([key, asset]) => asset.asset_type === kind && !isLogo(key) && asset.url)?.[1].url;
    return url === undefined ? [] : { kind, url };
  });
  const [found] = files;
  const companionUrl = found?.kind === "audio" ? files.find(({ kind }) => kind === "image")?.url : undefined;
  const logoUrl = assets.find(([key, asset]) => asset.asset_type === "image" && isLogo(key))?.[1].url;
  const productIds = assets.flatMap(([, asset]) => (asset.asset_type === "catalog" ? (asset.ids ?? []) : []));
  const click = assets.find(([, { asset_type, url_type }]) => asset_type === "url" && url_type !== "tracker_pixel");
  return {
    media: found ? { ...found, ...fileOf(found.url, found.kind) } : null,
    ...(companionUrl !== undefined && { companionUrl }),
    ...(logoUrl !== undefined && { logoUrl }),
    ...(productIds.length > 0 && { productIds }),
    headline: text("headline", "title"),
    text: text("body", "text", "description", "caption"),
    clickUrl: click?.[1].url ?? null,
    brandName: text("brand", "advertiser") ?? name,
  };
}

function fileOf(url: string, kind: keyof typeof USUAL) {
  const last = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  const ending = /\.([a-z0-9]{2,4})$/i.exec(last)?.[1]?.toLowerCase() ?? "";
  return { filename: last === "" ? "file" : last.slice(-100), contentType: TYPES[ending] ?? USUAL[kind] };
}
