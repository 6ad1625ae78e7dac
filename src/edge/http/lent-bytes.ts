import type { ServerResponse } from "node:http";
import { setImmediate as nextTurn } from "node:timers/promises";

/** In bytes: a longer body gets memory of its own. */
const ROOM = 65_536;
/** As many callers as are usually answered at once. */
const MOST_FREE = 16;
const free: Buffer[] = [];

/**
 * A response's body, in memory that the next response gets once this one has been sent. In memory of its own each would wait for the
 * collection of garbage, together with a thousand others: tens of megabytes.
 */
export function bodyOf(response: ServerResponse, parts: readonly (string | Uint8Array)[]): Buffer {
  const length = lengthOf(parts);
  if (length > ROOM) return write(Buffer.allocUnsafe(length), parts);
  const lent = free.pop() ?? Buffer.allocUnsafeSlow(ROOM);
  // A response that is cut off keeps what it was lent: nobody says when it is through with it.
  response.once("finish", () => {
    if (free.length < MOST_FREE) free.push(lent);
  });
  return write(lent, parts).subarray(0, length);
}

/** The same; a long body is put together over several turns of the loop, one for each of its parts. */
export async function bodyInTurns(response: ServerResponse, parts: readonly (string | Uint8Array)[]): Promise<Buffer> {
  const length = lengthOf(parts);
  if (length <= ROOM) return bodyOf(response, parts);
  const bytes = Buffer.allocUnsafe(length);
  let end = 0;
  for (const part of parts) {
    end = writePart(bytes, part, end);
    await nextTurn();
  }
  return bytes;
}

function lengthOf(parts: readonly (string | Uint8Array)[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
}

function write(bytes: Buffer, parts: readonly (string | Uint8Array)[]): Buffer {
  let end = 0;
  for (const part of parts) end = writePart(bytes, part, end);
  return bytes;
}

/** Returns the position behind the part. */
function writePart(bytes: Buffer, part: string | Uint8Array, at: number): number {
  if (typeof part === "string") return at + bytes.write(part, at);
  bytes.set(part, at);
  return at + part.byteLength;
}
