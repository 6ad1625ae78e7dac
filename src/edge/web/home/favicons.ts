import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface Favicon {
  readonly contentType: string;
  readonly bytes: Buffer;
}

const read = (name: string) => readFileSync(join(import.meta.dirname, name));

/** This server's icon for tabs and bookmarks, for browsers that accept SVG and for those that request the traditional name. */
export const FAVICONS: Readonly<Record<string, Favicon>> = {
  "/favicon.svg": { contentType: "image/svg+xml", bytes: read("favicon.svg") },
  "/favicon.ico": { contentType: "image/x-icon", bytes: read("favicon.ico") },
};
