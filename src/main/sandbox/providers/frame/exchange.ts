import { parseJson, type Wire, type WireObject, writeJson } from "./json.ts";

/** A request as a route sees it. */
export interface Call {
  /** The provider's own host to which the request is addressed, never the loopback address. */
  readonly host: string;
  /** As the route was declared: `POST /v1/adaccounts/{account}/campaigns`. */
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The parts of a multipart body. They are read before the route runs, so that a route is one synchronous step. */
  readonly parts: ReadonlyMap<string, Part>;
  readonly now: Date;
}

export interface Part {
  readonly bytes: Buffer;
  readonly fileName: string | null;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Ends a route early with the provider's reply for that case. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(`refused with ${reply.status}`);
    this.reply = reply;
  }
}

export function respond(status: number, value: Wire, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: Buffer.from(writeJson(value)),
  };
}

export function respondText(status: number, type: string, text: string): Reply {
  return { status, headers: { "content-type": type }, body: Buffer.from(text) };
}

export function redirect(location: string): Reply {
  return { status: 302, headers: { location }, body: Buffer.alloc(0) };
}

/** Undefined if the body is not JSON. */
export function jsonOf({ body }: Call): Wire | undefined {
  try {
    return parseJson(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Fields of an `application/x-www-form-urlencoded` body; empty if the body has another content type. */
export function formOf({ body, headers }: Call): URLSearchParams {
  const type = headers["content-type"] ?? "";
  return new URLSearchParams(type.startsWith("application/x-www-form-urlencoded") ? body.toString("utf8") : "");
}

export function bearerOf({ headers }: Call): string | undefined {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1];
}

/** User and password of HTTP Basic. */
export function basicOf({ headers }: Call): { readonly user: string; readonly password: string } | undefined {
  const encoded = /^Basic (\S+)$/.exec(headers.authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const [user = "", ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return { user: decodeURIComponent(user), password: decodeURIComponent(rest.join(":")) };
}

export type Handler = (call: Call) => Reply;

/** Handlers by method and path: `GET /v1/me/organizations`. A segment in braces matches any segment. */
export type Routes = Readonly<Record<string, Handler>>;

export type { Wire, WireObject };
