import { type Stats, statSync } from "node:fs";
import { type LoadFnOutput, stripTypeScriptTypes } from "node:module";
import { fileURLToPath } from "node:url";
import type { PackedModule } from "./module-pack.ts";

/** A file that changes twice within this time might look unchanged. */
const UNSETTLED_MS = 2_000;

/** Distinguishes a file from its earlier versions. The time is in whole seconds, because layers of container images keep no more. */
export function stampOf({ mtimeMs, size }: Pick<Stats, "mtimeMs" | "size">): string {
  return `${Math.floor(mtimeMs / 1000)}-${size}`;
}

/** Accepts a path or a file URL. */
export function statOf(place: string): Stats | undefined {
  try {
    return statSync(place.startsWith("file:") ? fileURLToPath(place) : place, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function isSettled({ mtimeMs }: Pick<Stats, "mtimeMs">): boolean {
  return Date.now() - mtimeMs >= UNSETTLED_MS;
}

/** Packs a module that has just been read, for later starts; undefined if later starts should read it again. */
export function pack(url: string, { format, source }: LoadFnOutput): PackedModule | undefined {
  const stats = url.startsWith("file:") && !url.includes("?") ? statOf(url) : undefined;
  if (!stats || !isSettled(stats)) return undefined;
  const stamp = stampOf(stats);
  if (format === "commonjs" || !format) return { stamp, format: format ?? null, text: null };
  const text = typeof source === "string" ? source : source && new TextDecoder().decode(source);
  if (text === undefined || text === null) return undefined;
  if (format === "module") return { stamp, format, text };
  return format === "module-typescript" ? withoutTypes(text, stamp) : undefined;
}

/** Undefined if Node refuses the text; Node then reports the reason itself. */
function withoutTypes(text: string, stamp: string): PackedModule | undefined {
  try {
    return { stamp, format: "module", text: stripTypeScriptTypes(text) };
  } catch {
    return undefined;
  }
}
