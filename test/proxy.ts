import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A proxy to a server at another port, which can be closed and observed. */
export interface Proxy {
  readonly port: number;
  shut(): void;
  open(): void;
  close(): Promise<void>;
}

/** `heard` receives everything that is sent to the server, after it has been forwarded. */
export async function openWay(to: number, heard: (said: Buffer) => void = () => undefined): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let isOpen = true;
  const server = createServer((socket) => {
    if (!isOpen) return void socket.destroy();
    const onward = connect(to, "127.0.0.1");
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy()).on("close", () => other.destroy());
    }
    socket.on("data", (said) => onward.write(said, () => heard(said)));
    onward.pipe(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the way has no port");
  const shut = () => {
    isOpen = false;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port: address.port,
    shut,
    open: () => void (isOpen = true),
    async close() {
      shut();
      server.close();
      await once(server, "close");
    },
  };
}
