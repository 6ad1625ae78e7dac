import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { SANDBOX_TIME } from "../../../../supply/providers/index.ts";
import { type Call, type Part, Refusal, type Reply, type Routes } from "./exchange.ts";
import type { Ledger } from "./ledger.ts";
import type { Application, Authority } from "./oauth/authority.ts";
import { matchRoute } from "./route.ts";
import { type Controls, controlsOf, type Stage } from "./stage.ts";

/** A simulated provider that is running. */
export interface SimulatedProvider {
  readonly name: string;
  /** Null if the provider has no OAuth. */
  readonly application: Application | null;
  /** The loopback origins that replace the real hosts, by host, such as `adsapi.snapchat.com`. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly ledger: Ledger;
  readonly controls: Controls;
  close(): Promise<void>;
}

/** A provider's routes, and its replies in cases that no route handles. */
export interface Program {
  readonly name: string;
  readonly authority: Authority | null;
  /** Keyed by real host. */
  readonly routes: Readonly<Record<string, Routes>>;
  missing(call: Call): Reply;
  throttled(call: Call): Reply;
  /** Applies the rate limits before every route: returns a reply if one is exceeded. */
  limit?(call: Call): Reply | null;
  /** Headers of every reply: versions, request ids, and the remainder of a limit. */
  headers?(call: Call): Readonly<Record<string, string>>;
}

export async function openProvider(stage: Stage, program: Program): Promise<SimulatedProvider> {
  const servers = new Map<string, Server>();
  for (const host of Object.keys(program.routes)) {
    const given = stage.options.servers?.get(host);
    const server = given ?? createServer();
    server.on("request", (request, response) => void answer(stage, program, host, request, response));
    if (!given) await once(server.listen(0, "127.0.0.1"), "listening");
    servers.set(host, server);
  }
  return {
    name: program.name,
    application: program.authority?.application ?? null,
    addresses: Object.fromEntries([...servers].map(([host, server]) => [host, originOf(server)])),
    ledger: stage.ledger,
    controls: controlsOf(stage, program.authority),
    close: async () => {
      await Promise.all([...servers.values()].map(end));
    },
  };
}

async function end(server: Server): Promise<void> {
  server.close();
  server.closeAllConnections();
  await once(server, "close");
}

function originOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return `http://${address.address}:${address.port}`;
}

async function answer(
  stage: Stage,
  program: Program,
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const callerTime = request.headers[SANDBOX_TIME];
    if (typeof callerTime === "string" && !Number.isNaN(Date.parse(callerTime))) stage.hear(new Date(callerTime));
    const body = await buffer(request);
    const parts = await partsOf(request.headers["content-type"] ?? "", body);
    perform(stage, program, callOf(stage, program, host, request, body, parts), response);
  } catch (error) {
    // A defect of the simulation, or a caller that disconnected: this is never presented as a reply of the provider.
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
    response.end(`the simulated provider failed: ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function callOf(
  stage: Stage,
  program: Program,
  host: string,
  request: IncomingMessage,
  body: Buffer,
  parts: ReadonlyMap<string, Part>,
): Call {
  const url = new URL(request.url ?? "/", `https://${host}`);
  const method = request.method ?? "GET";
  const match = matchRoute(program.routes[host] ?? {}, method, url.pathname);
  return {
    host,
    route: match?.route ?? `${method} ${url.pathname}`,
    method,
    path: url.pathname,
    url,
    query: url.searchParams,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    params: match?.params ?? {},
    body,
    parts,
    now: stage.now(),
  };
}

/** Runs from the fault to the reply without interruption, so that concurrent calls are executed one after the other. */
function perform(stage: Stage, program: Program, call: Call, response: ServerResponse): void {
  const { ledger, faults } = stage;
  const number = ledger.begin(call.now, call.host, call.route);
  const fault = faults.take(call.route);
  const headers = program.headers?.(call) ?? {};
  if (fault?.kind === "throttle" || fault?.kind === "fail") {
    const reply = fault.kind === "fail" ? fault.reply : program.throttled(call);
    ledger.end(number, reply.status, fault.kind === "fail" ? "failed" : "throttled");
    return send(response, reply, headers);
  }
  const limited = program.limit?.(call) ?? null;
  if (limited) {
    ledger.end(number, limited.status, "throttled");
    return send(response, limited, headers);
  }
  const reply = replyOf(program, call);
  ledger.end(number, reply.status, fault === undefined ? "answered" : fault.kind === "cut" ? "cut" : "lost");
  if (fault?.kind === "lose") return void response.destroy();
  if (fault?.kind === "cut") return cut(response, reply, headers);
  send(response, reply, headers);
}

function replyOf(program: Program, call: Call): Reply {
  const match = matchRoute(program.routes[call.host] ?? {}, call.method, call.path);
  if (!match) return program.missing(call);
  try {
    return match.handler(call);
  } catch (error) {
    if (error instanceof Refusal) return error.reply;
    throw error;
  }
}

function send(response: ServerResponse, reply: Reply, headers: Readonly<Record<string, string>>): void {
  response.writeHead(reply.status, { ...headers, ...reply.headers, "content-length": String(reply.body.length) });
  response.end(reply.body);
}

/** Sends a complete answer with half of its body, as from a proxy that gave up. */
function cut(response: ServerResponse, reply: Reply, headers: Readonly<Record<string, string>>): void {
  send(response, { ...reply, body: reply.body.subarray(0, Math.floor(reply.body.length / 2)) }, headers);
}

async function partsOf(type: string, body: Buffer): Promise<ReadonlyMap<string, Part>> {
  if (!type.startsWith("multipart/form-data")) return new Map();
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } })
    .formData()
    .catch(() => new FormData());
  const parts = new Map<string, Part>();
  for (const [name, value] of form) {
    if (typeof value === "string") parts.set(name, { bytes: Buffer.from(value), fileName: null });
    else parts.set(name, { bytes: Buffer.from(await value.arrayBuffer()), fileName: value.name });
  }
  return parts;
}
