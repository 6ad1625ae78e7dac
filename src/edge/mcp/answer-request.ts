import type { Json } from "../reference/index.ts";
import { INSTRUCTIONS } from "./instructions.ts";
import { INVALID_PARAMS, METHOD_NOT_FOUND, ProtocolFault } from "./protocol/fault.ts";
import { isObject, type Params } from "./protocol/message.ts";
import { type Era, negotiate, SUPPORTED } from "./protocol/revision.ts";
import type { Visit } from "./tools/tool.ts";
import type { Called, Toolbox } from "./tools/toolbox.ts";

export interface Server {
  readonly toolbox: Toolbox;
  /** Of this software. */
  readonly version: string;
}

/** How long a client may go by what it was told of the server and its tools: they change with a release alone. */
const FRESH_MS = 300_000;
const CAPABILITIES = { tools: {} };

/** Answers one request with its result. Throws `ProtocolFault`. */
export async function answerRequest(
  { method, params }: { readonly method: string; readonly params: Params },
  era: Era,
  visit: Visit,
  server: Server,
): Promise<Called> {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!known || (method === "initialize" && era === "modern")) {
    const status = era === "modern" ? 404 : 200;
    throw new ProtocolFault(METHOD_NOT_FOUND, `there is no method ${JSON.stringify(method)}`, { status });
  }
  const { status, result } = await known(params, visit, server);
  return { status, result: era === "modern" ? complete(result, server) : result };
}

type Method = (params: Params, visit: Visit, server: Server) => Promise<Called>;

const METHODS: Readonly<Record<string, Method>> = {
  initialize: async ({ protocolVersion }, _, server) =>
    answered({
      protocolVersion: negotiate(protocolVersion),
      capabilities: CAPABILITIES,
      serverInfo: infoOf(server),
      instructions: INSTRUCTIONS,
    }),
  "server/discover": async () =>
    answered({
      supportedVersions: SUPPORTED,
      capabilities: CAPABILITIES,
      instructions: INSTRUCTIONS,
      ttlMs: FRESH_MS,
      cacheScope: "public",
    }),
  ping: async () => answered({}),
  // The list is the same for everybody but the operator's people.
  "tools/list": async (_, { viewer }, { toolbox }) =>
    answered({ tools: toolbox.listFor(viewer), ttlMs: FRESH_MS, cacheScope: "private" }),
  async "tools/call"({ name, arguments: given = {} }, visit, { toolbox }) {
    if (typeof name !== "string") throw new ProtocolFault(INVALID_PARAMS, "params.name: the name of a tool");
    if (!isObject(given)) throw new ProtocolFault(INVALID_PARAMS, "params.arguments: an object");
    return toolbox.call(name, given, visit);
  },
};

function answered(result: Json): Called {
  return { status: 200, result };
}

/** What 2026-07-28 asks of every result. */
function complete(result: Json, server: Server): Json {
  return { resultType: "complete", ...result, _meta: { "io.modelcontextprotocol/serverInfo": infoOf(server) } };
}

function infoOf({ version }: Server): Json {
  return { name: "interchange-buyer", title: "Interchange for buyers", version };
}
