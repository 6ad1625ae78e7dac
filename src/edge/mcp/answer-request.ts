import type { Json } from "../reference/index.ts";
import { APP_MIME_TYPE, APPS_EXTENSION, type AppView, contentOf, listingOf } from "./apps/app-view.ts";
import { INVALID_PARAMS, METHOD_NOT_FOUND, ProtocolFault } from "./protocol/fault.ts";
import { isObject, type Params } from "./protocol/message.ts";
import { type Era, negotiate, SUPPORTED } from "./protocol/revision.ts";

/** Tools that can be listed and called. `V` is what a call brings along: who makes it, and where. */
export interface Server<V> {
  /** `serverInfo`; its version is that of this software. */
  readonly info: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string;
  listFor(requestContext: V): readonly Json[];
  /** Pages that clients with MCP Apps show beside a tool's answer. */
  readonly views?: readonly AppView[];
  /** Throws `ProtocolFault` for a tool that is not there, and `Unauthorized` for a caller that may not stay. */
  call(name: string, given: Params, requestContext: V): Promise<Called>;
}

export interface Called {
  /** As REST would have answered. */
  readonly status: number;
  readonly result: Json;
}

/** How long a client may go by what it was told of the server and its tools: they change with a release alone. */
const FRESH_MS = 300_000;

function capabilitiesOf({ views = [] }: Pick<Server<never>, "views">): Json {
  if (views.length === 0) return { tools: {} };
  return { tools: {}, resources: {}, extensions: { [APPS_EXTENSION]: { mimeTypes: [APP_MIME_TYPE] } } };
}

/** Answers one request with its result. Throws `ProtocolFault`. */
export async function answerRequest<V>(
  { method, params }: { readonly method: string; readonly params: Params },
  era: Era,
  requestContext: V,
  server: Server<V>,
): Promise<Called> {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  const isOfViews = method.startsWith("resources/") && !server.views;
  if (!known || isOfViews || (era === "modern" && OF_SESSIONS.has(method))) {
    const status = era === "modern" ? 404 : 200;
    throw new ProtocolFault(METHOD_NOT_FOUND, `there is no method ${JSON.stringify(method)}`, { status });
  }
  const { status, result } = await known(params, requestContext, server);
  return { status, result: era === "modern" ? complete(result, server.info) : result };
}

/** What 2026-07-28 took out of the protocol with the sessions. */
const OF_SESSIONS: ReadonlySet<string> = new Set(["initialize", "ping"]);

type Method = <V>(params: Params, requestContext: V, server: Server<V>) => Promise<Called>;

const METHODS: Readonly<Record<string, Method>> = {
  initialize: async ({ protocolVersion }, _, server) =>
    answered({
      protocolVersion: negotiate(protocolVersion),
      capabilities: capabilitiesOf(server),
      serverInfo: server.info,
      instructions: server.instructions,
    }),
  "server/discover": async (_params, _visit, { instructions, views }) =>
    answered({
      supportedVersions: SUPPORTED,
      capabilities: capabilitiesOf(views ? { views } : {}),
      instructions,
      ttlMs: FRESH_MS,
      cacheScope: "public",
    }),
  ping: async () => answered({}),
  "tools/list": async (_, requestContext, server) =>
    answered({ tools: server.listFor(requestContext), ttlMs: FRESH_MS, cacheScope: "private" }),
  "resources/list": async (_params, _visit, { views = [] }) =>
    answered({ resources: views.map(listingOf), ttlMs: FRESH_MS, cacheScope: "public" }),
  "resources/templates/list": async () => answered({ resourceTemplates: [], ttlMs: FRESH_MS, cacheScope: "public" }),
  async "resources/read"({ uri }, _, { views = [] }) {
    const view = views.find((one) => one.uri === uri);
    if (!view) throw new ProtocolFault(INVALID_PARAMS, `params.uri: there is no resource ${JSON.stringify(uri)}`);
    return answered({ contents: [contentOf(view)], ttlMs: FRESH_MS, cacheScope: "public" });
  },
  async "tools/call"({ name, arguments: given = {} }, requestContext, server) {
    if (typeof name !== "string") throw new ProtocolFault(INVALID_PARAMS, "params.name: the name of a tool");
    if (!isObject(given)) throw new ProtocolFault(INVALID_PARAMS, "params.arguments: an object");
    return server.call(name, given, requestContext);
  },
};

function answered(result: Json): Called {
  return { status: 200, result };
}

/** What 2026-07-28 asks of every result. */
function complete(result: Json, info: Json): Json {
  return { resultType: "complete", ...result, _meta: { "io.modelcontextprotocol/serverInfo": info } };
}
