import { readFileSync } from "node:fs";
import { join } from "node:path";

const TEXT = readFileSync(join(import.meta.dirname, "../../deploy/citus/distribute.sql"), "utf8");

function namedIn(list: string): readonly string[] {
  const [, names = ""] = new RegExp(`-- ${list}\\n.*?array\\[(.*?)\\]`, "s").exec(TEXT) ?? [];
  return [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? "");
}

/** How deploy/citus distributes the tables; tables that are not listed are sharded by organisation. */
export const COPIED: ReadonlySet<string> = new Set(namedIn("reference"));
export const LOCAL: ReadonlySet<string> = new Set(namedIn("local"));
