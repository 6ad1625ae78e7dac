import { isSafeSvg } from "./safe-svg.ts";

/** An image, whose type is determined by its first bytes, whatever the server called it. */
export interface Picture {
  readonly contentType: "image/png" | "image/jpeg" | "image/webp" | "image/gif" | "image/svg+xml";
  readonly bytes: Uint8Array;
}

/** Undefined if the bytes are not an image, or not one that we would serve. */
export function pictureIn(bytes: Uint8Array): Picture | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const contentType = RASTERS.find(([, begins]) => begins(head))?.[0];
  if (contentType) return { contentType, bytes };
  const text = utf8(bytes);
  return text !== undefined && isSafeSvg(text) ? { contentType: "image/svg+xml", bytes } : undefined;
}

/** PNG 3 §5.2, JPEG (ITU T.81 §B.1.1.3), GIF89a §17, WebP (RFC 9649 §2.4). */
const RASTERS: readonly (readonly [Picture["contentType"], (head: string) => boolean])[] = [
  ["image/png", (head) => head.startsWith("\x89PNG\r\n\x1A\n")],
  ["image/jpeg", (head) => head.startsWith("\xFF\xD8\xFF")],
  ["image/gif", (head) => /^GIF8[79]a/.test(head)],
  ["image/webp", (head) => head.startsWith("RIFF") && head.startsWith("WEBP", 8)],
];

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
