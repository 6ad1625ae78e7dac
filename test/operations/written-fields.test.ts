import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { operations } from "../../src/main/areas.ts";

const ROOT = join(import.meta.dirname, "../..");

const SET_UP = "what a seller says of its set-up, kept for its own people";
/** What is only kept, and changes nothing that anybody is shown: each says why. */
const ONLY_KEPT: Readonly<Record<string, string>> = {
  "createFeedModularInventorySource: availsSource": SET_UP,
  "createFeedModularInventorySource: cadence": SET_UP,
  "createFeedModularInventorySource: systemName": SET_UP,
  "createFeedModularInventorySource: sampleAvailable": SET_UP,
  "finalizeModularInventoryBooking: advertiserExternalRef": "handed to whoever books it, as it was said",
  "createModularInventorySourceModuleCredential: lastRefreshedAt": "told back as it was said",
  "rotateModularInventorySourceModuleCredential: lastRefreshedAt": "told back as it was said",
};

/** The fields of a body, including nested ones: `packages.budget`. */
function fieldsOf(schema: JsonSchema, root: JsonSchema = schema, depth = 0): string[] {
  const { $ref, properties = {}, items, anyOf = [], allOf = [], oneOf = [] } = schema;
  if ($ref !== undefined) {
    const named = root.$defs?.[$ref.split("/").at(-1) ?? ""];
    return named ? fieldsOf(named, root, depth) : [];
  }
  const own = Object.entries(properties).flatMap(([name, inner]) => [
    name,
    ...(depth < 2 ? fieldsOf(inner, root, depth + 1) : []),
  ]);
  return [
    ...own,
    ...[items, ...anyOf, ...allOf, ...oneOf].flatMap((inner) => (inner ? fieldsOf(inner, root, depth) : [])),
  ];
}

interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

test("every field that a seller can write is written by a test that looks at what comes of it", () => {
  const tests = globSync(["src/**/*.test.ts", "test/**/*.ts"], { cwd: ROOT }).filter(
    (file) => !file.endsWith("written-fields.test.ts"),
  );
  const words = new Set(tests.flatMap((file) => readFileSync(join(ROOT, file), "utf8").match(/\b\w+\b/g) ?? []));
  const written = operations.filter(({ api, access, body }) => api === "storefront" && access !== "read" && body);
  expect(written.length).toBeGreaterThan(40);
  const unseen = written.flatMap(({ id, body }) => {
    // Its JSON Schema is zod's, of which only the parts in `JsonSchema` are read.
    const fields = body ? fieldsOf(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }) as JsonSchema) : [];
    return [...new Set(fields)].filter((field) => !words.has(field)).map((field) => `${id}: ${field}`);
  });
  expect(unseen.toSorted()).toEqual(Object.keys(ONLY_KEPT).toSorted());
});
