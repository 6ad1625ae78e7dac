import { createHash } from "node:crypto";
import type { Document } from "./page.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * What a page may do: use its own style sheet, run its own script if it has one, show our images, and submit its forms to us. It must not
 * load anything from elsewhere, cannot be framed, sends no referrer, and is not cached.
 */
export function pageHeaders(
  { style, script, scriptPath, leadsTo }: Pick<Document, "style" | "script"> & Partial<Document>,
  publicUrl: string,
): Readonly<Record<string, string>> {
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${hashOf(style)}`,
      ...(script === undefined ? [] : [`script-src ${hashOf(script)}`]),
      ...(scriptPath === undefined ? [] : ["script-src 'self'"]),
      "img-src 'self'",
      // Chromium applies this to redirects as well (CSP 3 §6.3.1 leaves it open).
      `form-action 'self'${leadsTo === undefined ? "" : ` ${leadsTo}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "cache-control": "no-store",
    // Our script sends a single message, to the page on another site that opened the window.
    "cross-origin-opener-policy": script === undefined && leadsTo === undefined ? "same-origin" : "unsafe-none",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...everywhere(publicUrl),
  };
}

/** What the console may do: run and display its own files, and call this server, but nothing else. */
export function consoleHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "media-src 'self'",
      "connect-src 'self'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    // The names of its parts change with their content, so only the document that refers to them is fetched each time.
    "cache-control": "no-cache",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...everywhere(publicUrl),
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** An image whose name is its digest never changes. An SVG that is opened on its own is a document, so it must only be displayed. */
export function pictureHeaders(contentType: string, publicUrl: string): Readonly<Record<string, string>> {
  return {
    "content-type": contentType,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`,
    "cross-origin-resource-policy": "same-origin",
    ...everywhere(publicUrl),
  };
}

export function everywhere(publicUrl: string): Readonly<Record<string, string>> {
  return {
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    ...(publicUrl.startsWith("https:") && { "strict-transport-security": `max-age=${YEAR_SECONDS}` }),
  };
}
