/** The smallest files whose type can be recognised. */
const text = (name: string) => Buffer.from(name, "latin1");
const u32 = (...values: number[]) =>
  Buffer.concat(values.map((value) => Buffer.from(value.toString(16).padStart(8, "0"), "hex")));
const le32 = (value: number) => u32(value).swap32();

export function png(width: number, height: number, bytes = 0): Buffer {
  const header = Buffer.concat([u32(13), text("IHDR"), u32(width, height), Buffer.from([8, 6, 0, 0, 0]), u32(0)]);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), header, Buffer.alloc(bytes)]);
}

export function mp4(seconds: number, width = 1920, height = 1080): Buffer {
  const movie = box("mvhd", u32(0, 0, 0, 1000, Math.round(seconds * 1000)), Buffer.alloc(80));
  const track = (wide: number, high: number) =>
    box("trak", box("tkhd", Buffer.alloc(76), u32(wide * 65_536, high * 65_536)));
  return Buffer.concat([box("ftyp", text("isom"), u32(512)), box("moov", movie, track(0, 0), track(width, height))]);
}

function box(name: string, ...inside: Buffer[]): Buffer {
  const content = Buffer.concat(inside);
  return Buffer.concat([u32(content.length + 8), text(name), content]);
}

export function wav(seconds: number): Buffer {
  const format = Buffer.concat([
    text("fmt "),
    le32(16),
    le32(0x0001_0001),
    le32(8_000),
    le32(8_000),
    le32(0x0008_0001),
  ]);
  const sound = Buffer.concat([text("data"), le32(seconds * 8_000), Buffer.alloc(16)]);
  return Buffer.concat([text("RIFF"), le32(0), text("WAVE"), format, sound]);
}

/** An MP3 file that states its number of frames, or one that is as long as its duration requires at 128 kbit/s. */
export function mp3(seconds: number, counted: boolean): Buffer {
  const frames = Math.round((seconds * 44_100) / 1_152);
  const tag = Buffer.concat([text("ID3"), Buffer.from([4, 0, 0, 0, 0, 0, 10]), Buffer.alloc(10)]);
  const frame = Buffer.concat([
    u32(0xff_fb_90_00),
    Buffer.alloc(32),
    ...(counted ? [text("Xing"), u32(1, frames)] : []),
  ]);
  return Buffer.concat([tag, frame, Buffer.alloc(counted ? 100 : seconds * 16_000 - frame.length)]);
}

export const SVG = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="300" height="250"></svg>';
export const VAST = '<?xml version="1.0"?>\n<VAST version="4.2"><Ad id="1"></Ad></VAST>';
