import { readFileSync } from "node:fs";

export interface WholeFile {
  readonly bytes: Buffer;
  /** Gives back the memory, which else waits for a full collection of garbage: ten megabytes. The bytes are gone then. */
  release(): void;
}

/** Undefined where there is none. */
export function readWhole(file: string): WholeFile | undefined {
  try {
    const bytes = readFileSync(file);
    return { bytes, release: () => release(bytes) };
  } catch {
    return undefined;
  }
}

function release({ buffer, byteLength }: Buffer): void {
  // A small file's bytes are cut from memory that others use as well.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}
