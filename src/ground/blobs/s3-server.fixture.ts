import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** As much of S3 as a blob store needs: objects are put, read and deleted by path, only with the right key. */
export async function startS3({ accessKey }: { readonly accessKey: string }) {
  const objects = new Map<string, { readonly bytes: Buffer; readonly contentType: string }>();
  const answer = async (request: IncomingMessage, reply: ServerResponse) => {
    const { method, url = "", headers } = request;
    const path = url.split("?")[0] ?? "";
    if (!headers.authorization?.includes(`Credential=${accessKey}/`)) return reply.writeHead(403).end();
    if (method === "PUT") {
      objects.set(path, { bytes: await buffer(request), contentType: String(headers["content-type"]) });
      return reply.writeHead(200).end();
    }
    if (method === "DELETE") {
      objects.delete(path);
      return reply.writeHead(204).end();
    }
    const object = objects.get(path);
    if (object) return reply.writeHead(200, { "content-type": object.contentType }).end(object.bytes);
    const error = "<Error><Code>NoSuchKey</Code><Message>there is no such key</Message></Error>";
    return reply.writeHead(404, { "content-type": "application/xml" }).end(error);
  };
  const server = createServer((request, reply) => void answer(request, reply));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { endpoint: `http://127.0.0.1:${port}`, objects, close: () => server.close() };
}
