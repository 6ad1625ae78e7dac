import type { Exchange } from "./exchange.ts";
import type { Answer } from "./wire.ts";

/** An answer's body, passed on as it is read, within the limits of its exchange; the exchange ends with it. */
export function metered({ body, status }: Answer, exchange: Exchange): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  if (!body) {
    exchange.succeed(status);
    return null;
  }
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          exchange.succeed(status);
          return controller.close();
        }
        exchange.take(value.byteLength);
        controller.enqueue(value);
      } catch (error) {
        controller.error(exchange.fail(error));
      }
    },
    async cancel(reason) {
      exchange.succeed(status);
      await reader.cancel(reason);
    },
  });
}
