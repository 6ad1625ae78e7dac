import { afterAll, beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { openWorld, type World } from "../../../test/world.ts";
import { Conflict } from "../../ground/kernel/errors.ts";
import { apisOf, operation, writes } from "../../ground/kernel/operation.ts";
import { queryBoolean } from "../../ground/kernel/query.ts";
import { operations } from "../../main/areas.ts";
import { ENVELOPE } from "./envelope-schemas.ts";
import { yamlOf } from "./mount-reference.ts";
import { fullPathOf, openApiOf, operationsOf, SIDES, type Side } from "./openapi.ts";
import { operationsPage } from "./operations-page.ts";
import { PAGE_PATHS } from "./page-paths.ts";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [word: string]: unknown;
}
interface Item {
  readonly operationId: string;
  readonly parameters?: readonly { name?: string; in?: string; required?: boolean; schema?: Schema; $ref?: string }[];
  readonly requestBody?: {
    required: boolean;
    content: { "application/json": { schema: Schema }; "multipart/form-data"?: { schema: Schema } };
  };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly security?: unknown;
}
interface Document {
  readonly openapi: string;
  readonly servers: readonly { url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Item>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, Schema>>>>;
}

const publicUrl = "https://market.example";
const documentOf = (side: Side, table = operations) => openApiOf(side, table, { publicUrl }) as unknown as Document;
/** Without the pages to which browsers are sent, because they are not operations. */
const itemsOf = ({ paths }: Document) =>
  Object.entries(paths)
    .filter(([path]) => !(path in PAGE_PATHS))
    .flatMap(([path, items]) => Object.entries(items).map(([method, item]) => ({ path, method, item })));

/** Every `$ref` in a document, at any depth. */
function refsIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  return [...(typeof $ref === "string" ? [$ref] : []), ...Object.values(value).flatMap(refsIn)];
}

const at = (document: unknown, ref: string) =>
  ref
    .slice(2)
    .split("/")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

test("the redirect URI of authorization servers is in the documents of those who consent, and exists", async () => {
  const path = "/api/v2/storefront/oauth/callback";
  for (const side of ["buyer", "storefront"] as const)
    expect(documentOf(side).paths[path]).toMatchObject({ get: { security: [], responses: { 200: {}, 400: {} } } });
  expect(documentOf("operator").paths).not.toHaveProperty([path]);
  const { statusCode, headers } = await world.app.inject({ url: `${path}?state=nobodys` });
  expect([statusCode, headers["content-type"]]).toEqual([400, expect.stringContaining("text/html")]);
});

test("every operation of the table is in a document", () => {
  const reported = SIDES.flatMap((side) => operationsOf(side, operations).map(({ id }) => id));
  expect(new Set(reported)).toEqual(new Set(operations.map(({ id }) => id)));
});

test.each(SIDES)("%s: operations have their real paths and unique ids, and describe their input and output", (side) => {
  const items = itemsOf(documentOf(side));
  const expected = operationsOf(side, operations);
  expect(items.map(({ item }) => item.operationId).sort()).toEqual(expected.map(({ id }) => id).sort());
  expect(new Set(expected.map(({ id }) => id)).size).toBe(expected.length);
  for (const op of expected) {
    const item = items.find(({ item }) => item.operationId === op.id);
    expect(item).toMatchObject({ path: fullPathOf(op, side), method: op.method });
    expect([op.id, Object.keys(item?.item.responses ?? {})]).toEqual([
      op.id,
      expect.arrayContaining(["429", "500", String(op.status ?? 200)]),
    ]);
    expect([op.id, "401" in (item?.item.responses ?? {})]).toEqual([op.id, op.access !== "public"]);
    const keys = (item?.item.parameters ?? []).filter(({ $ref }) => $ref === "#/components/parameters/IdempotencyKey");
    expect([op.id, keys.length]).toEqual([op.id, Number(writes(op) && op.access !== "public")]);
  }
});

