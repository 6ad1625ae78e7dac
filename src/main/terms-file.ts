import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Installation } from "../ground/kernel/context.ts";

export function termsFile(dataFolder: string, { termsVersion }: Pick<Installation, "termsVersion">): string {
  return join(dataFolder, "terms", `${termsVersion}.txt`);
}

/** Reads the current terms as the operator wrote them, from `terms/<version>.txt` in the data folder; null if there is no such file. */
export function termsIn(dataFolder: string, installation: Pick<Installation, "termsVersion">) {
  const file = termsFile(dataFolder, installation);
  return (): Promise<string | null> => readFile(file, "utf8").catch(() => null);
}
