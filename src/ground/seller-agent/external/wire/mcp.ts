import { AsyncLocalStorage } from "node:async_hooks";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import type { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { z } from "zod";
import { MINUTE_MS } from "../../../kernel/clock.ts";
import { type Connection, type Payload, payloadFromText, payloadOf, type Reply } from "./connection.ts";

/** `fetch`, as the SDK requires it. */
type Send = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** One call in progress: what ends it early, and how it learns that its answer was cut off. */
interface Exchange {
  readonly signal: AbortSignal;
  readonly broken: (cause: unknown) => void;
}

// The SDK gives its transport a single abort signal for the whole session. This associates each POST with its own call, so that abandoning
// a call closes its socket and affects no other call.
const exchanges = new AsyncLocalStorage<Exchange>();

const ToolList = z.looseObject({
  tools: z.array(z.looseObject({ name: z.string() })),
  nextCursor: z.string().nullish(),
});
const ToolResult = z.looseObject({
  structuredContent: z.unknown().optional(),
  isError: z.boolean().nullish().catch(null),
  content: z.array(z.looseObject({ type: z.string(), text: z.string().optional().catch(undefined) })).catch([]),
});

const LONGEST_TOOL_LIST_PAGES = 20;

/** We enforce our own deadlines, so the SDK's must never be reached first. */
const SDK_TIMEOUT_MS = 60 * MINUTE_MS;

/** Opens an MCP session over streamable HTTP: initialize, initialized, tools/list, and nothing more. */
export async function openMcp(endpoint: string, send: Send, signal: AbortSignal): Promise<Connection> {
  const [{ Client }, { StreamableHTTPClientTransport }] = await Promise.all([
    import("@modelcontextprotocol/sdk/client/index.js"),
    import("@modelcontextprotocol/sdk/client/streamableHttp.js"),
  ]);
  const client = new Client({ name: "interchange", version: "0.1.0" });
  const transport = new StreamableHTTPClientTransport(new URL(endpoint), { fetch: inExchangeOnly(send) });
  try {
    const tools = await inExchange(signal, async (signal) => {
      await client.connect(transport, { signal, timeout: SDK_TIMEOUT_MS });
      return await listTools(client, signal);
    });
    return connectionOver(client, transport, tools);
  } catch (error) {
    await client.close();
    throw error;
  }
}

function connectionOver(
  client: Client,
  transport: StreamableHTTPClientTransport,
  tools: ReadonlySet<string>,
): Connection {
  return {
    tools,
    listsEveryTool: true,
    async call(tool, input, signal) {
      // `client.callTool` is not used because it rejects answers that violate the tool's output schema, and we read tolerantly.
      const request = { method: "tools/call", params: { name: tool, arguments: { ...input } } };
      const ask = (signal: AbortSignal) => client.request(request, ToolResult, { signal, timeout: SDK_TIMEOUT_MS });
      return replyOf(await inExchange(signal, ask));
    },
    task: async () => undefined,
    async close() {
      await inExchange(AbortSignal.timeout(1_000), () => transport.terminateSession()).catch(() => {});
      await client.close();
    },
  };
}

/** Runs work whose requests end when the signal aborts, or when the stream of an answer breaks, which the SDK does not report. */
async function inExchange<T>(signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const breakage = new AbortController();
  const ends = AbortSignal.any([signal, breakage.signal]);
  const exchange: Exchange = { signal: ends, broken: (cause) => breakage.abort(cause) };
  try {
    return await exchanges.run(exchange, () => work(ends));
  } catch (error) {
    throw breakage.signal.aborted ? breakage.signal.reason : error;
  }
}

/** Sends the requests that belong to a call, within the call's limits. */
function inExchangeOnly(send: Send): Send {
  return async (url, init = {}) => {
    // The GET opens an optional stream for unsolicited messages from the server. We do not listen to them, and it would cost a socket for
    // each open connection.
    if (init.method === "GET") return new Response(null, { status: 405 });
    const exchange = exchanges.getStore();
    // The SDK sends a cancellation for abandoned calls. It is not needed, because the closed connection tells the seller the same.
    if (!exchange) return new Response(null, { status: 202 });
    const signals = init.signal ? [init.signal, exchange.signal] : [exchange.signal];
    const response = await send(url, { ...init, signal: AbortSignal.any(signals) });
    return isEventStream(response) ? watched(response, exchange.broken) : response;
  };
}

function isEventStream(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
}

function watched(response: Response, broken: (cause: unknown) => void): Response {
  if (!response.body) return response;
  const [watch, pass] = response.body.tee();
  watch.pipeTo(new WritableStream()).catch(broken);
  return new Response(pass, { status: response.status, headers: response.headers });
}

async function listTools(client: Client, signal: AbortSignal): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let cursor: string | null | undefined;
  for (let page = 0; page < LONGEST_TOOL_LIST_PAGES; page++) {
    const request = { method: "tools/list", params: cursor ? { cursor } : {} };
    const listed = await client.request(request, ToolList, { signal, timeout: SDK_TIMEOUT_MS });
    for (const { name } of listed.tools) names.add(name);
    cursor = listed.nextCursor;
    if (!cursor) break;
  }
  return names;
}

/** AdCP answers in `structuredContent`; sellers on MCP releases before 2025-06-18 put the same JSON in a text part. */
function replyOf({ structuredContent, isError, content }: z.infer<typeof ToolResult>): Reply {
  const texts = content.flatMap(({ type, text }) => (type === "text" && text !== undefined ? [text] : []));
  const data: Payload | undefined = payloadOf(structuredContent) ?? texts.map(payloadFromText).find((found) => found);
  const failed = isError ?? false;
  if (!data && !failed) throw new SyntaxError("the tool answered without an AdCP payload");
  const message = texts.find((text) => !payloadFromText(text)) ?? null;
  return { data: data ?? {}, state: null, taskId: null, failed, message };
}
