import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { FastifyRequest } from "fastify";

/** In bytes. A parser of forms takes milliseconds over as much of the worst there is, and a socket gives two megabytes a turn. */
const PIECE = 16_384;

/** The request with its body in small pieces, a turn of the loop between them; `end` lets go by what is left of it. */
export function pacedRequest(request: FastifyRequest): { readonly paced: FastifyRequest; end(): void } {
  const { raw } = request;
  const body = Object.assign(Readable.from(piecesOf(raw), { objectMode: false, highWaterMark: PIECE }), {
    headers: raw.headers,
  });
  // The reader gets the error; a request that has ended does not need it.
  body.on("error", () => undefined);
  // No sooner: a stream that is read piece by piece takes no notice of being resumed.
  body.once("close", () => raw.resume());
  return { paced: Object.create(request, { raw: { value: body } }), end: () => void body.destroy() };
}

async function* piecesOf(raw: FastifyRequest["raw"]): AsyncGenerator<Buffer> {
  // Destroying it would close the connection on which the answer is sent.
  for await (const chunk of raw.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      yield chunk.subarray(at, at + PIECE);
      await nextTurn();
    }
  }
}
