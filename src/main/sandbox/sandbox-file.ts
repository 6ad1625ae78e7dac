import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const Publisher = z.object({
  name: z.string(),
  key: z.string(),
  customerId: z.int(),
  storefrontId: z.int(),
  platformId: z.string(),
  sourceId: z.string(),
  /** The key with which a buyer uses the publisher's source; null if it needs none. */
  sourceKey: z.string().nullable(),
});

/**
 * The keys and addresses of the sandbox marketplace, for people and scripts. Because it contains keys, the file has mode 0600, and only
 * sandboxes have one.
 */
export const SandboxFile = z.object({
  baseUrl: z.string(),
  buyer: z.object({ key: z.string(), customerId: z.int() }),
  seller: Publisher,
  operator: z.object({ key: z.string(), customerId: z.int() }),
  publishers: z.array(Publisher),
});

export type SandboxFile = z.output<typeof SandboxFile>;
export type SandboxPublisher = z.output<typeof Publisher>;

const pathIn = (folder: string) => join(folder, "sandbox.json");

/** The file of an earlier start; undefined if there is none that can be read. */
export async function readSandboxFile(folder: string): Promise<SandboxFile | undefined> {
  const text = await readFile(pathIn(folder), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return SandboxFile.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Written to a temporary file and moved into place, so that readers always see a complete file. */
export async function writeSandboxFile(folder: string, sandbox: SandboxFile): Promise<void> {
  const draft = `${pathIn(folder)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(sandbox, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, pathIn(folder));
}
