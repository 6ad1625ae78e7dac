import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyRequest } from "fastify";

/**
 * In bytes. A form parser needs milliseconds for this much of the worst input, whereas a socket delivers two megabytes per turn of the
 * event loop.
 */
const PIECE = 16_384;

/** The request with its body in small pieces, with a turn of the event loop between them; `end` discards the rest. */
export function pacedRequest(request: FastifyRequest): { readonly paced: FastifyRequest; end(): void } {
  const { raw } = request;
  const body = Object.assign(Readable.from(piecesOf(raw), { objectMode: false, highWaterMark: PIECE }), {
    headers: raw.headers,
  });
  // The reader receives the error; once the request has ended, nobody needs it.
  body.on("error", () => undefined);
  // Not earlier, because a stream that is being iterated ignores `resume`.
  body.once("close", () => raw.resume());
  return { paced: Object.create(request, { raw: { value: body } }), end: () => void body.destroy() };
}

async function* piecesOf(raw: FastifyRequest["raw"]): AsyncGenerator<Buffer> {
  // Destroying it would close the connection on which the answer has to be sent.
  for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield chunk.subarray(at, at + PIECE);
      await nextTurn();
    }
  }
}
