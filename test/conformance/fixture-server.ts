import { setTimeout as sleep } from "node:timers/promises";
import type { Feature, Server } from "../../src/edge/mcp/answer-request.ts";
import { answered, type Called } from "../../src/edge/mcp/answered.ts";
import type { Exchange } from "../../src/edge/mcp/exchange.ts";
import { INVALID_PARAMS, ProtocolFault, RESOURCE_NOT_FOUND } from "../../src/edge/mcp/protocol/fault.ts";
import { isObject, type Params } from "../../src/edge/mcp/protocol/message.ts";
import { JSON_SCHEMA_TOOL } from "./json-schema-tool.ts";

/** What the conformance suites call: tools, resources and prompts with fixed names. None of them is part of the product. */

/** A request as the fixtures see it; its `_meta` says what the client supports. */
export interface FixtureCall {
  readonly meta: Params;
}

const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
const WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAIA+AAACABAAZGF0YQAAAAA=";
const CAPABILITIES = "io.modelcontextprotocol/clientCapabilities";
const MISSING_CAPABILITY = -32021;
const CACHED = { ttlMs: 300_000, cacheScope: "public" };
const PAUSE_MS = 20;

type Content = Readonly<Record<string, unknown>>;
type FixtureTool = (exchange: Exchange, call: FixtureCall) => Promise<readonly Content[]> | readonly Content[];

const text = (said: string): Content => ({ type: "text", text: said });
const image: Content = { type: "image", data: PNG, mimeType: "image/png" };
const embedded = (uri: string, mimeType: string, said: string): Content => ({
  type: "resource",
  resource: { uri, mimeType, text: said },
});

async function logging({ log }: Exchange) {
  for (const said of ["Tool execution started", "Tool processing data", "Tool execution completed"]) {
    log("info", said);
    await sleep(PAUSE_MS);
  }
  return [text("it was logged")];
}

const TOOLS: Readonly<Record<string, FixtureTool>> = {
  test_simple_text: () => [text("This is a simple text response for testing.")],
  test_image_content: () => [image],
  test_audio_content: () => [{ type: "audio", data: WAV, mimeType: "audio/wav" }],
  test_embedded_resource: () => [
    embedded("test://embedded-resource", "text/plain", "This is an embedded resource content."),
  ],
  test_multiple_content_types: () => [
    text("Multiple content types test:"),
    image,
    embedded("test://mixed-content-resource", "application/json", '{"test":"data","value":123}'),
  ],
  test_tool_with_logging: logging,
  test_logging_tool: logging,
  async test_tool_with_progress({ progress }) {
    for (const reached of [0, 50, 100]) {
      progress({ progress: reached, total: 100 });
      await sleep(PAUSE_MS);
    }
    return [text("it is done")];
  },
  async test_streaming_elicitation({ progress }) {
    progress({ progress: 1 });
    return [text("nobody is asked on a stream")];
  },
  test_missing_capability(_, { meta }) {
    const capabilities = meta[CAPABILITIES];
    if (isObject(capabilities) && "sampling" in capabilities) return [text("it can sample")];
    throw new ProtocolFault(MISSING_CAPABILITY, "this tool needs a client that samples", {
      status: 400,
      data: { requiredCapabilities: { sampling: {} } },
    });
  },
};

const listingOf = (name: string) => ({ name, description: `A fixture: ${name}`, inputSchema: { type: "object" } });

async function call(name: string, _: Params, asked: FixtureCall, exchange: Exchange): Promise<Called> {
  if (name === "test_error_handling")
    return answered({ isError: true, content: [text("This tool intentionally returns an error for testing")] });
  if (name === JSON_SCHEMA_TOOL.name) return answered({ content: [text("it was called")] });
  const tool = TOOLS[name];
  if (!tool) throw new ProtocolFault(INVALID_PARAMS, `there is no tool ${name}`);
  return answered({ content: await tool(exchange, asked) });
}

const STATIC: Readonly<Record<string, Content>> = {
  "test://static-text": { mimeType: "text/plain", text: "This is the content of the static text resource." },
  "test://static-binary": { mimeType: "image/png", blob: PNG },
};

function contentAt(uri: unknown): Content | undefined {
  const [, id] = /^test:\/\/template\/([^/]+)\/data$/.exec(String(uri)) ?? [];
  if (id === undefined) return STATIC[String(uri)];
  const said = JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });
  return { mimeType: "application/json", text: said };
}

const resources: Feature<FixtureCall> = {
  capabilities: { resources: {} },
  methods: {
    "resources/list": async () =>
      answered({
        resources: Object.entries(STATIC).map(([uri, { mimeType }]) => ({
          uri,
          name: uri,
          description: "A fixture",
          mimeType,
        })),
        ...CACHED,
      }),
    "resources/templates/list": async () =>
      answered({ resourceTemplates: [{ uriTemplate: "test://template/{id}/data", name: "template" }], ...CACHED }),
    async "resources/read"({ uri }, _, { era }) {
      const content = contentAt(uri);
      const code = era === "modern" ? INVALID_PARAMS : RESOURCE_NOT_FOUND;
      if (!content) throw new ProtocolFault(code, `there is no resource ${String(uri)}`, { data: { uri } });
      return answered({ contents: [{ uri, ...content }], ...CACHED });
    },
    "resources/subscribe": async () => answered({}),
    "resources/unsubscribe": async () => answered({}),
  },
};

const said = (content: Content) => ({ role: "user", content });

const PROMPTS: Readonly<Record<string, (given: Params) => readonly unknown[]>> = {
  test_simple_prompt: () => [said(text("This is a simple prompt for testing."))],
  test_prompt_with_arguments: ({ arg1, arg2 }) => [
    said(text(`Prompt with arguments: arg1='${String(arg1)}', arg2='${String(arg2)}'`)),
  ],
  test_prompt_with_embedded_resource: ({ resourceUri }) => [
    said(embedded(String(resourceUri), "text/plain", "Embedded resource content for testing.")),
    said(text("Please process the embedded resource above.")),
  ],
  test_prompt_with_image: () => [said(image), said(text("Please analyze the image above."))],
};

const argument = (name: string) => ({ name, description: "A fixture", required: true });
const ARGUMENTS: Readonly<Record<string, readonly unknown[]>> = {
  test_prompt_with_arguments: [argument("arg1"), argument("arg2")],
  test_prompt_with_embedded_resource: [argument("resourceUri")],
};

const prompts: Feature<FixtureCall> = {
  capabilities: { prompts: {}, completions: {}, logging: {} },
  methods: {
    "prompts/list": async () =>
      answered({
        prompts: Object.keys(PROMPTS).map((name) => ({
          name,
          description: "A fixture",
          arguments: ARGUMENTS[name] ?? [],
        })),
        ...CACHED,
      }),
    async "prompts/get"({ name, arguments: given }) {
      const prompt = PROMPTS[String(name)];
      if (!prompt) throw new ProtocolFault(INVALID_PARAMS, `there is no prompt ${String(name)}`);
      return answered({ messages: prompt(isObject(given) ? given : {}) });
    },
    "completion/complete": async () =>
      answered({ completion: { values: ["paris", "park"], total: 2, hasMore: false } }),
    "logging/setLevel": async () => answered({}),
  },
};

export const FIXTURES: Server<FixtureCall> = {
  info: { name: "fixtures", title: "Fixtures", version: "1.0.0" },
  instructions: "Tools that conformance suites know.",
  listFor: () => [...[...Object.keys(TOOLS), "test_error_handling"].map(listingOf), JSON_SCHEMA_TOOL],
  features: [resources, prompts],
  call,
};
