import type { Json } from "../reference/index.ts";
import { answered, type Called, FRESH_MS } from "./answered.ts";
import type { Exchange } from "./exchange.ts";
import { INVALID_PARAMS, METHOD_NOT_FOUND, ProtocolFault } from "./protocol/fault.ts";
import { isObject, type Params } from "./protocol/message.ts";
import { negotiate, SUPPORTED } from "./protocol/revision.ts";

/** A server whose tools can be listed and called. `V` is the context of a call: its caller, and the endpoint. */
export interface Server<V> {
  /** `serverInfo`; its version is that of this software. */
  readonly info: { readonly name: string; readonly title: string; readonly version: string };
  readonly instructions: string;
  listFor(requestContext: V): readonly Json[] | Promise<readonly Json[]>;
  /** Its features in addition to tools. */
  readonly features?: readonly Feature<V>[];
  /** Throws `ProtocolFault` if the tool does not exist, and `Unauthorized` if the caller is no longer valid. */
  call(name: string, given: Params, requestContext: V, exchange: Exchange): Promise<Called>;
}

/** An optional part of the protocol. */
export interface Feature<V> {
  readonly capabilities: Json;
  readonly methods: Readonly<Record<string, Method<V>>>;
}

type Method<V> = (params: Params, requestContext: V, exchange: Exchange) => Promise<Called>;

interface IncomingRequest<V> {
  readonly requestContext: V;
  readonly exchange: Exchange;
}

/** Answers one request with its result. Throws `ProtocolFault`. */
export async function answerRequest<V>(
  { method, params }: { readonly method: string; readonly params: Params },
  { requestContext, exchange }: IncomingRequest<V>,
  server: Server<V>,
): Promise<Called> {
  const isModern = exchange.era === "modern";
  const known = isModern && OF_SESSIONS.has(method) ? undefined : methodNamed(method, server);
  if (!known) {
    const status = isModern ? 404 : 200;
    throw new ProtocolFault(METHOD_NOT_FOUND, `there is no method ${JSON.stringify(method)}`, { status });
  }
  const called = await known(params, requestContext, exchange);
  return isModern ? { status: called.status, result: complete(called.result, server.info) } : called;
}

/** Methods that 2026-07-28 removed from the protocol, together with sessions. */
const OF_SESSIONS: ReadonlySet<string> = new Set([
  "initialize",
  "ping",
  "logging/setLevel",
  "resources/subscribe",
  "resources/unsubscribe",
]);

function methodNamed<V>(name: string, server: Server<V>): Method<V> | undefined {
  if (Object.hasOwn(METHODS, name)) {
    const method = METHODS[name];
    return method && ((params, requestContext, exchange) => method(params, { requestContext, exchange }, server));
  }
  return server.features?.find(({ methods }) => Object.hasOwn(methods, name))?.methods[name];
}

function capabilitiesOf({ features = [] }: Pick<Server<never>, "features">): Json {
  return Object.assign({ tools: {} }, ...features.map(({ capabilities }) => capabilities));
}

type OwnMethod = <V>(params: Params, asked: IncomingRequest<V>, server: Server<V>) => Promise<Called>;

/** The methods that every server supports. */
const METHODS: Readonly<Record<string, OwnMethod>> = {
  initialize: async ({ protocolVersion }, _, server) =>
    answered({
      protocolVersion: negotiate(protocolVersion),
      capabilities: capabilitiesOf(server),
      serverInfo: server.info,
      instructions: server.instructions,
    }),
  "server/discover": async (_params, _asked, server) =>
    answered({
      supportedVersions: SUPPORTED,
      capabilities: capabilitiesOf(server),
      instructions: server.instructions,
      ttlMs: FRESH_MS,
      cacheScope: "public",
    }),
  ping: async () => answered({}),
  "tools/list": async (_, { requestContext }, server) =>
    answered({ tools: await server.listFor(requestContext), ttlMs: FRESH_MS, cacheScope: "private" }),
  async "tools/call"({ name, arguments: given = {} }, { requestContext, exchange }, server) {
    if (typeof name !== "string") throw new ProtocolFault(INVALID_PARAMS, "params.name: the name of a tool");
    if (!isObject(given)) throw new ProtocolFault(INVALID_PARAMS, "params.arguments: an object");
    return server.call(name, given, requestContext, exchange);
  },
};

/** Adds the fields that 2026-07-28 requires of every result. */
function complete(result: Json, info: Json): Json {
  return { resultType: "complete", ...result, _meta: { "io.modelcontextprotocol/serverInfo": info } };
}
