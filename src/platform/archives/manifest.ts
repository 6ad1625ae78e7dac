import { createHash } from "node:crypto";
import { z } from "zod";

export const MANIFEST_FILE = "manifest.json";
/** Proves that the manifest has not been changed, in the form that `sha256sum --check` reads. */
export const SUM_FILE = "manifest.sha256";

const ArchivedFile = z.object({
  /** Relative to the archive's folder. */
  path: z.string(),
  bytes: z.int(),
  sha256: z.string(),
});
export type ArchivedFile = z.output<typeof ArchivedFile>;

/** What an archive contains and what it lacks; docs/archives.md explains it to readers. */
const Manifest = z.object({
  format: z.literal("interchange-organisation-1"),
  release: z.string(),
  /** The newest migration of the database from which the rows were read. */
  schema: z.string(),
  /** The moment whose state the archive contains, by the database's clock. */
  exportedAt: z.iso.datetime(),
  organisation: z.object({ customerId: z.int(), company: z.string(), kind: z.string(), sandbox: z.boolean() }),
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.int(),
      file: ArchivedFile,
      imported: z.boolean(),
    }),
  ),
  files: z.array(z.object({ assetId: z.string(), contentType: z.string(), file: ArchivedFile })),
  /** Files to which rows refer, but that no longer existed. */
  missingFiles: z.array(z.string()),
  leftOut: z.object({
    tables: z.record(z.string(), z.string()),
    columns: z.record(z.string(), z.string()),
    other: z.array(z.string()),
  }),
  notImported: z.record(z.string(), z.string()),
});
export type ArchiveManifest = z.output<typeof Manifest>;

export function manifestText(manifest: ArchiveManifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}

export function sumText(text: string): string {
  return `${sumOf(text)}  ${MANIFEST_FILE}\n`;
}

/** Throws an error with a one-sentence message if the texts do not belong together, or were written by another release. */
export function parseManifest(text: string, sum: string): ArchiveManifest {
  if (sum.split(" ")[0] !== sumOf(text)) throw new Error(`${MANIFEST_FILE} was changed after it was written`);
  const { format } = z.looseObject({ format: z.unknown() }).parse(JSON.parse(text));
  if (format !== Manifest.shape.format.value)
    throw new Error(`an archive of the format ${JSON.stringify(format)} cannot be read by this release`);
  return Manifest.parse(JSON.parse(text));
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
