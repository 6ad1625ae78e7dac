import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { SECOND_MS } from "../../ground/kernel/clock.ts";
import type { ReportProgress } from "../../ground/kernel/context.ts";
import type { Envelope } from "./envelope.ts";

/** Intermediaries must neither cache nor buffer it. */
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

/** An answer as events: the progress of the work, followed by the ordinary answer. */
export interface EventStream {
  readonly tell: ReportProgress;
  /** Whether anything has been sent yet; until then, a refusal can be sent with its own status. */
  isOpen(): boolean;
  answer(envelope: Envelope): FastifyReply;
  /** Sends a refusal after the stream has started. The event contains the status, because that of the response has already been sent. */
  fail(status: number, envelope: Envelope): FastifyReply;
}

/** Intermediaries consider a silent connection dead. */
const EVERY_MS = 15 * SECOND_MS;
/** In bytes. A caller that does not read receives no further progress, but still the answer. */
const MOST_UNREAD = 1_048_576;

/** The stream opens with the first event, and ends with the answer or when the caller disconnects. */
export function openEventStream(reply: FastifyReply): EventStream {
  let stream: PassThrough | undefined;
  const open = () => {
    if (stream) return stream;
    const opened = (stream = new PassThrough());
    const alive = setInterval(() => opened.write(": still at it\n\n"), EVERY_MS).unref();
    opened.once("close", () => clearInterval(alive));
    // Nobody has to be notified when the caller has disconnected.
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