test.each(SIDES)("%s: every parameter of a path is declared, and nothing that is not in it", (side) => {
  for (const { path, item } of itemsOf(documentOf(side))) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (item.parameters ?? []).filter((parameter) => parameter.in === "path");
    expect([item.operationId, declared.map(({ name }) => name)]).toEqual([item.operationId, inPath]);
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test.each(SIDES)("%s: every reference can be resolved, and every schema of an operation is referenced", (side) => {
  const document = documentOf(side);
  const refs = new Set(refsIn(document));
  expect([...refs].filter((ref) => at(document, ref) === undefined)).toEqual([]);
  const schemas = Object.keys(document.components.schemas ?? {})
    .filter((name) => !(name in ENVELOPE))
    .map((name) => `#/components/schemas/${name}`);
  expect(schemas.filter((ref) => !refs.has(ref))).toEqual([]);
});

test.each(SIDES)("%s: the YAML has the same content as the JSON", async (side) => {
  const document = documentOf(side);
  expect(parse(await yamlOf(openApiOf(side, operations, { publicUrl })), { maxAliasCount: 0 })).toEqual(
    JSON.parse(JSON.stringify(document)),
  );
  expect(document).toMatchObject({ openapi: "3.1.1", servers: [{ url: publicUrl }] });
});

test("the page of operations has a line for each", () => {
  const page = operationsPage(operations);
  for (const op of operations) {
    for (const side of SIDES.filter((side) => apisOf(op).includes(side))) {
      expect(page).toContain(`| ${op.id} | \`${op.method.toUpperCase()} ${fullPathOf(op, side)}\` |`);
    }
  }
});

const Colour = z.enum(["red", "green"]).meta({ id: "Colour" });
const Thing = z.object({ colour: Colour, size: z.int().default(1) }).meta({ id: "Thing" });
class TooRed extends Conflict {
  override readonly code = "TOO_RED";
}
const paint = operation({
  id: "paint",
  api: "buyer",
  method: "post",
  path: "/things/{thingId}",
  summary: "Paint a thing",
  tag: "Things",
  access: "write",
  params: z.object({ thingId: z.string() }),
  query: z.object({ twice: queryBoolean.default(false).describe("Two coats") }),
  body: Thing,
  answer: Thing,
  errors: [TooRed],
  handle: async ({ body }) => body,
});

test("a schema that differs between requests and answers has two names; one that does not has one", () => {
  const { components, paths } = documentOf("buyer", [paint]);
  const { Thing, ThingInput, Colour, ...rest } = components.schemas ?? {};
  expect(Colour).toEqual({ type: "string", enum: ["red", "green"] });
  expect(Thing).toMatchObject({ required: ["colour", "size"] });
  expect(ThingInput).toMatchObject({
    required: ["colour"],
    properties: { colour: { $ref: "#/components/schemas/Colour" } },
  });
  expect(Object.keys(rest)).not.toContain("ColourInput");
  const item = paths["/api/v2/buyer/things/{thingId}"]?.post;
  expect(item?.requestBody?.content["application/json"].schema).toEqual({ $ref: "#/components/schemas/ThingInput" });
});

test("an operation's errors are listed by status and code, its own in addition to the common ones", () => {
  const { paths, components } = documentOf("buyer", [paint]);
  const responses = paths["/api/v2/buyer/things/{thingId}"]?.post?.responses;
  const conflict = "IdempotencyConflict.IdempotencyInFlight.TooRed";
  const forbidden = "AccessDenied.CustomerRoleDenied.Forbidden.TosAcceptanceRequired";
  expect(responses?.[409]).toEqual({ $ref: `#/components/responses/${conflict}` });
  expect(responses?.[403]).toEqual({ $ref: `#/components/responses/${forbidden}` });
  expect(components.responses?.[conflict]).toMatchObject({
    description: "IDEMPOTENCY_CONFLICT, IDEMPOTENCY_IN_FLIGHT, TOO_RED",
  });
});

test("an operation with files accepts JSON, and a form that contains the same JSON as a part", () => {
  const { components, paths } = documentOf("buyer", [{ ...paint, files: true }]);
  const content = paths["/api/v2/buyer/things/{thingId}"]?.post?.requestBody?.content;
  expect(Object.keys(content ?? {})).toEqual(["application/json", "multipart/form-data"]);
  expect(content?.["multipart/form-data"]?.schema).toMatchObject({
    properties: {
      metadata: { contentMediaType: "application/json", contentSchema: { $ref: "#/components/schemas/ThingInput" } },
      files: { type: "array", items: { contentMediaType: "application/octet-stream" } },
    },
  });
  expect(components.schemas).toHaveProperty("ThingInput");
});

test("a boolean of a query is a boolean to its reader", () => {
  const item = documentOf("buyer", [paint]).paths["/api/v2/buyer/things/{thingId}"]?.post;
  expect(item?.parameters?.[1]).toEqual({
    name: "twice",
    in: "query",
    description: "Two coats",
    schema: { type: "boolean" },
  });
});

test("two schemas under one name are an error, not a wrong document", () => {
  const other = {
    ...paint,
    id: "other",
    path: "/other/{thingId}",
    answer: z.object({ x: z.string() }).meta({ id: "Thing" }),
  };
  expect(() => openApiOf("buyer", [paint, other], { publicUrl })).toThrow("two schemas are called Thing");
});

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

test.each(SIDES)(
  "%s: the document is there for anybody, as JSON and as YAML, with the installation's own address",
  async (side) => {
    const get = (name: string) => world.app.inject({ method: "GET", url: `/api/v2/${side}/openapi.${name}` });
    const [json, yaml] = [await get("json"), await get("yaml")];
    expect([json.statusCode, yaml.statusCode]).toEqual([200, 200]);
    expect(json.json()).toEqual(parse(yaml.body));
    expect(json.json().servers).toEqual([{ url: "http://localhost:4000" }]);
  },
);
