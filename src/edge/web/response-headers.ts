import { createHash } from "node:crypto";
import type { Document } from "./page.ts";

const YEAR_SECONDS = 365 * 24 * 3600;

/**
 * What a page may do: use its own style sheet, run its own script if it has one, show our images, and submit its forms
 * to us. It loads nothing from elsewhere, cannot be framed, sends no referrer, and is not cached.
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
      // Chromium applies it to redirects as well (CSP 3 §6.3.1 leaves this open).
      `form-action 'self'${leadsTo === undefined ? "" : ` ${leadsTo}`}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join("; "),
    "cache-control": "no-store",
    // Our script sends one message, to the other site's page that opened the window.
    "cross-origin-opener-policy": script === undefined && leadsTo === undefined ? "same-origin" : "unsafe-none",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...everywhere(publicUrl),
  };
}

/** What the console may do: run and display its own files, call this server, and nothing else. */
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
    // Its parts have names that change with them; the document that names them is fetched each time.
    "cache-control": "no-cache",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...everywhere(publicUrl),
  };
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * An image with its digest as its name never changes. Opened on its own, an SVG is a document: it may only be
 * displayed.
 */
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
