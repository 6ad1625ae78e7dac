import { createReadStream } from "node:fs";
import type { Blobs, Spool } from "../../ground/blobs/index.ts";
import { assetKeyOf } from "../../ground/blobs/index.ts";
import { type OrganisationImport, openOrganisationImport } from "../../ground/db/copy/index.ts";
import { type ArchiveManifest, SHOWN_ONLY } from "../../platform/archives/index.ts";
import { openResigning } from "../../platform/audit/index.ts";
import { checkNewcomer } from "./check-newcomer.ts";
import { placeOf, readArchive, readBatches } from "./read-archive.ts";

export interface ImportTarget {
  /** The login that owns the tables, in an installation with this release's schema. */
  readonly ownerUrl: string;
  readonly blobs: Blobs;
  readonly spool: Spool;
  /** The key with which this installation signs audit logs. */
  readonly auditKey: Uint8Array;
  readonly sandbox: boolean;
}

/**
 * Imports an organisation that was exported elsewhere into an installation that may have others: under its own ids, and either completely
 * or not at all. Its files are stored first; those that a failed attempt leaves behind are overwritten by the next one.
 */
export async function importOrganisation(folder: string, target: ImportTarget): Promise<ArchiveManifest> {
  const manifest = await readArchive(folder);
  const { customerId, sandbox } = manifest.organisation;
  if (sandbox && !target.sandbox)
    throw new Error(
      "this is an organisation of a sandbox, which no market takes: set INTERCHANGE_SANDBOX=1 for a sandbox",
    );
  await openOrganisationImport(target.ownerUrl, customerId, async (into) => {
    await checkNewcomer(folder, manifest, into);
    await putFiles(folder, manifest, target);
    await fill(folder, manifest, { ...target, into });
  });
  return manifest;
}

async function putFiles(folder: string, { organisation, files }: ArchiveManifest, { blobs, spool }: ImportTarget) {
  for (const { assetId, contentType, file } of files) {
    // A bucket requires the number of bytes in advance.
    const content = await spool.take(createReadStream(placeOf(folder, file.path)));
    await blobs.put(assetKeyOf(organisation.customerId, assetId), content, contentType);
    await content.remove();
  }
}

interface Filling extends ImportTarget {
  readonly into: OrganisationImport;
}

async function fill(folder: string, manifest: ArchiveManifest, { into, auditKey }: Filling): Promise<void> {
  const { customerId } = manifest.organisation;
  const brought = new Map(manifest.tables.filter(({ imported }) => imported).map((table) => [table.table, table]));
  const resigning = openResigning(customerId, auditKey);
  for (const name of into.order) {
    const table = brought.get(name);
    if (!table || name in SHOWN_ONLY) continue;
    const columns = table.columns.filter((column) => !(`${name}.${column}` in SHOWN_ONLY));
    const isLog = name === "audit_log";
    let inserted = 0;
    for await (const batch of readBatches(folder, table.file)) {
      const rows = `[${(isLog ? resigning.sign(batch) : batch).join(",")}]`;
      inserted += await into.insert(name, isLog ? [...columns, "hash"] : columns, rows);
    }
    const expected = name === "users" ? inserted : table.rows;
    if (inserted !== expected)
      throw new Error(
        `the archive is damaged: ${name} has ${table.rows} rows, and ${inserted} of them are the organisation's`,
      );
  }
  await into.insert(
    "audit_heads",
    ["customer_id", "sequence", "hash", "mac", "plain_until"],
    JSON.stringify(resigning.head()),
  );
}
