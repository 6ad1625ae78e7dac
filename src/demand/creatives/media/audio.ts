import type { Measures } from "./measures.ts";

/** Names of parts, `fmt ` and `data`, as numbers, since a hostile file has millions of them. */
const [FORMAT, DATA] = [0x666d7420, 0x64617461];

/** The duration of a WAV file: the size of its audio data divided by its bytes per second. */
export function measureWav(bytes: Uint8Array): Measures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let bytesASecond = 0;
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const name = view.getUint32(at);
    const size = view.getUint32(at + 4, true);
    if (name === FORMAT && at + 20 <= view.byteLength) bytesASecond = view.getUint32(at + 16, true);
    if (name === DATA && bytesASecond > 0) return { durationMs: Math.round((size / bytesASecond) * 1000) };
    at += 8 + size + (size % 2);
  }
  return {};
}

/** Kilobits per second by the index in a frame's header, for MPEG 1 layer III and MPEG 2 (ISO/IEC 11172-3, 13818-3). */
const KBPS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
} as const;
const HERTZ = [44_100, 48_000, 32_000] as const;

/** The duration of an MP3 file: from its number of frames if the file states it, otherwise assuming a constant bit rate. */
export function measureMp3(bytes: Uint8Array): Measures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = startOfSound(view);
  if (start + 4 > view.byteLength || view.getUint16(start) < 0xffe0) return {};
  const [version, rates, channels] = [view.getUint8(start + 1), view.getUint8(start + 2), view.getUint8(start + 3)];
  const isFirst = (version & 0x18) === 0x18;
  const kbps = KBPS[isFirst ? 1 : 2][rates >> 4];
  const hertz = HERTZ[(rates >> 2) & 3];
  if (!kbps || !hertz || (version & 6) !== 2) return {};
  const hertzHere = isFirst ? hertz : (version & 0x18) === 0x10 ? hertz / 2 : hertz / 4;
  const isMono = channels >> 6 === 3;
  const frames = framesAt(view, start + 4 + (isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17));
  const seconds = frames
    ? (frames * (isFirst ? 1152 : 576)) / hertzHere
    : ((view.byteLength - start) * 8) / (kbps * 1000);
  return { durationMs: Math.round(seconds * 1000) };
}

/** The offset after the ID3v2 tag, whose size is written with seven bits per byte. */
function startOfSound(view: DataView): number {
  const tagged = view.byteLength > 10 && view.getUint16(0) === 0x4944 && view.getUint8(2) === 0x33;
  if (!tagged) return 0;
  return 10 + [6, 7, 8, 9].reduce((size, at) => (size << 7) | (view.getUint8(at) & 0x7f), 0);
}

/** The number of frames, which encoders write into a first frame marked `Xing` or `Info`. */
function framesAt(view: DataView, at: number): number | undefined {
  if (at + 12 > view.byteLength) return undefined;
  const name = view.getUint32(at);
  const hasCount = (view.getUint32(at + 4) & 1) === 1;
  return (name === 0x58696e67 || name === 0x496e666f) && hasCount ? view.getUint32(at + 8) : undefined;
}
