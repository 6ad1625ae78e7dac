import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "../ground/kernel/context.ts";

/** The terms in force, as their operator wrote them: `terms/<version>.txt` in the data folder; null where there is no such file. */
export function termsIn(dataFolder: string, { termsVersion }: Pick<Installation, "termsVersion">) {
  const file = join(dataFolder, "terms", `${termsVersion}.txt`);
  return (): Promise<string | null> => readFile(file, "utf8").catch(() => null);
}
