import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

/** What an installation of a release leaves behind: its data folder, with the database as rows rather than as the files of a cluster. */
export interface Release {
  readonly release: string;
  /** The migrations that it had applied, in order. */
  readonly migrations: readonly { readonly name: string; readonly hash: string }[];
  /** How that release's job queue created its own tables. */
  readonly queue: string;
  readonly tables: readonly { readonly table: string; readonly columns: readonly string[]; readonly rows: string }[];
  readonly sequences: readonly { readonly sequence: string; readonly value: string }[];
  /** The other files in the data folder, in base64. */
  readonly files: readonly { readonly path: string; readonly content: string }[];
}

const fileOf = (release: string) => new URL(`${release}.json.gz`, import.meta.url);

export async function readRelease(release: string): Promise<Release> {
  const packed = await readFile(fileOf(release));
  return JSON.parse(String(await promisify(gunzip)(packed))) as Release;
}

export async function writeRelease(kept: Release): Promise<number> {
  const packed = await promisify(gzip)(JSON.stringify(kept), { level: 9 });
  await writeFile(fileOf(kept.release), packed);
  return packed.length;
}
