import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "../ground/kernel/context.ts";

export function termsFile(dataFolder: string, { termsVersion }: Pick<Installation, "termsVersion">): string {
  return join(dataFolder, "terms", `${termsVersion}.txt`);
}

/** The terms in force, as their operator wrote them: `terms/<version>.txt` in the data folder; null where there is no such file. */
export function termsIn(dataFolder: string, installation: Pick<Installation, "termsVersion">) {
  const file = termsFile(dataFolder, installation);
  return (): Promise<string | null> => readFile(file, "utf8").catch(() => null);
}
