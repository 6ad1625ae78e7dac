import { Forbidden, NotFound } from "../../../ground/kernel/errors.ts";
import { MOUNTS } from "../../http/mount.ts";
import type { Side } from "../../reference/index.ts";

/** A path as the caller wrote it, split into parts. */
export interface WrittenPath {
  /** Decoded. */
  readonly segments: readonly string[];
  readonly query: Readonly<Record<string, string | readonly string[]>>;
}

const TRAVERSAL = /(^|[\\/])\.\.?([\\/]|$)/;

/** Parses a path of this server. Throws `Forbidden` for paths elsewhere, and `NotFound` for unknown ones. */
export function readPath(text: string, side: Side): WrittenPath {
  if (/^[a-z][a-z0-9+.-]*:|^[\\/]{2}/i.test(text)) throw elsewhere("is an absolute URL", side);
  const [written = "", search = ""] = text.split("?", 2);
  const inside = written.replace(/^\//, "").replace(/\/$/, "");
  // A mount may be an operation itself: for a seller, `/` is the storefront.
  const segments = inside === "" ? [] : inside.split("/").map(decoded);
  if (segments.some((segment) => TRAVERSAL.test(segment))) throw elsewhere("leads out of its folder", side);
  return { segments, query: queryIn(search) };
}

/** The possible meanings of the path, from the root: literally, on the side's own mount, or on the shared mount. */
export function placesOf(segments: readonly string[], side: Side): readonly (readonly string[])[] {
  const [first, second] = segments;
  if (first !== "api")
    return [
      ["api", "v2", side, ...segments],
      ["api", "v2", ...segments],
    ];
  // Older documents omit the version (buyer contract a.1).
  if (second === side) return [["api", "v2", ...segments.slice(1)]];
  if (second !== "v2") throw elsewhere(`is outside of ${MOUNTS[side]}`, side);
  return [segments];
}

const SAMPLE: Readonly<Record<Side, string>> = {
  buyer: "/advertisers",
  storefront: "/inventory-sources",
  operator: "/storefronts",
};

export function elsewhere(what: string, side: Side): Forbidden {
  const sample = SAMPLE[side];
  return new Forbidden(
    `path: this ${what}; api_call only reaches paths such as ${sample} or ${MOUNTS[side]}${sample}`,
    { field: "path" },
  );
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch (cause) {
    throw new NotFound("path: there is nothing at this path: it is not valid percent-encoding", {
      field: "path",
      cause,
    });
  }
}

function queryIn(search: string): WrittenPath["query"] {
  const given = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(given.keys())].map((name) => {
      const [only = "", ...more] = given.getAll(name);
      return [name, more.length > 0 ? [only, ...more] : only];
    }),
  );
}
