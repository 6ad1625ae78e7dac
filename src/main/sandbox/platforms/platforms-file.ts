import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const PlatformsFile = z.record(z.string(), z.url());

const pathIn = (folder: string) => join(folder, "sandbox-platforms.json");

/** The addresses of the platforms of a sandbox's server, for its other processes and for the next start. Undefined if unknown. */
export async function readPlatformsFile(folder: string): Promise<Readonly<Record<string, string>> | undefined> {
  const text = await readFile(pathIn(folder), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return PlatformsFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function writePlatformsFile(folder: string, addresses: Readonly<Record<string, string>>): Promise<void> {
  return writeFile(pathIn(folder), `${JSON.stringify(addresses, null, 2)}\n`);
}
