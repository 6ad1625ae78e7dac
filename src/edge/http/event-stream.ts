import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Tell } from "../../ground/kernel/context.ts";
import type { Envelope } from "./envelope.ts";

/** Intermediaries must neither cache it nor buffer it. */
export const OF_EVENTS = {
  "content-type": "text/event-stream",
  "cache-control": "no-cache",
  "x-accel-buffering": "no",
};

/** A server-sent event whose data is JSON. */
export function eventOf(name: string, data: unknown): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

export function takesEvents({ headers: { accept = "" } }: FastifyRequest): boolean {
  return /text\/event-stream/i.test(accept);
}

/** An answer as events: the progress of the work, and finally the plain answer. */
export interface EventStream {
  readonly tell: Tell;
  /** Whether anything has been sent yet: before that, a refusal has its own status. */
  isOpen(): boolean;
  answer(envelope: Envelope): FastifyReply;
  /** A refusal after the stream has started: it contains its status, because the stream's has already been sent. */
  fail(status: number, envelope: Envelope): FastifyReply;
}

/** Intermediaries treat a silent connection as dead. */
const EVERY_MS = 15 * SECOND_MS;
/** In bytes. A caller that does not read gets no further progress, but still the answer. */
const MOST_UNREAD = 1_048_576;

/** The first event opens the stream, and it ends with the answer or with its caller. */
export function openEventStream(reply: FastifyReply): EventStream {
  let stream: PassThrough | undefined;
  const open = () => {
    if (stream) return stream;
    const opened = (stream = new PassThrough());
    const alive = setInterval(() => opened.write(": still at it\n\n"), EVERY_MS).unref();
    opened.once("close", () => clearInterval(alive));
    // Its caller has disconnected: nobody has to be notified.
    opened.on("error", () => undefined);
    reply.headers(OF_EVENTS).send(opened);
    return opened;
  };
  const end = (name: string, data: unknown) => {
    const opened = open();
    if (opened.destroyed) return reply;
    opened.end(eventOf(name, data));
    return reply;
  };
  return {
    tell(progress) {
      const opened = open();
      if (opened.destroyed || opened.writableLength > MOST_UNREAD) return;
      opened.write(eventOf("progress", progress));
    },
    isOpen: () => stream !== undefined,
    answer: (envelope) => end("answer", envelope),
    fail: (status, envelope) => end("failure", { status, ...envelope }),
  };
}
