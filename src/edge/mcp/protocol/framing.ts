import { PassThrough } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { eventOf, OF_EVENTS } from "../../http/event-stream.ts";
import type { Called } from "../answered.ts";
import type { MessageId, ProtocolFault } from "./fault.ts";

export function resultOf(id: MessageId, result: unknown): unknown {
  return { jsonrpc: "2.0", id, result };
}

function bytesOf(id: MessageId, text: NonNullable<Called["text"]>): Buffer {
  const parts = [`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`, ...text, "}"];
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : part)));
}

const JSON_TYPE = "application/json; charset=utf-8";

export function faultOf({ code, message, data, id: own }: ProtocolFault, id: MessageId | undefined): unknown {
  const known = own ?? id;
  return {
    jsonrpc: "2.0",
    ...(known !== undefined && { id: known }),
    error: { code, message, ...(data !== undefined && { data }) },
  };
}

/** The response to one request: JSON, or events if something is sent before the answer or the client accepts nothing else. */
export interface Answer {
  /** Sends a notification before the answer, if the client is listening. */
  notify(notification: object): void;
  end(status: number, answer: unknown): FastifyReply;
  /** Ends the response with the result of a call, using its serialised form if there is one. */
  endWith(id: MessageId, called: Called): FastifyReply;
  /** Aborts a response that has begun but will not be completed. */
  abandon(): void;
}

export function openAnswer({ headers: { accept = "" } }: FastifyRequest, reply: FastifyReply): Answer {
  const takesEvents = /text\/event-stream/i.test(accept);
  const takesJson = !takesEvents || /application\/(json|\*)|\*\/\*/i.test(accept);
  let events: PassThrough | undefined;
  const end = (status: number, answer: unknown) => {
    if (events) {
      events.end(messageEvent(answer));
      return reply;
    }
    return takesJson
      ? reply.code(status).send(answer)
      : reply.code(status).headers(OF_EVENTS).send(messageEvent(answer));
  };
  return {
    notify(notification) {
      if (!takesEvents) return;
      if (!events) reply.headers(OF_EVENTS).send((events = new PassThrough()));
      events.write(messageEvent({ jsonrpc: "2.0", ...notification }));
    },
    end,
    endWith(id, called) {
      if (!takesJson || events || !called.text) return end(200, resultOf(id, called.result));
      return reply.code(200).header("content-type", JSON_TYPE).send(bytesOf(id, called.text));
    },
    abandon: () => void events?.destroy(),
  };
}

function messageEvent(message: unknown): string {
  return eventOf("message", message);
}
