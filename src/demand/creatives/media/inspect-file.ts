import { imageSize } from "image-size";
import { measureMp3, measureWav } from "./audio.ts";
import { type Root, rootOf } from "./markup.ts";
import type { Measures } from "./measures.ts";
import { measureMp4 } from "./mp4.ts";
import { type FileKind, kindByHead, PICTURES } from "./signatures.ts";

/** A file's type and measures, determined from its bytes. */
export interface Inspected extends Omit<FileKind, "fileType"> {
  readonly measures: Measures;
  /** The whole content if it is a text that manifests contain inline; null for a file. */
  readonly text: string | null;
}

/** Undefined for types that no creative can contain. The name only distinguishes kinds of text. */
export function inspectFile(bytes: Uint8Array, filename: string): Inspected | undefined {
  const text = textIn(bytes);
  const root = text === undefined ? undefined : rootOf(text);
  if (text !== undefined && root?.name !== "svg") return inspectText(text, filename, root);
  const drawing = text === undefined || !root ? undefined : Buffer.from(text.slice(root.at, root.at + LONGEST_TAG));
  return inspectPicture(drawing ?? bytes) ?? (text === undefined ? inspectMedia(bytes) : undefined);
}

/** How much of an SVG is read to find its size, which is in the first tag. */
const LONGEST_TAG = 16_384;
/** How much of an image is read to find its size. A JPEG whose size is further in is not a usable image. */
const LONGEST_HEAD = 4 * 1024 * 1024;

function inspectMedia(bytes: Uint8Array): Inspected | undefined {
  const kind = kindByHead(bytes);
  if (!kind) return undefined;
  const measure = MEASURE[kind.fileType];
  return inspected(kind, measure ? attempt(() => measure(bytes)) : {});
}

const MEASURE: Readonly<Record<string, (bytes: Uint8Array) => Measures>> = {
  mp4: measureMp4,
  mov: measureMp4,
  m4a: measureMp4,
  wav: measureWav,
  mp3: measureMp3,
};

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8;
}

function inspectPicture(bytes: Uint8Array): Inspected | undefined {
  const found = attempt(() => imageSize(isJpeg(bytes) ? bytes.subarray(0, LONGEST_HEAD) : bytes));
  const kind = found?.type === undefined ? undefined : PICTURES[found.type];
  if (!found || !kind) return undefined;
  // From 5 on, the EXIF orientation rotates the picture by 90 degrees.
  const [width, height] = (found.orientation ?? 1) >= 5 ? [found.height, found.width] : [found.width, found.height];
  return inspected(kind, { width, height });
}

const HTML = /<!doctype html|<(html|head|body|script|style|div|span|a|p|img|iframe|ins|noscript|video|canvas)\b/i;

function inspectText(text: string, filename: string, root: Root | undefined): Inspected {
  const extension = /\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? "";
  const { fileType, ...kind } = root?.name === "vast" ? XML : (SCRIPTS[extension] ?? (HTML.test(text) ? PAGE : WORDS));
  return { ...kind, measures: { fileType, characters: text.length }, text };
}

const XML: FileKind = { assetType: "VAST", contentType: "application/xml", fileType: "xml" };
const PAGE: FileKind = { assetType: "HTML", contentType: "text/html", fileType: "html" };
const WORDS: FileKind = { assetType: "TEXT", contentType: "text/plain", fileType: "txt" };
const SCRIPT: FileKind = { assetType: "JAVASCRIPT", contentType: "text/javascript", fileType: "js" };

/** Only the name distinguishes these from plain text. */
const SCRIPTS: Readonly<Record<string, FileKind>> = {
  js: SCRIPT,
  mjs: SCRIPT,
  css: { assetType: "CSS", contentType: "text/css", fileType: "css" },
};

/** Characters that never occur in a text: all control characters except line breaks and tabs. */
const NO_TEXT = /(?![\t\n\f\r])\p{Cc}/u;

/** The decoded text if the bytes are valid UTF-8 without control characters. */
function textIn(bytes: Uint8Array): string | undefined {
  const text = attempt(() => new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  return text === undefined || NO_TEXT.test(text) ? undefined : text;
}

function inspected({ assetType, contentType, fileType }: FileKind, measures: Measures | undefined): Inspected {
  return { assetType, contentType, measures: { ...measures, fileType }, text: null };
}

/** Files are hostile input: if one makes a parser throw, it simply counts as unreadable. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
