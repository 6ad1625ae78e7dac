import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const MANIFEST_FILE = "manifest.json";

const BackedUpFile = z.object({
  /** Relative to the backup's folder. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type BackupFile = z.infer<typeof BackedUpFile>;

/** The content of a backup, written last: a folder without it is not a backup. */
const Manifest = z.object({
  format: z.literal(1),
  release: z.string(),
  /** The moment whose state the backup contains, by the database's clock. */
  takenAt: z.iso.datetime(),
  kind: z.enum(["market", "sandbox"]),
  /** The fingerprint of the vault key with which the secrets are encrypted; the key itself is stored elsewhere. */
  vaultFingerprint: z.string(),
  database: z.object({
    server: z.string(),
    migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
    queue: z.string(),
    tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()), rows: z.int(), kept: BackedUpFile })),
    sequences: z.array(z.object({ sequence: z.string(), value: z.string() })),
  }),
  blobs: z.array(z.object({ key: z.string(), contentType: z.string(), kept: BackedUpFile })),
  /** Blobs that were deleted while the backup was being taken. */
  missingBlobs: z.array(z.string()),
  /** The other files of the data folder, by their path in it. */
  files: z.array(z.object({ path: z.string(), kept: BackedUpFile })),
});
export type Manifest = z.infer<typeof Manifest>;

/** Stored next to the manifest to prove that it has not been changed or truncated. */
const SUM_FILE = "manifest.sha256";

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, SUM_FILE), `${sumOf(text)}  ${MANIFEST_FILE}\n`, { mode: 0o600, flush: true });
  await writeFile(join(folder, MANIFEST_FILE), text, { mode: 0o600, flush: true });
}

/** Throws an error with a one-sentence message if the folder is not a backup, or its manifest is damaged. */
export async function readManifest(folder: string): Promise<Manifest> {
  const [text, sum] = await Promise.all([readText(folder, MANIFEST_FILE), readText(folder, SUM_FILE)]);
  if (text === undefined || sum === undefined)
    throw new Error(`${folder} is not a backup, or the backup was never finished`);
  if (sum.split(" ")[0] !== sumOf(text)) throw new Error(`the manifest of ${folder} was changed after it was written`);
  const { format } = z.looseObject({ format: z.unknown() }).parse(JSON.parse(text));
  if (format !== 1)
    throw new Error(`${folder} is a backup of format ${JSON.stringify(format)}, which this release cannot read`);
  return Manifest.parse(JSON.parse(text));
}

/** Every file that the manifest lists. */
export function backupFilesOf({ database, blobs, files }: Manifest): BackupFile[] {
  return [...database.tables, ...blobs, ...files].map(({ kept }) => kept);
}

function readText(folder: string, name: string): Promise<string | undefined> {
  return readFile(join(folder, name), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
