import { type Issue, invalid } from "../../../ground/kernel/errors.ts";
import type { UploadedFile } from "../../../ground/kernel/operation.ts";
import type { CreativeChange } from "../schema.ts";
import type { AssetType, UrlType, Webhook } from "./asset.ts";

/** An asset in a request, before anything is fetched or inspected. */
export interface PlannedAsset {
  /** The field of the request that names the asset. */
  readonly field: string;
  readonly origin: Origin;
  /** The type that the buyer stated; the actual type is determined from the content. */
  readonly assetType?: AssetType | undefined;
  readonly label?: string | undefined;
  readonly slot?: string | undefined;
  readonly durationMs?: number | undefined;
  readonly makePrimary?: boolean | undefined;
  /** The card to which the image belongs, if any. */
  readonly card?: number;
}

export type Origin =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array; readonly filename: string }
  | ({ readonly kind: "upload" } & UploadedFile)
  | { readonly kind: "fetch"; readonly url: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly url: string; readonly urlType: UrlType }
  | { readonly kind: "webhook"; readonly webhook: Webhook };

/**
 * Every asset that a request adds, in the request's order. Throws `Invalid` if it names a missing file, or the same file twice.
 */
export function planAssets(body: CreativeChange, files: readonly UploadedFile[]): PlannedAsset[] {
  const upload = new Upload(files);
  const listed = Object.entries({ assets: body.assets ?? [], new_assets: body.new_assets ?? [] });
  const named = listed.flatMap(([list, entries]) =>
    entries.map((entry, index) => upload.plan(`${list}.${index}`, entry)),
  );
  const cards = (body.cards ?? []).flatMap((card, index) =>
    card.asset_id === undefined ? [{ ...upload.plan(`cards.${index}`, card), slot: "cards", card: index }] : [],
  );
  const planned = [...named, ...cards, ...linked(body), ...links(body), ...texts(body)];
  return [...planned, ...upload.rest()];
}

interface FileNamed {
  readonly filename?: string | undefined;
  readonly url?: string | undefined;
  readonly label?: string | undefined;
  readonly slot_asset_id?: string | undefined;
  readonly asset_type?: AssetType | undefined;
}

/** The uploaded files of a request, each of which can be used once. */
class Upload {
  readonly #files: Map<string, UploadedFile>;
  readonly #taken = new Set<string>();

  constructor(files: readonly UploadedFile[]) {
    this.#files = new Map(files.map((file) => [file.filename, file]));
    if (this.#files.size < files.length)
      throw complaint("files", "two files have the same name: give every file of an upload its own");
  }

  plan(field: string, { filename, url, label, slot_asset_id, asset_type }: FileNamed): PlannedAsset {
    const about = { field, label, slot: slot_asset_id, assetType: asset_type };
    if (url !== undefined) return { ...about, origin: { kind: "fetch", url } };
    if (filename === undefined) throw complaint(field, "name a file by filename, or by url, or an asset by asset_id");
    const file = this.#files.get(filename);
    if (!file) throw complaint(`${field}.filename`, `no file called ${filename} came with this request`);
    this.#taken.add(filename);
    return { ...about, origin: { kind: "upload", ...file } };
  }

  /** The files that no field of the request refers to. */
  rest(): PlannedAsset[] {
    return [...this.#files.values()].flatMap((file) =>
      this.#taken.has(file.filename) ? [] : [{ field: file.filename, origin: { kind: "upload", ...file } }],
    );
  }
}

function linked({ linked_assets = [] }: CreativeChange): PlannedAsset[] {
  return linked_assets.map(({ url = "", data_url, ...said }, index) => ({
    field: `linked_assets.${index}`,
    label: said.label,
    slot: said.slot_asset_id,
    assetType: said.asset_type,
    durationMs: said.duration_ms,
    makePrimary: said.make_primary,
    origin: data_url === undefined ? originOf(url, said.asset_type) : inline(data_url, index),
  }));
}

/** A VAST tag answers each viewer differently, so its URL is passed on instead of fetched. */
function originOf(url: string, assetType: AssetType | undefined): Origin {
  if (assetType === "VAST") return { kind: "link", url, urlType: "vast" };
  if (assetType === "URL") return { kind: "link", url, urlType: "clickthrough" };
  return { kind: "fetch", url };
}

function inline(dataUrl: string, index: number): Origin {
  const bytes = Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");
  return { kind: "bytes", bytes, filename: `linked-asset-${index + 1}` };
}

function links({ url_asset, url_assets = [], click_url, webhook_asset }: CreativeChange): PlannedAsset[] {
  const link = (field: string, url: string, urlType: UrlType, slot?: string): PlannedAsset => ({
    field,
    slot,
    origin: { kind: "link", url, urlType },
  });
  return [
    ...(click_url ? [link("click_url", click_url, "clickthrough")] : []),
    ...(url_asset ? [link("url_asset", url_asset.url, url_asset.url_type)] : []),
    ...url_assets.map(({ asset_id, url, url_type }, index) =>
      link(`url_assets.${index}`, url, typeBySlot(asset_id) ?? url_type ?? "clickthrough", asset_id),
    ),
    ...(webhook_asset
      ? [{ field: "webhook_asset", origin: { kind: "webhook" as const, webhook: webhook_asset } }]
      : []),
  ];
}

/** A slot's name takes precedence over the buyer's statement about its URL (OpenAPI of August 2026, `url_assets`). */
function typeBySlot(slot: string): UrlType | undefined {
  if (isTracker(slot)) return /script|js/.test(slot) ? "tracker_script" : "tracker_pixel";
  if (/vast/.test(slot)) return "vast";
  return /click|landing/.test(slot) ? "clickthrough" : undefined;
}

export function isTracker(slot: string): boolean {
  return /track|pixel|impression|beacon/.test(slot);
}

function texts({ text_assets = [] }: CreativeChange): PlannedAsset[] {
  return text_assets.map(({ asset_id, content }, index) => ({
    field: `text_assets.${index}`,
    slot: asset_id,
    origin: { kind: "text", text: content },
  }));
}

function complaint(path: string, message: string): Error {
  const issue: Issue = { path, message };
  return invalid([issue]);
}

/** The size in storage; 0 if it is not known until the asset is fetched. */
export function bytesOf(origin: Origin): number {
  if (origin.kind === "bytes") return origin.bytes.length;
  return origin.kind === "upload" ? origin.content.size : 0;
}
