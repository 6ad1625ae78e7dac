import { Socket } from "node:net";

/** In bytes, of which a read gets what is left. */
const PIECE = 65_536;
/** A page of a list fits in so much. */
const LEAST = 16_384;

/** A new connection's stream, for the driver, whose typings do not say that it tells its settings. Encryption wraps a socket, and reads from it itself. */
export function openStream({ ssl }: { readonly ssl?: unknown } = {}): Socket {
  return ssl ? new Socket() : openSparingSocket();
}

/**
 * A socket whose reads share their memory. Node gives each read 64 KB and cuts them to what has come, mostly a few hundred bytes: until
 * these are collected as garbage, nothing fits into the gaps between them but smaller things, and `malloc` grows by tens of megabytes.
 */
export function openSparingSocket(): Socket {
  let room = Buffer.allocUnsafeSlow(PIECE);
  const socket = new Socket({
    onread: {
      buffer: () => room,
      callback(length) {
        const read = room.subarray(0, length);
        // What was read is never written again: the driver holds on to a message until the rest of it has come.
        room = room.length - length < LEAST ? Buffer.allocUnsafeSlow(PIECE) : room.subarray(length);
        socket.emit("data", read);
        return true;
      },
    },
  });
  return socket;
}
