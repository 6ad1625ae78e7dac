import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const TYPES: Readonly<Record<string, string>> = { png: "image/png", mp4: "video/mp4", mp3: "audio/mpeg" };
/** The beginning of a PNG; nobody reads further. */
const BYTES = Buffer.from("89504e470d0a1a0a", "hex");

/** Serves a buyer's files. */
export interface FileServer {
  /** A file's URL; its extension determines its type. */
  address(name: string): string;
  close(): void;
}

export async function serveFiles(): Promise<FileServer> {
  const server = createServer(({ url = "" }, response) => {
    const type = TYPES[url.split(".").at(-1) ?? ""] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type }).end(BYTES);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: (name) => `http://127.0.0.1:${port}/${name}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
