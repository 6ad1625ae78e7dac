import { rename, rm, writeFile } from "node:fs/promises";

/** Moves the bytes into place, so that nobody reads a partial file. If they cannot be written, the next start loads everything as this one did. */
export async function replaceFile(file: string, bytes: Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, bytes, { mode: 0o600 });
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
