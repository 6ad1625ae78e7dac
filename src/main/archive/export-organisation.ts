import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { Counted } from "../../ground/blobs/index.ts";
import type { Host } from "../../ground/kernel/host.ts";
import { type ArchiveManifest, gatherArchive, type StoreFile } from "../../platform/archives/index.ts";
import { findCustomer } from "../../platform/customers/index.ts";

/** Writes an organisation's archive to a new folder that only its owner can read. */
export async function exportOrganisation(
  host: Pick<Host, "database" | "blobs" | "readOrganisation">,
  customerId: number,
  folder: string,
): Promise<ArchiveManifest> {
  const customer = await host.database.readInstallation((db) => findCustomer(db, customerId));
  if (!customer) throw new Error("there is no organisation with this number");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: name a new folder`);
  const { company, kind, sandbox } = customer;
  return gatherArchive({ customerId, company, kind, sandbox }, host, saveIn(folder));
}

function saveIn(folder: string): StoreFile {
  return async (path, content) => {
    const place = join(folder, path);
    await mkdir(dirname(place), { recursive: true, mode: 0o700 });
    const counted = new Counted();
    await pipeline(content, counted, createWriteStream(place, { mode: 0o600, flags: "wx", flush: true }));
    return { path, bytes: counted.bytes, sha256: counted.digest() };
  };
}
