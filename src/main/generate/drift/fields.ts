import type { Json } from "../../../edge/reference/index.ts";

/**
 * A schema as one line per field: its dotted path (`items[].brand`, `*` for any key) and its types, followed by `?` if
 * it is optional. An enumerated string lists its values: `string{DRAFT,ACTIVE}`. Names, descriptions and rules are not
 * compared, so they are not included.
 */
export type Fields = Readonly<Record<string, string>>;

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly multipleOf?: number;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Found {
  readonly types: Set<string>;
  /** The possible string values; undefined if any value is possible. */
  values: ReadonlySet<string> | undefined;
  /** False if the field is optional, or occurs only in some alternatives. */
  always: boolean;
}

type Finds = Map<string, Found>;

/** The fields of a schema in an OpenAPI 3.0 or 3.1 document; the schema as a whole has the path "". */
export function fieldsOf(schema: unknown, document: Json): Fields {
  const finds = walk(schema as Schema, document, []);
  const lines = [...finds].map(([path, { types, values, always }]) => {
    if (types.has("number")) types.delete("integer");
    const spelt = [...types].sort().map((type) => (type === "string" ? `string${spellValues(values)}` : type));
    return [path, spelt.join("|") + (always ? "" : "?")] as const;
  });
  return Object.fromEntries(lines.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function walk(schema: Schema, document: Json, within: readonly string[]): Finds {
  if (schema.$ref) {
    // A schema nested in itself adds nothing.
    if (within.includes(schema.$ref))
      return new Map([["", { types: new Set(["object"]), values: NONE, always: true }]]);
    return walk(resolve(schema.$ref, document), document, [...within, schema.$ref]);
  }
  const inside = (part: Schema) => walk(part, document, within);
  const whole: Finds = new Map([["", { types: typesOf(schema), values: valuesOf(schema), always: true }]]);
  for (const [name, part] of Object.entries(schema.properties ?? {}))
    merge(whole, below(name, inside(part), schema.required?.includes(name) ?? false));
  if (schema.items) merge(whole, below("[]", inside(schema.items), true));
  if (typeof schema.additionalProperties === "object")
    merge(whole, below("*", inside(schema.additionalProperties), false));
  for (const part of schema.allOf ?? []) merge(whole, inside(part));
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).map(inside);
  merge(whole, eitherOf(alternatives));
  const types = whole.get("")?.types;
  if (types?.size === 0 || (types?.size === 1 && types.has("null") && alternatives.length === 0 && schema.nullable))
    types.add(schema.properties ? "object" : "any");
  return whole;
}

function typesOf({ type, nullable, multipleOf, const: only, enum: some }: Schema): Set<string> {
  const spelt = type === undefined ? [] : [type].flat();
  const said = spelt.map((one) => (one === "number" && multipleOf === 1 ? "integer" : one));
  const meant = [...(only === undefined ? [] : [only]), ...(some ?? [])].map((value) =>
    value === null ? "null" : typeof value,
  );
  return new Set([...(said.length > 0 ? said : meant), ...(nullable ? ["null"] : [])]);
}

const NONE: ReadonlySet<string> = new Set();

/** A schema without strings adds no string values to a field. */
function valuesOf(schema: Schema): ReadonlySet<string> | undefined {
  const { const: only, enum: some } = schema;
  if (only === undefined && some === undefined) return typesOf(schema).has("string") ? undefined : NONE;
  const texts = [...(only === undefined ? [] : [only]), ...(some ?? [])].filter((value) => typeof value === "string");
  return new Set(texts);
}

function spellValues(values: ReadonlySet<string> | undefined): string {
  return values?.size ? `{${[...values].sort().join(",")}}` : "";
}

/** A field is always present if every alternative that has its parent always includes it. */
function eitherOf(alternatives: readonly Finds[]): Finds {
  const either: Finds = new Map();
  for (const finds of alternatives) merge(either, finds);
  for (const [path, found] of either) {
    if (path === "" || path.endsWith("[]")) continue;
    const holders = alternatives.filter((finds) => finds.get(parentOf(path))?.types.has("object"));
    found.always = holders.every((finds) => finds.get(path)?.always ?? false);
  }
  return either;
}

/** A field's parent: `a.b[]` for `a.b[].c`, and `a.b` for `a.b[]`. */
export function parentOf(path: string): string {
  return path.endsWith("[]") ? path.slice(0, -2) : path.slice(0, Math.max(0, path.lastIndexOf(".")));
}

function below(name: string, finds: Finds, required: boolean): Finds {
  return new Map(
    [...finds].map(([path, { types, values, always }]) => {
      const joint = path === "" || path.startsWith("[]") ? "" : ".";
      return [`${name}${joint}${path}`, { types, values, always: path === "" ? required : always }];
    }),
  );
}

function merge(into: Finds, finds: Finds): void {
  for (const [path, { types, values, always }] of finds) {
    const known = into.get(path);
    if (known) {
      known.values = known.values && values && new Set([...known.values, ...values]);
      for (const type of types) if (type !== "any" || known.types.size === 0) known.types.add(type);
      known.always ||= always;
    } else into.set(path, { types: new Set(types), values, always });
  }
}

function resolve(ref: string, document: Json): Schema {
  let found: Json | undefined = document;
  for (const step of ref.slice(2).split("/")) found = found?.[step] as Json | undefined;
  if (!found) throw new Error(`${ref} is not in the document`);
  return found;
}
