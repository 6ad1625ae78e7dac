import type { Measures } from "./measures.ts";

interface Box {
  /** Where the box's content begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** Types of boxes, `moov`, `mvhd`, `trak` and `tkhd`, as numbers, since a hostile file has millions of them. */
const [MOOV, MVHD, TRAK, TKHD] = [0x6d6f6f76, 0x6d766864, 0x7472616b, 0x746b6864];

/** The duration of an MP4 or QuickTime file, and the size of its video (ISO/IEC 14496-12). A broken file yields neither. */
export function measureMp4(bytes: Uint8Array): Measures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const movie = firstIn(view, { start: 0, end: view.byteLength }, MOOV);
  if (!movie) return {};
  return { ...durationIn(view, firstIn(view, movie, MVHD)), ...pictureIn(view, movie) };
}

/** That of the first track that has one: audio tracks have none. */
function pictureIn(view: DataView, movie: Box): Measures {
  for (const track of boxesIn(view, movie, TRAK)) {
    const picture = pictureOf(view, firstIn(view, track, TKHD));
    if (picture) return picture;
  }
  return {};
}

function durationIn(view: DataView, header: Box | undefined): Measures {
  if (!header || header.end - header.start < 32) return {};
  const { start } = header;
  const long = view.getUint8(start) === 1;
  const ticksASecond = view.getUint32(start + (long ? 20 : 12));
  const ticks = long ? Number(view.getBigUint64(start + 24)) : view.getUint32(start + 16);
  return ticksASecond > 0 && ticks > 0 ? { durationMs: Math.round((ticks / ticksASecond) * 1000) } : {};
}

/** Sizes are fixed-point numbers with a 16-bit integer part. */
function pictureOf(view: DataView, header: Box | undefined): Measures | undefined {
  if (!header || header.end - header.start < 84) return undefined;
  const at = header.start + (view.getUint8(header.start) === 1 ? 88 : 76);
  if (at + 8 > header.end) return undefined;
  const [width, height] = [view.getUint16(at), view.getUint16(at + 4)];
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function firstIn(view: DataView, parent: Pick<Box, "start" | "end">, type: number): Box | undefined {
  for (const box of boxesIn(view, parent, type)) return box;
}

/** Those of a type. */
function* boxesIn(view: DataView, { start, end }: Pick<Box, "start" | "end">, type: number): Generator<Box> {
  for (let at = start; at + 16 <= end; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    if (size < head || at + size > end) return;
    if (view.getUint32(at + 4) === type) yield { start: at + head, end: at + size };
    at += size;
  }
}
