import { setImmediate as nextTurn } from "node:timers/promises";

/** So much is copied at once: fresh memory is mapped page by page as it is written, which can cost more than the copying. */
const PER_TURN_BYTES = 1024 * 1024;

/** The parts as one piece of memory of its own. However large they are, the loop is never held for longer than a turn's copying. */
export async function joinParts(parts: readonly Uint8Array[]): Promise<Uint8Array> {
  const joined = Buffer.allocUnsafeSlow(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  let beforeTurn = PER_TURN_BYTES;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
    beforeTurn -= part.length;
    if (beforeTurn > 0) continue;
    await nextTurn();
    beforeTurn = PER_TURN_BYTES;
  }
  return joined;
}
