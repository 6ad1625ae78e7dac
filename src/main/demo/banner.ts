import { crc32, deflateSync } from "node:zlib";

/** The colour of the sky above the ridge; below it is the wood. */
const SKY = [238, 196, 143] as const;
const WOOD = [33, 74, 66] as const;

/** A picture of hills at dusk as a PNG (ISO/IEC 15948), with eight bits per channel and no transparency. */
export function bannerOf(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const ridge = height * (0.55 + 0.12 * Math.sin(x / 41) + 0.05 * Math.sin(x / 13));
      const depth = y < ridge ? (y / ridge) * 0.35 : 0.75 + (0.25 * (y - ridge)) / (height - ridge);
      const at = y * (1 + width * 3) + 1 + x * 3;
      for (const [channel, sky] of SKY.entries())
        rows[at + channel] = Math.round(sky + ((WOOD[channel] ?? 0) - sky) * depth);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND")]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
