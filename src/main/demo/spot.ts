const HERTZ = 8_000;
const HEADER_BYTES = 44;
/** The value of silence in unsigned 8-bit samples. */
const SILENCE = 0x80;

/** A silent radio spot of this many seconds, as a WAV file (RIFF, PCM, one channel). */
export function spotOf(seconds: number): Buffer {
  const file = Buffer.alloc(HEADER_BYTES + seconds * HERTZ, SILENCE);
  file.write("RIFF", 0, "latin1");
  file.writeUInt32LE(file.length - 8, 4);
  file.write("WAVEfmt ", 8, "latin1");
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(HERTZ, 24);
  file.writeUInt32LE(HERTZ, 28);
  file.writeUInt16LE(1, 32);
  file.writeUInt16LE(8, 34);
  file.write("data", 36, "latin1");
  file.writeUInt32LE(seconds * HERTZ, 40);
  return file;
}
