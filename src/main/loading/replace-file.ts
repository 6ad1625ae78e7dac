import { rename, rm, writeFile } from "node:fs/promises";

/** Moved into place, so that nobody reads half of it. Where nothing can be written, the next start loads as this one did. */
export async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
