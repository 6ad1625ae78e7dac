import type { AssetType } from "../assets/asset.ts";

/** A kind of file, as creatives, HTTP and formats each call it. */
export interface FileKind {
  readonly assetType: AssetType;
  readonly contentType: string;
  readonly fileType: string;
}

/** Kinds of images, by the name that `image-size` gives them. */
export const PICTURES: Readonly<Record<string, FileKind>> = {
  png: picture("png", "png"),
  jpg: picture("jpeg", "jpg"),
  gif: picture("gif", "gif"),
  webp: picture("webp", "webp"),
  avif: picture("avif", "avif"),
  heic: picture("heic", "heic"),
  bmp: picture("bmp", "bmp"),
  tiff: picture("tiff", "tiff"),
  svg: picture("svg+xml", "svg"),
};

/** The first bytes of other kinds of files, one character per byte; the first match decides. */
const SIGNATURES: readonly (readonly [string | RegExp, FileKind])[] = [
  [/^.{4}ftypM4[AB] /s, sound("mp4", "m4a")],
  [/^.{4}ftypqt /s, film("quicktime", "mov")],
  [/^.{4}ftyp/s, film("mp4", "mp4")],
  [/^.E\xdf\xa3.*webm/s, film("webm", "webm")],
  [/^.E\xdf\xa3/s, film("x-matroska", "mkv")],
  [/^RIFF.{4}AVI /s, film("x-msvideo", "avi")],
  [/^RIFF.{4}WAVE/s, sound("wav", "wav")],
  ["OggS", sound("ogg", "ogg")],
  ["fLaC", sound("flac", "flac")],
  ["ID3", sound("mpeg", "mp3")],
  [/^\xff[\xf0\xf1\xf8\xf9]/, sound("aac", "aac")],
  [/^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/, sound("mpeg", "mp3")],
  ["wOFF", font("woff")],
  ["wOF2", font("woff2")],
  ["OTTO", font("otf")],
  ["\u0000\u0001\u0000\u0000\u0000", font("ttf")],
  ["%PDF-", { assetType: "DOCUMENT", contentType: "application/pdf", fileType: "pdf" }],
  ["PK\u0003\u0004", { assetType: "DOCUMENT", contentType: "application/zip", fileType: "zip" }],
];

const HEAD_BYTES = 64;

export function kindByHead(bytes: Uint8Array): FileKind | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1");
  return SIGNATURES.find(([form]) => (typeof form === "string" ? head.startsWith(form) : form.test(head)))?.[1];
}

function picture(subtype: string, fileType: string): FileKind {
  return { assetType: "IMAGE", contentType: `image/${subtype}`, fileType };
}

function film(subtype: string, fileType: string): FileKind {
  return { assetType: "VIDEO", contentType: `video/${subtype}`, fileType };
}

function sound(subtype: string, fileType: string): FileKind {
  return { assetType: "AUDIO", contentType: `audio/${subtype}`, fileType };
}

function font(fileType: string): FileKind {
  return { assetType: "FONT", contentType: `font/${fileType}`, fileType };
}
