import type { Measures } from "./measures.ts";

interface Box {
  readonly type: string;
  /** Where the box's content begins and ends. */
  readonly start: number;
  readonly end: number;
}

/** The duration of an MP4 or QuickTime file, and the size of its video (ISO/IEC 14496-12). A broken file yields neither. */
export function measureMp4(bytes: Uint8Array): Measures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const movie = childOf(view, { type: "file", start: 0, end: view.byteLength }, "moov");
  if (!movie) return {};
  const header = childOf(view, movie, "mvhd");
  const tracks = [...boxesIn(view, movie)].filter(({ type }) => type === "trak");
  const pictures = tracks.flatMap((track) => pictureOf(view, childOf(view, track, "tkhd")));
  return { ...durationIn(view, header), ...pictures[0] };
}

function durationIn(view: DataView, header: Box | undefined): Measures {
  if (!header || header.end - header.start < 32) return {};
  const { start } = header;
  const long = view.getUint8(start) === 1;
  const ticksASecond = view.getUint32(start + (long ? 20 : 12));
  const ticks = long ? Number(view.getBigUint64(start + 24)) : view.getUint32(start + 16);
  return ticksASecond > 0 && ticks > 0 ? { durationMs: Math.round((ticks / ticksASecond) * 1000) } : {};
}

/** Audio tracks have no size. Sizes are fixed-point numbers with a 16-bit integer part. */
function pictureOf(view: DataView, header: Box | undefined): Measures[] {
  if (!header || header.end - header.start < 84) return [];
  const at = header.start + (view.getUint8(header.start) === 1 ? 88 : 76);
  if (at + 8 > header.end) return [];
  const [width, height] = [view.getUint16(at), view.getUint16(at + 4)];
  return width > 0 && height > 0 ? [{ width, height }] : [];
}

function childOf(view: DataView, parent: Box, type: string): Box | undefined {
  for (const box of boxesIn(view, parent)) if (box.type === type) return box;
}

function* boxesIn(view: DataView, { start, end }: Box): Generator<Box> {
  for (let at = start; at + 16 <= end; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? end - at : short;
    if (size < head || at + size > end) return;
    yield { type: nameAt(view, at + 4), start: at + head, end: at + size };
    at += size;
  }
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}
