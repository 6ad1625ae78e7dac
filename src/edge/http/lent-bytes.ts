import type { ServerResponse } from "node:http";

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
  const length = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0);
  if (length > ROOM) return write(Buffer.allocUnsafe(length), parts);
  const lent = free.pop() ?? Buffer.allocUnsafeSlow(ROOM);
  // A response that is cut off keeps what it was lent: nobody says when it is through with it.
  response.once("finish", () => {
    if (free.length < MOST_FREE) free.push(lent);
  });
  return write(lent, parts).subarray(0, length);
}

function write(bytes: Buffer, parts: readonly (string | Uint8Array)[]): Buffer {
  let end = 0;
  for (const part of parts) {
    if (typeof part === "string") end += bytes.write(part, end);
    else {
      bytes.set(part, end);
      end += part.byteLength;
    }
  }
  return bytes;
}
