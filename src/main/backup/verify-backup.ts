import type { Readable } from "node:stream";
import { complaintOf, openBackedUp } from "./backup-file.ts";
import { backupFilesOf, readManifest } from "./manifest.ts";

const NEWLINE = 10;

/** Reads a backup completely, and returns its problems, one sentence each; empty if it is intact. */
export async function verifyBackup(folder: string): Promise<string[]> {
  const manifest = await readManifest(folder);
  const complaints: string[] = [];
  for (const kept of backupFilesOf(manifest)) {
    const complaint = await complaintOf(folder, kept);
    if (complaint) complaints.push(complaint);
  }
  if (complaints.length > 0) return complaints;
  for (const { table, rows, kept } of manifest.database.tables) {
    const found = await countRows(openBackedUp(folder, kept));
    if (found !== rows) complaints.push(`${kept.path} has ${found} rows, but ${table} had ${rows}`);
  }
  return complaints;
}

/** In COPY's text format each row is one line, because line breaks within a value are escaped. */
async function countRows(content: Readable): Promise<number> {
  let rows = 0;
  for await (const chunk of content as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) rows++;
  return rows;
}
