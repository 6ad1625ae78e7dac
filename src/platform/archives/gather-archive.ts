import { Readable } from "node:stream";
import { assetKeyOf, type Blobs } from "../../ground/blobs/index.ts";
import type { OrganisationRows, ReadOrganisation } from "../../ground/db/copy/index.ts";
import { RELEASE } from "../installation/index.ts";
import { LEFT_OUT_COLUMNS, LEFT_OUT_TABLES, NOT_IN_TABLES, SHOWN_ONLY } from "./contents.ts";
import { type ArchivedFile, type ArchiveManifest, MANIFEST_FILE, manifestText, SUM_FILE, sumText } from "./manifest.ts";

/** Stores a file of the archive, in a folder or for packing it afterwards. */
export type StoreFile = (path: string, content: Readable) => Promise<ArchivedFile>;

export interface ArchiveSource {
  readonly readOrganisation: ReadOrganisation;
  readonly blobs: Pick<Blobs, "get">;
}

/** Reads everything that an organisation has into files. The manifest, which describes them, comes last. */
export async function gatherArchive(
  organisation: ArchiveManifest["organisation"],
  source: ArchiveSource,
  storeFile: StoreFile,
): Promise<ArchiveManifest> {
  const { customerId } = organisation;
  const kept = new Map<string, ArchivedFile>();
  const without = { tables: new Set(Object.keys(LEFT_OUT_TABLES)), columns: new Set(Object.keys(LEFT_OUT_COLUMNS)) };
  const rows = await source.readOrganisation(customerId, without, async (table, lines) => {
    kept.set(table, await storeFile(`tables/${table}.jsonl`, lines));
  });
  const tables = rows.tables.flatMap(({ columns, ...table }) => {
    const file = kept.get(table.table);
    return file ? [{ ...table, columns: [...columns], file, imported: !(table.table in SHOWN_ONLY) }] : [];
  });
  const manifest: ArchiveManifest = {
    format: "interchange-organisation-1",
    release: RELEASE,
    schema: rows.schema,
    exportedAt: rows.at.toISOString(),
    organisation,
    tables,
    ...(await archiveBlobs(customerId, rows, source, storeFile)),
    leftOut: { tables: { ...LEFT_OUT_TABLES }, columns: { ...LEFT_OUT_COLUMNS }, other: [...NOT_IN_TABLES] },
    notImported: { ...SHOWN_ONLY },
  };
  const text = manifestText(manifest);
  await storeFile(SUM_FILE, Readable.from([Buffer.from(sumText(text))]));
  await storeFile(MANIFEST_FILE, Readable.from([Buffer.from(text)]));
  return manifest;
}

async function archiveBlobs(
  customerId: number,
  { blobs }: OrganisationRows,
  source: ArchiveSource,
  storeFile: StoreFile,
): Promise<Pick<ArchiveManifest, "files" | "missingFiles">> {
  const files: ArchiveManifest["files"] = [];
  const missingFiles: string[] = [];
  for (const { assetId, contentType } of blobs) {
    const content = await source.blobs.get(assetKeyOf(customerId, assetId));
    if (!content) missingFiles.push(assetId);
    else files.push({ assetId, contentType, file: await storeFile(`files/${assetId}`, content) });
  }
  return { files, missingFiles };
}
