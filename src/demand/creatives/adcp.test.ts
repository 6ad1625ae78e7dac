import { CreativeManifestSchema } from "@adcp/sdk/types";
import { expect, test } from "vitest";
import { toAdcpManifest } from "./adcp.ts";
import type { Asset } from "./assets/asset.ts";
import { withSlots } from "./assets/slots.ts";
import { blankCreative, type Creative } from "./creative.ts";

const AT = new Date("2026-05-04T12:00:00.000Z");
const asset = (assetId: string, changes: Partial<Asset>): Asset => ({
  assetId,
  slot: "",
  slotGiven: false,
  name: assetId,
  originalFilename: assetId,
  assetType: "IMAGE",
  contentType: "image/png",
  fileSize: 1_000,
  isPrimary: false,
  content: { kind: "file" },
  measures: {},
  createdAt: AT,
  ...changes,
});
const link = (assetId: string, urlType: "clickthrough" | "tracker_pixel" | "vast") =>
  asset(assetId, {
    assetType: urlType === "vast" ? "VAST" : "URL",
    content: { kind: "link", url: "https://acme.example/x", urlType },
  });
const text = (assetId: string, assetType: "TEXT" | "HTML" | "JAVASCRIPT" | "CSS" | "VAST") =>
  asset(assetId, { assetType, content: { kind: "text" } });
const webhook = { url: "https://dco.example", response_type: "json", security: { method: "none" } } as const;

const everything = [
  asset("image", { measures: { width: 300, height: 250, fileType: "png" } }),
  asset("video", { assetType: "VIDEO", measures: { width: 1920, height: 1080, durationMs: 15_000, fileType: "mp4" } }),
  asset("audio", { assetType: "AUDIO", measures: { durationMs: 30_000, fileType: "mp3" } }),
  ...(["TEXT", "HTML", "JAVASCRIPT", "CSS", "VAST"] as const).map((type) => text(type.toLowerCase(), type)),
  ...(["clickthrough", "tracker_pixel", "vast"] as const).map((type) => link(`url_${type}`, type)),
  asset("hook", { assetType: "URL", content: { kind: "webhook", webhook } }),
  asset("font", { assetType: "FONT", contentType: "font/woff2" }),
];
const texts = new Map(everything.map(({ assetId }) => [assetId, `the text of ${assetId}`]));
const linkTo = ({ assetId, originalFilename }: { readonly assetId: string; readonly originalFilename: string }) =>
  `https://market.example/assets/${assetId}/${originalFilename}`;
const manifestOf = (changes: Partial<Creative>) =>
  toAdcpManifest({ ...blankCreative("cre_1", "cmp_1", AT), ...changes }, { texts, linkTo });

const named = {
  format: {
    formatId: { agentUrl: "https://formats.example", id: "all" },
    formatKind: null,
    isGiven: true,
    optionRef: null,
  },
};

test("every kind of asset maps to one that AdCP knows, under its own key; others are left out", () => {
  const manifest = manifestOf({ ...named, assets: withSlots(everything, null) });
  expect(() => CreativeManifestSchema.parse(JSON.parse(JSON.stringify(manifest)))).not.toThrow();
  expect(Object.keys(manifest?.assets ?? {})).toHaveLength(everything.length - 1);
});

test("assets that share a slot are a list there, in their order", () => {
  const shared = [text("text", "TEXT"), text("css", "TEXT")].map((one) => ({
    ...one,
    slot: "headlines",
    slotGiven: true,
  }));
  expect(manifestOf({ ...named, assets: withSlots(shared, null) })?.assets).toEqual({
    headlines: [
      { asset_type: "text", content: "the text of text" },
      { asset_type: "text", content: "the text of css" },
    ],
  });
});

test("without a format a manifest has its template's kind, and without either there is no manifest", () => {
  const template = { templateId: "video_standard", foundBy: "file_analysis" } as const;
  expect(manifestOf({ template })).toEqual({ format_kind: "video_hosted", assets: {} });
  expect(manifestOf({})).toBeUndefined();
});
