import { createHash } from "node:crypto";

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * What a page may do: wear its own style sheet, show our pictures, send its forms to us. It runs nothing, loads nothing
 * from elsewhere, is framed by nobody, tells nobody where its reader came from, and is kept nowhere.
 */
export function pageHeaders(style: string, publicUrl: string): Readonly<Record<string, string>> {
  const hash = createHash("sha256").update(style).digest("base64");
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "img-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...everywhere(publicUrl),
  };
}

/** A picture by its digest never changes. Opened by itself, an SVG is a document: it may do nothing but be seen. */
export function pictureHeaders(contentType: string, publicUrl: string): Readonly<Record<string, string>> {
  return {
    "content-type": contentType,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
    "cross-origin-resource-policy": "same-origin",
    ...everywhere(publicUrl),
  };
}

function everywhere(publicUrl: string): Readonly<Record<string, string>> {
  return {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    ...(publicUrl.startsWith("https:") && { "strict-transport-security": `max-age=${YEAR_SECONDS}` }),
  };
}
