import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { AuthorizationServer } from "../../platform/authorization-server/index.ts";

/**
 * Passes a request to the authorization server, which writes the response. The public address is set in the headers that it trusts, so that
 * neither the caller nor a proxy can decide which address it considers its own.
 */
export async function handOver(
  request: FastifyRequest,
  reply: FastifyReply,
  server: AuthorizationServer,
  changed: { readonly url?: string; readonly body?: string; readonly publicUrl: string },
): Promise<FastifyReply> {
  reply.hijack();
  const message = asAddressed(request.raw, changed);
  await server.answer(message, reply.raw);
  return reply;
}

/** The request as it would arrive at the public address. */
export function asAddressed(
  raw: IncomingMessage,
  {
    url = raw.url ?? "/",
    body,
    publicUrl,
  }: { readonly url?: string; readonly body?: string; readonly publicUrl: string },
): IncomingMessage {
  const { protocol, host } = new URL(publicUrl);
  const { "x-forwarded-for": _for, "x-forwarded-host": _host, ...headers } = raw.headers;
  const addressed = { ...headers, host, "x-forwarded-proto": protocol.slice(0, -1) };
  if (body === undefined) return Object.assign(raw, { url, headers: addressed });
  // The body has been read already, so it is made readable again.
  const again = Readable.from([Buffer.from(body)], { objectMode: false });
  const { method, socket, httpVersion, httpVersionMajor, httpVersionMinor } = raw;
  const length = { "content-length": String(Buffer.byteLength(body)) };
  const message = { method, socket, httpVersion, httpVersionMajor, httpVersionMinor, url };
  return Object.assign(again, message, { headers: { ...addressed, ...length } }) as unknown as IncomingMessage;
}
