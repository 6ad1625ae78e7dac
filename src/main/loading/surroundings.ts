import { join } from "node:path";
import { stampOf, statOf } from "./pack-module.ts";

/** npm writes the first file whenever it changes a package; the second contains the names of our own modules. */
const DECIDING = ["node_modules/.package-lock.json", "package.json"];

/** Node's flags that change how names resolve. */
const LEADING = /^(-C|--conditions|--preserve-symlinks|--experimental)/;

/** The things that decide how names of packages resolve; null if they cannot be determined. */
export function surroundingsOf(root: string): string | null {
  const stats = DECIDING.map((path) => statOf(join(root, path)));
  const stamps = stats.map((one) => one && stampOf(one));
  const flags = process.execArgv.filter((flag) => LEADING.test(flag));
  return stamps.includes(undefined) ? null : [process.version, ...flags, ...stamps].join(" ");
}
