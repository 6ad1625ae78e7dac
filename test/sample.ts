import { z } from "zod";
import type { $ZodType } from "zod/v4/core";

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** Values for fields whose schema does not say enough, chosen by the field's name. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  brand: "acme.example",
  brandDomain: "acme.example",
  domain: "acme.example",
  startDate: "2027-03-01T00:00:00Z",
  endDate: "2027-03-31T00:00:00Z",
  currency: "USD",
  primaryCurrency: "USD",
  defaultCurrency: "USD",
  endpointUrl: "http://127.0.0.1:9/mcp",
  days: 1,
};

/** The smallest input that a schema accepts: only required fields, plus those that are requested by dotted path. */
export function sampleOf(schema: $ZodType | undefined, wanted: readonly string[] = []): unknown {
  if (!schema) return undefined;
  const root = jsonSchemaOf(schema);
  return build(root, root, "", wanted);
}

/** Cached, because some tests request the same thousands of times. */
const converted = new WeakMap<$ZodType, Schema>();

export function jsonSchemaOf(schema: $ZodType): Schema {
  const known =
    converted.get(schema) ?? (z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }) as Schema);
  converted.set(schema, known);
  return known;
}

/** Sets a value at a dotted path of an input. In arrays on the way, the first element is used; an array at the end contains only this value. */
export function withValue(input: unknown, path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return Array.isArray(input) ? [value] : value;
  if (Array.isArray(input)) return [withValue(input[0], path, value), ...input.slice(1)];
  const object = (input ?? {}) as Record<string, unknown>;
  return { ...object, [head]: withValue(object[head], rest, value) };
}

function build(schema: Schema, root: Schema, name: string, wanted: readonly string[]): unknown {
  const at = resolve(schema, root);
  if (name in BY_NAME) return BY_NAME[name];
  if (at.const !== undefined) return at.const;
  if (at.enum) return at.enum[0];
  const choice = at.anyOf ?? at.oneOf;
  if (choice?.[0]) return build(choice[0], root, name, wanted);
  if (at.allOf) return Object.assign({}, ...at.allOf.map((part) => build(part, root, name, wanted)));
  const type = typeof at.type === "string" ? at.type : at.type?.[0];
  if (type === "object") return objectOf(at, root, wanted);
  if (type === "array")
    return Array.from({ length: Math.max(at.minItems ?? 0, wanted.length > 0 ? 1 : 0) }, () =>
      build(at.items ?? {}, root, name, wanted),
    );
  if (type === "integer" || type === "number") return Math.max(1, at.minimum ?? 1, (at.exclusiveMinimum ?? 0) + 1);
  if (type === "boolean") return false;
  if (type === "null") return null;
  return textOf(at, name);
}

function objectOf(
  { properties = {}, required = [] }: Schema,
  root: Schema,
  wanted: readonly string[],
): Record<string, unknown> {
  const asked = (name: string) =>
    wanted.filter((path) => path === name || path.startsWith(`${name}.`)).map((path) => path.slice(name.length + 1));
  // A rule rather than the schema requires a brand, and accepts either of its spellings.
  const names = Object.keys(properties).filter(
    (name) => required.includes(name) || asked(name).length > 0 || name === "brand" || name === "days",
  );
  return Object.fromEntries(names.map((name) => [name, build(properties[name] ?? {}, root, name, asked(name))]));
}

function textOf({ format, pattern, minLength = 1 }: Schema, name: string): string {
  if (format === "date-time") return "2027-03-01T00:00:00Z";
  if (format === "date") return "2027-03-01";
  if (format === "uri") return "https://example.org/";
  if (format === "email") return "somebody@example.org";
  if (pattern?.includes("A-Z]{3}") || /currency/i.test(name)) return "USD";
  if (pattern?.includes("[1-9]")) return "1";
  return "sample".padEnd(minLength, "x");
}

function resolve(schema: Schema, root: Schema): Schema {
  if (!schema.$ref) return schema;
  const found = root.$defs?.[schema.$ref.split("/").at(-1) ?? ""];
  return found ? resolve(found, root) : {};
}
