import type { $ZodType } from "zod/v4/core";
import type { Direction, Json } from "../json-schema.ts";
import { choicesOf, propertiesIn, requiredIn, type WholeSchema, wholeSchemaOf } from "./whole-schema.ts";
import { limitsOf, typeOf } from "./words-of-schema.ts";

/** One field of an input or an answer, in words. */
export interface Field extends Shape {
  readonly name: string;
  /** The kind of value: `text`, `list of objects`, `"EVEN" | "ASAP"`. */
  readonly type: string;
  readonly required: boolean;
  /** `at most 255 characters`, `default "USD"`. */
  readonly limits: readonly string[];
  readonly description: string | undefined;
}

/** The content of a value: its fields, or its alternatives. */
export interface Shape {
  readonly fields: readonly Field[];
  readonly shapes: readonly (readonly Field[])[];
}

/** At this depth, readers are referred to the OpenAPI document; the limit also ends schemas that contain themselves. */
const DEEPEST = 5;
const NOTHING: Shape = { fields: [], shapes: [] };

export function shapeOf(schema: $ZodType | undefined, io: Direction = "input"): Shape {
  if (!schema) return NOTHING;
  const whole = wholeSchemaOf(schema, io);
  return insideOf(whole.root, whole, 0);
}

function insideOf(json: Json, whole: WholeSchema, depth: number): Shape {
  const at = whole.resolve(json);
  if (depth > DEEPEST) return NOTHING;
  if (at.items) return insideOf(at.items as Json, whole, depth);
  const fields = fieldsOf(at, whole, depth);
  const inside = choicesOf(at).map((choice) => insideOf(choice, whole, depth));
  const shapes = [
    ...inside.flatMap((one) => (one.fields.length > 0 ? [one.fields] : [])),
    ...inside.flatMap((one) => one.shapes),
  ];
  const [only, more] = shapes;
  if (only && !more && fields.length === 0) return { fields: only, shapes: [] };
  return { fields, shapes };
}

function fieldsOf(at: Json, whole: WholeSchema, depth: number): Field[] {
  const required = requiredIn(at);
  const own = propertiesIn(at).map(([name, json]): Field => {
    const value = whole.resolve(json);
    return {
      name,
      type: typeOf(value, whole.resolve),
      required: required.includes(name),
      limits: limitsOf(value),
      description: value.description as string | undefined,
      ...insideOf(value, whole, depth + 1),
    };
  });
  const parts = (at.allOf ?? []) as readonly Json[];
  const all = [...own, ...parts.flatMap((part) => fieldsOf(whole.resolve(part), whole, depth))];
  return all.sort((a, b) => Number(b.required) - Number(a.required));
}

/** All fields of a shape, at any depth. */
export function allFieldsOf({ fields, shapes }: Shape): Field[] {
  return [...fields, ...shapes.flat()].flatMap((field) => [field, ...allFieldsOf(field)]);
}
