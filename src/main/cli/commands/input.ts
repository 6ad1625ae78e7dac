import { type Document, type DocumentedOperation, resolved, type Schema } from "./document.ts";
import { kebab } from "./name-operations.ts";

/** An input for which a command has an option of its own. */
export interface Input {
  readonly name: string;
  readonly in: "path" | "query" | "body";
  /** Without its dashes. */
  readonly flag: string;
  readonly type: "string" | "number" | "boolean";
  readonly choices: readonly string[];
  /** It may be repeated. */
  readonly isList: boolean;
  readonly required: boolean;
  readonly description: string;
}

/** The options that every command of an operation has. */
export const COMMON_FLAGS = ["output", "profile", "server", "data", "file", "all", "idempotency-key", "help"] as const;

interface Described extends Pick<Input, "name" | "in" | "required"> {
  readonly schema: Schema;
  readonly description: string | undefined;
}

/** Every input of an operation that an option can express: its parameters, and the simple fields of its body. */
export function inputsOf(document: Document, { parameters = [], requestBody }: DocumentedOperation): Input[] {
  const given: readonly Described[] = parameters.flatMap(
    ({ name, in: place, schema, required = false, description }) =>
      name !== undefined && schema && (place === "path" || place === "query")
        ? [{ name, in: place, schema, required, description }]
        : [],
  );
  const { properties = {}, required = [] } = bodyOf(document, requestBody);
  const fields = Object.entries(properties).map(([name, schema]): Described => {
    const { description } = { ...resolved(document, schema), ...schema };
    return { name, in: "body", schema, required: required.includes(name), description };
  });
  const taken = new Set<string>(COMMON_FLAGS);
  return [...given, ...fields].flatMap(({ schema, description = "", ...one }) => {
    const plain = plainOf(document, schema);
    const asText = one.in === "path" && { type: "string" as const };
    return plain
      ? [{ ...one, ...plain, ...asText, flag: claimFlag(taken, one), description: firstSentence(description) }]
      : [];
  });
}

type Plain = Pick<Input, "type" | "choices" | "isList">;

function bodyOf(document: Document, body: DocumentedOperation["requestBody"]): Schema {
  const schema = body?.content["application/json"]?.schema;
  return schema ? resolved(document, schema) : {};
}

/** The kind of option that expresses a value; undefined for an object, or a value with several shapes. */
function plainOf(document: Document, schema: Schema): Plain | undefined {
  const { type, items, enum: values, const: only, anyOf, oneOf, allOf, properties } = resolved(document, schema);
  if (properties) return undefined;
  const parts = anyOf ?? oneOf ?? (allOf?.length === 1 ? allOf : undefined);
  if (parts) return plainOfAny(parts.map((part) => plainOf(document, part)));
  const [first = "string"] = [type ?? "string"].flat().filter((one) => one !== "null");
  if (first === "array") {
    const item = items && plainOf(document, items);
    return item && !item.isList ? { ...item, isList: true } : undefined;
  }
  const choices = (values ?? (only === undefined ? [] : [only])).filter((one) => one !== null).map(String);
  if (first === "integer" || first === "number") return { type: "number", choices, isList: false };
  if (first === "boolean") return { type: "boolean", choices: [], isList: false };
  if (first === "string" && (type !== undefined || choices.length > 0))
    return { type: "string", choices, isList: false };
  return undefined;
}

/** Ids may be numbers or strings, and text covers both. */
function plainOfAny(parts: readonly (Plain | undefined)[]): Plain | undefined {
  const known = parts.filter((part) => part !== undefined);
  const text = known.find(({ type, isList }) => type === "string" && !isList);
  const [only] = known;
  if (known.length === parts.length && known.length === 1) return only;
  if (known.length < parts.length || !text || known.some(({ isList }) => isList)) return undefined;
  const choices = known.every((one) => one.choices.length > 0) ? known.flatMap((one) => one.choices) : [];
  return { type: "string", choices, isList: false };
}

/** The option's name, prefixed with its location if the name is taken or would read as a negation. */
function claimFlag(taken: Set<string>, { name, in: place }: Pick<Input, "name" | "in">): string {
  const plain = kebab(name);
  const flag = taken.has(plain) || plain.startsWith("no-") ? `${place}-${plain}` : plain;
  taken.add(flag);
  return flag;
}

function firstSentence(text: string): string {
  const [first = ""] = text.split(/(?<=\.)\s/, 1);
  return first.replace(/\.$/, "");
}
