import { join } from "node:path";
import { stampOf, statOf } from "./pack-module.ts";

/** npm writes the first whenever it changes a package; the other names our own modules. */
const DECIDING = ["node_modules/.package-lock.json", "package.json"];

/** Flags of Node's that lead names elsewhere. */
const LEADING = /^(-C|--conditions|--preserve-symlinks|--experimental)/;

/** What decides where the names of packages lead; null where that is not known. */
export function surroundingsOf(root: string): string | null {
  const stats = DECIDING.map((path) => statOf(join(root, path)));
  const stamps = stats.map((one) => one && stampOf(one));
  const flags = process.execArgv.filter((flag) => LEADING.test(flag));
  return stamps.includes(undefined) ? null : [process.version, ...flags, ...stamps].join(" ");
}
