import { crc32 } from "node:zlib";

/** A module as an earlier start read it. */
export interface PackedModule {
  /** The stamp of the file at that time. */
  readonly stamp: string;
  /** The format, in the terms of Node's loader; null for required modules, of which it finds out later. */
  readonly format: string | null;
  /** The source without types; null for modules that the loader reads itself, such as CommonJS. */
  readonly text: string | null;
}

/** Everything that a start loads: its modules by URL, and the files to which the names of packages, and the paths that are required, resolved. */
export interface ModulePack {
  readonly modules: ReadonlyMap<string, PackedModule>;
  /** Keyed by `nameIn` of the importing module. */
  readonly names: ReadonlyMap<string, string>;
}

interface Head {
  readonly surroundings: string;
  readonly checksum: number;
  /** For each module its URL, stamp and format, and where its text begins and ends after the head. */
  readonly modules: readonly (readonly [
    url: string,
    stamp: string,
    format: string | null,
    start: number,
    end: number,
  ])[];
  readonly names: readonly (readonly [name: string, url: string])[];
}

const LENGTH_BYTES = 4;
const NO_TEXT = -1;

export function nameIn(parent: string, specifier: string): string {
  return `${parent} ${specifier}`;
}

/**
 * Serialises a pack into one file: the length of its head, the head, and all texts. `surroundings` represents everything that decides how
 * names resolve.
 */
export function toBytes({ modules, names }: ModulePack, surroundings: string): Buffer {
  const texts: Buffer[] = [];
  let end = 0;
  const listed: Head["modules"] = [...modules].map(([url, { stamp, format, text }]) => {
    if (text === null) return [url, stamp, format, NO_TEXT, NO_TEXT];
    const bytes = Buffer.from(text);
    texts.push(bytes);
    end += bytes.length;
    return [url, stamp, format, end - bytes.length, end];
  });
  const body = Buffer.concat(texts);
  const head: Head = { surroundings, checksum: crc32(body), modules: listed, names: [...names] };
  const headBytes = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(headBytes.length);
  return Buffer.concat([length, headBytes, body]);
}

/** Null if the file is damaged, or was written in different surroundings. A text is only decoded when it is requested. */
export function fromBytes(bytes: Buffer, surroundings: string): ModulePack | null {
  const head = headOf(bytes);
  if (head?.surroundings !== surroundings) return null;
  const body = bytes.subarray(LENGTH_BYTES + bytes.readUInt32LE());
  if (head.checksum !== crc32(body)) return null;
  const modules = head.modules.map(([url, stamp, format, start, end]): [string, PackedModule] => [
    url,
    {
      stamp,
      format,
      get text() {
        return start === NO_TEXT ? null : body.toString("utf8", start, end);
      },
    },
  ]);
  return { modules: new Map(modules), names: new Map(head.names) };
}

function headOf(bytes: Buffer): Head | null {
  try {
    const length = bytes.readUInt32LE();
    return JSON.parse(bytes.toString("utf8", LENGTH_BYTES, LENGTH_BYTES + length)) as Head;
  } catch {
    return null;
  }
}
