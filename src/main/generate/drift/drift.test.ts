import { describe, expect, test } from "vitest";
import { openApiOf } from "../../../edge/reference/index.ts";
import { operations } from "../../areas.ts";
import { differencesOf } from "./compare.ts";
import { contractOf } from "./contract.ts";
import { driftOf, matches, reasonFor } from "./drift-page.ts";
import { fieldsOf } from "./fields.ts";
import { lineOf, readPublished } from "./published.ts";
import { PUBLISHED_APIS } from "./published-api.ts";

const sides = PUBLISHED_APIS.map((api) => {
  const document = openApiOf(api.side, operations, { publicUrl: "http://localhost" });
  const published = readPublished(api);
  const ours = contractOf(document, `/api/v2/${api.side}`);
  return { api, published, ours, drift: driftOf(published, ours), title: api.title };
});

describe.each(sides)("the published $title", ({ api, published, ours, drift }) => {
  const said = drift.map(({ operation, part, field }) => `${operation} ${part} ${field}`);

  test("has no unexplained difference", () => {
    const unexplained = drift.filter((one) => !reasonFor(one, api));
    expect(
      unexplained.map(
        ({ operation, part, field, ...types }) => `${operation} ${part} ${field}: ${types.published} -> ${types.ours}`,
      ),
    ).toEqual([]);
  });

  test("has no reason for a difference that no longer exists", () => {
    const idle = api.reasons.flatMap(({ covers }) => covers).filter((one) => !said.some((text) => matches(one, text)));
    expect(idle).toEqual([]);
  });

  test("has every operation here, or its absence has a reason", () => {
    const absent = api.absent.flatMap(({ operations: ids }) => ids);
    const missing = Object.keys(published.places).filter((id) => !(id in ours));
    expect(missing.toSorted()).toEqual(absent.toSorted());
  });

  test("has every operation under its method and its path", () => {
    expect(drift.filter(({ part }) => part === "request")).toEqual([]);
  });
});

const schema = (properties: Record<string, unknown>, required: readonly string[] = []) => ({
  type: "object",
  properties,
  required,
});
const NOTHING = { method: "get", path: "/", query: [], body: {}, answer: {} };
const compared = (part: "body" | "answer", theirs: unknown, here: unknown) =>
  differencesOf("x", { ...NOTHING, [part]: fieldsOf(theirs, {}) }, { ...NOTHING, [part]: fieldsOf(here, {}) }).map(
    ({ field, published: there, ours: mine }) => [field, there, mine],
  );

test("an answer may contain more than was published, but neither less nor another type", () => {
  const item = schema({ id: { type: "string" }, size: { type: "integer", nullable: true } }, ["id"]);
  const theirs = schema({ items: { type: "array", items: item }, total: { type: "number" } }, ["items", "total"]);
  const mine = (more: Record<string, unknown>, of: Record<string, unknown> = {}) =>
    schema(
      {
        items: { type: "array", items: schema({ id: { type: "string" }, size: { type: "integer" }, ...of }, ["id"]) },
        ...more,
      },
      ["items", "total"],
    );
  expect(compared("answer", theirs, mine({ total: { type: "integer" }, more: { type: "string" } }))).toEqual([]);
  expect(compared("answer", theirs, mine({ total: { type: ["number", "null"] } }))).toEqual([
    ["total", "number", "null|number"],
  ]);
  expect(compared("answer", theirs, mine({ total: { type: "number" } }, { id: { type: "integer" } }))).toEqual([
    ["items[].id", "string", "integer"],
  ]);
  expect(compared("answer", theirs, schema({ total: { type: "number" } }))).toEqual([
    ["items", "array", "missing"],
    ["total", "number", "number?"],
  ]);
});

test("a body accepts what was published, and requires nothing else", () => {
  const theirs = schema({ name: { type: "string" }, cap: { type: "number" } }, ["name"]);
  expect(compared("body", theirs, schema({ name: { type: "string" }, cap: { type: ["number", "string"] } }))).toEqual(
    [],
  );
  const strict = schema({ name: { type: "string" }, cap: { type: "integer" }, seat: { type: "string" } }, ["seat"]);
  expect(compared("body", theirs, strict)).toEqual([
    ["cap", "number?", "integer?"],
    ["seat", "missing", "string"],
  ]);
});

test("a field of alternatives is always present if every alternative that could have it has it", () => {
  const either = {
    anyOf: [
      schema({ a: { type: "string" }, b: { type: "string" } }, ["a", "b"]),
      schema({ a: { type: "null" } }, ["a"]),
    ],
  };
  expect(fieldsOf(either, {})).toEqual({ "": "object", a: "null|string", b: "string?" });
});

test("a text published with few values is answered with one of those, and accepted with any", () => {
  const of = (...values: string[]) =>
    schema({ kind: values.length > 0 ? { enum: values } : { type: "string" } }, ["kind"]);
  expect(compared("answer", of("a", "b"), of("a"))).toEqual([]);
  expect(compared("answer", of("a"), of("a", "b"))).toEqual([["kind", "string{a}", "string{a,b}"]]);
  expect(compared("answer", of("a"), of())).toEqual([["kind", "string{a}", "string"]]);
  expect(compared("answer", of(), of("a"))).toEqual([]);
  expect(compared("body", of("a", "b"), of("a"))).toEqual([["kind", "string{a,b}", "string{a}"]]);
  expect(compared("body", of("a"), of())).toEqual([]);
});

test("the stored facts about the published API read back as they were derived", () => {
  const [id, contracted] =
    sides
      .flatMap(({ published }) => Object.entries(published.shapes))
      .find(([, { answer }]) => Object.keys(answer).length > 50) ?? [];
  if (!id || !contracted) throw new Error("there is no large operation");
  const line = JSON.parse(lineOf(id, contracted, true));
  expect(line).toMatchObject({ operation: id, path: contracted.path });
  expect(JSON.stringify(line)).toBe(lineOf(id, contracted, true));
});
