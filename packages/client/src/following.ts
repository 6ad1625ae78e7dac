import type { Middleware } from "openapi-fetch";
import { Unreachable } from "./api-error.ts";

/** The progress of a piece of work; an operation may add fields, as documented. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly message: string;
}

/**
 * For one call, as `middleware: [following(show)]`: reports the progress of the work while the caller waits. What the
 * call returns and throws is unchanged. Operations without progress are answered as usual.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what else an event says is the operation's: whoever calls names it
export function following<Said extends Progress>(tell: (progress: Said) => void): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set("accept", "text/event-stream, application/json");
      return request;
    },
    async onResponse({ request, response }) {
      if (!response.body || !response.headers.get("content-type")?.startsWith("text/event-stream")) return undefined;
      for await (const { name, data } of eventsIn(response.body)) {
        if (name === "progress") tell(JSON.parse(data) as Said);
        if (name === "answer") return answerOf(response, 200, data);
        if (name === "failure")
          return answerOf(response, (JSON.parse(data) as { readonly status: number }).status, data);
        // A stream whose request has been collected as garbage no longer hears that the caller has left.
        if (request.signal.aborted) throw new Unreachable(request.signal.reason);
      }
      throw new Unreachable(new Error("the answer ended before it was complete"));
    },
  };
}

function answerOf({ headers: told }: Response, status: number, body: string): Response {
  const headers = new Headers(told);
  headers.set("content-type", "application/json");
  return new Response(body, { status, headers });
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>) {
  return reader.read().catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
}

interface ServerSentEvent {
  readonly name: string;
  readonly data: string;
}

/** The events of a stream, as defined by the HTML standard; comments only keep the connection alive. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunksOf(body)) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = eventIn(block);
      if (event) yield event;
    }
  }
}

/** Not all browsers can iterate over a stream. Whoever stops listening cancels it. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventIn(block: string): ServerSentEvent | undefined {
  const fields = block.split(/\r?\n/).map((line) => /^(\w+): ?(.*)$/.exec(line) ?? []);
  const data = fields.flatMap(([, field, value = ""]) => (field === "data" ? [value] : []));
  const name = fields.find(([, field]) => field === "event")?.[2];
  return data.length > 0 ? { name: name ?? "message", data: data.join("\n") } : undefined;
}
