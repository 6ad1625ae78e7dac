import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { safeParse } from "zod/v4/core";
import { MOUNTS } from "../../src/edge/http/mount.ts";
import { skillOf } from "../../src/edge/reference/agents/skill.ts";
import { openGuide } from "../../src/edge/reference/capabilities/guide.ts";
import { apisOf, type Operation } from "../../src/ground/kernel/operation.ts";
import { operations } from "../../src/main/areas.ts";

const DOCS = join(import.meta.dirname, "../../docs");

/** Calls of other people's servers are theirs to maintain. */
const NOT_OURS = new Set(["kevel.md", "writing-an-adapter.md", "providers.md", "promises.md", "storefront-agent.md"]);

/** What is served besides the operations: agents, consents, pages and files. */
const SERVED =
  /^\/(mcp|a2a|oauth|authorize|storefront\/\{platformId\}|\.well-known|docs|healthz|sign-in|sign-up|connections)\b/;

interface Call {
  readonly where: string;
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** In running text: `PUT /learned-default-posture`, followed by a body such as `{"perDay": 2}`. */
function callsInText(file: string, text: string): Call[] {
  const found = text.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[^\s`?]*)[^`]*`(?:\s+with\s+`(\{[^`]*\})`)?/g);
  return [...found].map(({ 1: method = "", 2: path = "", 3: body, index }) => ({
    where: `${file}:${text.slice(0, index).split("\n").length}`,
    method,
    path,
    ...(body !== undefined && { body }),
  }));
}

/** In a shell: `sell /product-rules/preview -d '{…}'`, with a function that knows the server and the key. */
function callsInShell(file: string, text: string): Call[] {
  const found = text.matchAll(
    /^(?:api|sell) "?(\/[^\s"?]*)[^\s"]*"?((?: -X \w+| -H "[^"]*")*)(?: -d '((?:[^']|'\$\w+')*)')?/gm,
  );
  return [...found].map(({ 1: path = "", 2: options = "", 3: body, index }) => ({
    where: `${file}:${text.slice(0, index).split("\n").length}`,
    method: /-X (\w+)/.exec(options)?.[1] ?? (body === undefined ? "GET" : "POST"),
    path,
    // A variable represents its value: a number has no quotes.
    ...(body !== undefined && {
      body: body.replace(/"'\$(\w+)'"/g, (_, name) => JSON.stringify(valueOf(name))).replace(/'\$\w+'/g, "1"),
    }),
  }));
}

const valueOf = (name: string) =>
  /START|END/.test(name) ? new Date(name === "START" ? 2e12 : 2.1e12).toISOString() : "one";

/** The prefix of the paths in the section about spreadsheets, as it says. */
const MODULAR = "/inventory-sources/{sourceId}/modular";

const segmentsOf = (path: string) => path.split("/").filter((part) => part !== "");

/** `…` represents the reader's own value. */
function issuesOf(op: Operation, body: unknown): string[] {
  if (!op.body) return ["it takes no body"];
  const open = (path: readonly PropertyKey[]) =>
    path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | undefined)?.[key], body) === "…";
  return (safeParse(op.body, body).error?.issues ?? [])
    .filter(({ path }) => !open(path))
    .map(({ path, message }) => `${path.join(".")}: ${message}`);
}

/** Whether this much of an address in a document means the operation. */
function isMeant(op: Operation, { method, path }: Call): boolean {
  if (op.method.toUpperCase() !== method) return false;
  const said = segmentsOf(path);
  return apisOf(op).some((api) => {
    const whole = segmentsOf(MOUNTS[api] + op.path);
    const bases = ["", "/api/v2", MOUNTS[api], ...(op.path.startsWith(MODULAR) ? [MOUNTS[api] + MODULAR] : [])];
    const starts = bases.map((base) => segmentsOf(base).length);
    return starts.some((start) => {
      const wanted = whole.slice(start);
      return (
        wanted.length === said.length && wanted.every((part, at) => part === said[at] || isFilled(part, said[at] ?? ""))
      );
    });
  });
}

const isFilled = (part: string, said: string) => part.startsWith("{") && said !== "";

const documents = globSync("*.md", { cwd: DOCS })
  .filter((file) => !NOT_OURS.has(file))
  .map((file) => [file, readFileSync(join(DOCS, file), "utf8")] as const);
const calls = documents.flatMap(([file, text]) => [...callsInText(file, text), ...callsInShell(file, text)]);

test("every call that docs/agents.md shows to a tool is an operation", () => {
  const [, agents = ""] = documents.find(([file]) => file === "agents.md") ?? [];
  const lines = agents.split("\n").filter((line) => /^\{ "(method|endpoint|operation)"/.test(line));
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) {
    const { operation, endpoint = "", ...call } = JSON.parse(line) as Record<string, string>;
    const [method = "", path = ""] = endpoint.split(" ");
    const meant = operations.find((op) =>
      operation ? op.id === camelCase(operation) : isMeant(op, { where: "", method, path, ...call }),
    );
    expect([line, meant === undefined]).toEqual([line, false]);
    expect(meant && call.body ? issuesOf(meant, call.body) : []).toEqual([]);
  }
});

const camelCase = (name: string) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

test.each(["buyer", "storefront"] as const)("every row of the %s skill's tables is an operation", async (side) => {
  const guide = openGuide(
    side,
    operations.filter(({ access }) => access !== "public"),
  );
  const skill = await skillOf(side, guide, "https://market.example");
  const rows = [...skill.matchAll(/^\| (\w+) \| `(\/[^`]*)` \| .*\(`(\w+)`\) \|$/gm)];
  expect(rows.length).toBeGreaterThan(80);
  for (const [row, method = "", path = "", id = ""] of rows)
    expect([row, operations.some((op) => op.id === id && isMeant(op, { where: "", method, path }))]).toEqual([
      row,
      true,
    ]);
});

test("every call that a document names is an operation, and accepts the body that the document gives", () => {
  expect(calls.length).toBeGreaterThan(100);
  expect(calls.filter(({ body }) => body !== undefined).length).toBeGreaterThan(8);
  const wrong = calls.flatMap((call) => {
    if (SERVED.test(call.path)) return [];
    const meant = operations.filter((op) => isMeant(op, call));
    if (meant.length === 0) return [`${call.where} ${call.method} ${call.path}: no such operation`];
    if (call.body === undefined) return [];
    const body: unknown = JSON.parse(call.body);
    const issues = meant.map((op) => issuesOf(op, body));
    return issues.some((one) => one.length === 0)
      ? []
      : [`${call.where} ${call.method} ${call.path}: ${issues.join(" or ")}`];
  });
  expect(wrong).toEqual([]);
});
