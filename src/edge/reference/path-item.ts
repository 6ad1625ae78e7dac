import type { $ZodType } from "zod/v4/core";
import { type Operation, statusesOf, writes } from "../../ground/kernel/operation.ts";
import { failuresOf } from "./failures.ts";
import { type CollectedSchemas, type Json, jsonSchemaOf, propertiesOf } from "./json-schema.ts";

/** An operation in OpenAPI, with its schemas collected. */
export function pathItemOf(op: Operation, gathered: CollectedSchemas): Json {
  const { id, summary, description, tag, access, body, bodyOptional, ours } = op;
  const parameters = parametersOf(op, gathered);
  return {
    operationId: id,
    summary,
    ...(description && { description }),
    tags: [tag],
    ...(access === "public" && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: !bodyOptional, content: contentOf(op, body, gathered) } }),
    responses: { ...successesOf(op, gathered), ...refusals(op) },
    "x-access": access,
    // The operation is in no published contract, so a client does not find it in other implementations.
    ...(ours && { "x-interchange-own": true }),
  };
}

/** JSON; for operations with files, also a form that contains the same JSON as a part (RFC 7578). */
function contentOf({ files }: Operation, body: $ZodType, gathered: CollectedSchemas): Json {
  const json = jsonSchemaOf(body, "input", gathered);
  if (!files) return asJson(json);
  const metadata = { type: "string", contentMediaType: "application/json", contentSchema: json };
  const file = { type: "string", contentMediaType: "application/octet-stream" };
  const form = { type: "object", properties: { metadata, files: { type: "array", items: file } } };
  return { ...asJson(json), "multipart/form-data": { schema: form } };
}

function parametersOf(op: Operation, gathered: CollectedSchemas): Json[] {
  const inPath = [...op.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const params = op.params && propertiesOf(jsonSchemaOf(op.params, "input", gathered), gathered).properties;
  const query = op.query && propertiesOf(jsonSchemaOf(op.query, "input", gathered), gathered);
  return [
    ...inPath.map((name) => {
      const schema = params?.[name];
      if (!schema) throw new Error(`${op.id}: the path names {${name}} and params does not`);
      return parameter("path", name, schema, true);
    }),
    ...Object.entries(query?.properties ?? {}).map(([name, schema]) =>
      parameter("query", name, schema, query?.required.includes(name) ?? false),
    ),
    ...(writes(op) && op.access !== "public" ? [{ $ref: "#/components/parameters/IdempotencyKey" }] : []),
  ];
}

function parameter(where: "path" | "query", name: string, json: Json, required: boolean): Json {
  const { description, ...schema } = json;
  return { name, in: where, ...(required && { required }), ...(description !== undefined && { description }), schema };
}

function successesOf(op: Operation, gathered: CollectedSchemas): Json {
  const success = successOf(op, gathered);
  return Object.fromEntries(statusesOf(op).map((status) => [status, success]));
}

function successOf(op: Operation, gathered: CollectedSchemas): Json {
  if (op.status === 204) return { description: "Done" };
  const envelope = op.paging === "take/skip" ? "SuccessPage" : "Success";
  const data = jsonSchemaOf(op.answer, "output", gathered);
  const answer = asJson({
    allOf: [{ $ref: `#/components/schemas/${envelope}` }, { type: "object", properties: { data } }],
  });
  return { description: op.summary, content: { ...answer, ...eventsOf(op, gathered), ...fileOf(op) } };
}

const EVENTS =
  "Server-sent events, for `Accept: text/event-stream`: any number called `progress`, whose data is `x-progress`, and as the " +
  "last one `answer`, whose data is exactly the JSON answer, or `failure`, with the `status` that it would have had.";

/** OpenAPI 3.1 cannot describe a stream of events. */
function eventsOf({ progress }: Operation, gathered: CollectedSchemas): Json {
  if (!progress) return {};
  const said = jsonSchemaOf(progress, "output", gathered);
  return { "text/event-stream": { schema: { type: "string", description: EVENTS }, "x-progress": said } };
}

/** The whole list, for `Accept: text/csv`. */
function fileOf({ csv }: Operation): Json {
  if (!csv) return {};
  const description = `For \`Accept: text/csv\`: everything that matches, not only one page, with the columns ${csv.columns.join(", ")}.`;
  return { "text/csv": { schema: { type: "string", description } } };
}

function refusals(op: Operation): Json {
  const responses = [...failuresOf(op)].map(([status, codes]) => [
    status,
    { $ref: `#/components/responses/${refusalName(codes)}` },
  ]);
  return Object.fromEntries(responses);
}

/** `ACCESS_DENIED` and `FORBIDDEN` become `AccessDenied.Forbidden`: refusals with the same codes share one component. */
function refusalName(codes: readonly string[]): string {
  const pascal = (code: string) =>
    code.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return codes.map(pascal).join(".");
}

/** All refusals that these operations may return, for the document's components. */
export function refusalComponents(operations: readonly Operation[]): Json {
  const all = operations.flatMap((op) => [...failuresOf(op).values()]);
  const named = all.map((codes) => [refusalName(codes), refusal(codes)] as const);
  return Object.fromEntries(named.toSorted(([a], [b]) => a.localeCompare(b)));
}

const RETRY_AFTER = { "Retry-After": { description: "Seconds", schema: { type: "integer" } } };

function refusal(codes: readonly string[]): Json {
  const code = { properties: { error: { properties: { code: { enum: codes } } } } };
  return {
    description: codes.join(", "),
    ...(codes.includes("RATE_LIMITED") && { headers: RETRY_AFTER }),
    content: asJson({ allOf: [{ $ref: "#/components/schemas/Failure" }, code] }),
  };
}

function asJson(schema: Json): Json {
  return { "application/json": { schema } };
}
