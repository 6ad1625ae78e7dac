import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { agentCard, sendA2a } from "./a2a-face.ts";
import { type Answer, misbehave, type Payload } from "./answer.ts";
import { mcpManners, sendJson, sendMcp } from "./mcp-face.ts";

export type { Answer, Payload } from "./answer.ts";

/** A tool call as the seller received it. */
export interface ReceivedCall {
  readonly tool: string;
  readonly input: Payload;
  readonly headers: IncomingHttpHeaders;
}

export interface ScriptedSellerOptions {
  /** The bearer token that it requires; without it, it answers 401. */
  readonly token?: string;
}

interface RpcCall {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: Payload;
}

type Script = (input: Payload) => Answer | Promise<Answer>;

/** Its default capabilities: AdCP 3.1, buyer-declared accounts, idempotency keys remembered for a day. */
const CAPABILITIES: Payload = {
  status: "completed",
  adcp: {
    major_versions: [3],
    supported_versions: ["3.0", "3.1"],
    idempotency: { supported: true, replay_ttl_seconds: 86_400 },
  },
  supported_protocols: ["media_buy"],
  account: { require_operator_auth: false, supported_billing: ["operator"] },
};

/** Starts a seller on loopback that speaks MCP at `/mcp` and A2A at `/a2a`, and follows its script. */
export async function startScriptedSeller(options: ScriptedSellerOptions = {}): Promise<ScriptedSeller> {
  const seller = new ScriptedSeller(options);
  await seller.listen();
  return seller;
}

export class ScriptedSeller {
  /** Every tool call, in the order of arrival. */
  readonly calls: ReceivedCall[] = [];
  /** Every HTTP request, as `POST initialize` or `GET /path`. */
  readonly requests: string[] = [];
  readonly #token: string | undefined;
  readonly #scripts = new Map<string, Script[]>();
  readonly #sessions = new Set<string>();
  readonly #server = createServer((request, response) => this.#receive(request, response));
  #misbehaviour: Answer | undefined;
  #cardUrl: string | undefined;

  constructor({ token }: ScriptedSellerOptions) {
    this.#token = token;
    this.on("get_adcp_capabilities", { payload: CAPABILITIES });
  }

  get mcpUrl(): string {
    return `${this.#origin}/mcp`;
  }

  get a2aUrl(): string {
    return `${this.#origin}/a2a`;
  }

  callsOf(tool: string): readonly ReceivedCall[] {
    return this.calls.filter((call) => call.tool === tool);
  }

  /** From now on, the tool is listed, and answers like this. Several answers are given in turn, and the last one is then repeated. */
  on(tool: string, ...answers: (Answer | Script)[]): void {
    const scripts = answers.map((answer) => (typeof answer === "function" ? answer : () => answer));
    this.#scripts.set(tool, scripts);
  }

  /** Forgets all MCP sessions, as a restart does. */
  dropSessions(): void {
    this.#sessions.clear();
  }

  /** Applies this misbehaviour to every request, until told otherwise. */
  meetAllWith(misbehaviour: Answer | undefined): void {
    this.#misbehaviour = misbehaviour;
  }

  /** Makes its agent card name an address other than its own. */
  pointCardTo(url: string): void {
    this.#cardUrl = url;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }

  #card(): Payload {
    return agentCard(this.#cardUrl ?? this.a2aUrl, [...this.#scripts.keys()]);
  }

  get #origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the scripted seller does not listen");
    return `http://127.0.0.1:${address.port}`;
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const { method, url: path = "/", headers } = request;
    if (method !== "POST") this.requests.push(`${method} ${path}`);
    if (this.#misbehaviour && misbehave(this.#misbehaviour, response)) return;
    if (path.endsWith("agent-card.json")) return sendJson(response, this.#card());
    const welcome = this.#token === undefined || headers.authorization === `Bearer ${this.#token}`;
    if (!welcome) return void response.writeHead(401).end();
    const serving = path === "/a2a" ? this.#serveA2a(request, response) : this.#serveMcp(request, response);
    serving.catch((error: unknown) => response.destroy(error as Error));
  }

  async #serveMcp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST") return void response.writeHead(request.method === "DELETE" ? 204 : 405).end();
    const call = await this.#read(request);
    const session = request.headers["mcp-session-id"];
    if (session !== undefined && !this.#sessions.has(String(session)))
      return void response.writeHead(404).end("no session");
    if (call.id === undefined) return void response.writeHead(202).end();
    const manners = mcpManners(call, [...this.#scripts.keys()]);
    if (manners) return sendJson(response, { jsonrpc: "2.0", id: call.id, result: manners }, this.#sessionFor(call));
    const { name, arguments: input } = call.params as { name: string; arguments: Payload };
    const answer = await this.#answerTo(name, input, request.headers);
    if (!misbehave(answer, response)) sendMcp(response, call.id, answer);
  }

  async #serveA2a(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await this.#read(request);
    const answer = await this.#answerTo(...invocationIn(call), request.headers);
    if (!misbehave(answer, response)) sendA2a(response, call.id, answer);
  }

  async #read(request: IncomingMessage): Promise<RpcCall> {
    const call = (await json(request)) as RpcCall;
    this.requests.push(`POST ${call.method}`);
    return call;
  }

  #sessionFor({ method }: RpcCall): Record<string, string> {
    if (method !== "initialize") return {};
    const session = randomUUID();
    this.#sessions.add(session);
    return { "mcp-session-id": session };
  }

  async #answerTo(tool: string, input: Payload, headers: IncomingHttpHeaders): Promise<Answer> {
    this.calls.push({ tool, input, headers });
    const [script, ...others] = this.#scripts.get(tool) ?? [];
    if (!script) return { rpcError: { code: tool === "tasks/get" ? -32001 : -32602, message: `unknown: ${tool}` } };
    if (others.length > 0) this.#scripts.set(tool, others);
    const answer = await script(input);
    if ("payload" in answer && answer.afterMs) await sleep(answer.afterMs);
    return answer;
  }
}

/** The skill that a message invokes; `tasks/get` is scripted like a tool with that name. */
function invocationIn({ method, params }: RpcCall): [tool: string, input: Payload] {
  if (method !== "message/send") return [method, params ?? {}];
  const { message } = params as { message: { parts: { data: { skill: string; parameters: Payload } }[] } };
  const [part] = message.parts;
  return [part?.data.skill ?? "", part?.data.parameters ?? {}];
}
