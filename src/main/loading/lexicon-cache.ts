import { readdirSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { Deserializer, Serializer } from "node:v8";
import { crc32 } from "node:zlib";
import { type CompiledLexicon, readLexiconAhead, recallLexicon } from "../../ground/brief/index.ts";
import { isSettled, stampOf, statOf } from "./pack-module.ts";
import { readWhole } from "./read-whole.ts";
import { replaceFile } from "./replace-file.ts";
import { surroundingsOf } from "./surroundings.ts";

export interface LexiconCache {
  /** As a former process compiled it; undefined if there is none, if it is damaged, or if what it was made from has changed. */
  recall(): CompiledLexicon | undefined;
  /** For later processes: what was compiled of the sources as they were when it was to be recalled. */
  save(compiled: CompiledLexicon): Promise<void>;
}

export interface LexiconCacheOptions {
  /** The folder that holds `package.json` and `node_modules`. */
  readonly root: string;
  /** The folder of the lexicon's texts, and of the rules by which they are compiled. */
  readonly sources: string;
  /** Where the compiled lexicon lies; it is not kept without. */
  readonly folder: string | undefined;
}

const ROOT = join(import.meta.dirname, "../../..");
/** Beside what Node has compiled. */
const own = lexiconCache({ root: ROOT, sources: join(ROOT, "src/ground/brief"), folder: getCompileCacheDir() });

/** Lets the lexicon be found as a former process compiled it. */
export function recallCachedLexicon(): void {
  recallLexicon(own.recall);
}

/** Reads the lexicon ahead of the first brief, and keeps what had to be compiled. */
export async function readCachedLexicon(): Promise<void> {
  const compiled = await readLexiconAhead();
  if (compiled) await own.save(compiled);
}

interface StoredLexicon {
  readonly sources: string;
  readonly lexicon: CompiledLexicon;
}

export function lexiconCache({ root, sources: from, folder }: LexiconCacheOptions): LexiconCache {
  const file = folder === undefined ? undefined : join(folder, `lexicon-${crc32(root).toString(16)}.bin`);
  let sources: string | undefined;
  return {
    recall() {
      sources = stampsOf(root, from);
      const kept = file === undefined || sources === undefined ? undefined : readStored(file);
      return kept?.sources === sources ? kept?.lexicon : undefined;
    },
    async save(lexicon) {
      if (file !== undefined && sources !== undefined) await replaceFile(file, toBytes({ sources, lexicon }));
    },
  };
}

/** As with modules, a file counts as unchanged by its time and size; undefined if one might still change unnoticed. */
function stampsOf(root: string, sources: string): string | undefined {
  const surroundings = surroundingsOf(root);
  if (surroundings === null) return undefined;
  const stamps = [surroundings];
  for (const path of readdirSync(sources, { recursive: true, encoding: "utf8" }).sort()) {
    const stats = statOf(join(sources, path));
    if (stats?.isDirectory()) continue;
    if (!stats || !isSettled(stats)) return undefined;
    stamps.push(`${path} ${stampOf(stats)}`);
  }
  return stamps.join("\n");
}

function readStored(file: string): StoredLexicon | undefined {
  const whole = readWhole(file);
  try {
    return whole && fromBytes(whole.bytes);
  } catch {
    return undefined;
  } finally {
    whole?.release();
  }
}

const CHECKSUM_BYTES = 4;

function toBytes(kept: StoredLexicon): Buffer {
  // Unlike `serialize`, it gives each array memory of its own when read, so that nothing holds the whole file.
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(kept);
  const body = serializer.releaseBuffer();
  const checksum = Buffer.alloc(CHECKSUM_BYTES);
  checksum.writeUInt32LE(crc32(body));
  return Buffer.concat([checksum, body]);
}

function fromBytes(bytes: Buffer): StoredLexicon | undefined {
  const body = bytes.subarray(CHECKSUM_BYTES);
  if (bytes.readUInt32LE() !== crc32(body)) return undefined;
  const deserializer = new Deserializer(body);
  deserializer.readHeader();
  return deserializer.readValue();
}
