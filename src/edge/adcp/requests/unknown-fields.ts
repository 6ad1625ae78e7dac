import type { Json } from "../../reference/index.ts";

/** A field in a request that its tool does not know. */
export interface UnknownField {
  /** Its position: `packages[0].impressions`. */
  readonly path: string;
  /** Its name, independent of its position: `packages[].impressions`. */
  readonly name: string;
  readonly value: unknown;
}

interface Schema {
  readonly type?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Fields of a request that its tool's schema does not have. Where a schema accepts any content, nothing below it is reported. */
export function straysIn(given: unknown, schema: Json): UnknownField[] {
  return among(given, [schema], { path: "", name: "", value: given });
}

function among(given: unknown, schemas: readonly Schema[], at: UnknownField): UnknownField[] {
  const open = schemas.flatMap(arms);
  if (Array.isArray(given)) {
    const items = open.flatMap(({ items }) => items ?? []);
    return items.length === 0
      ? []
      : given.flatMap((one, index) =>
          among(one, items, { path: `${at.path}[${index}]`, name: `${at.name}[]`, value: one }),
        );
  }
  if (typeof given !== "object" || given === null) return [];
  const shapes = open.filter(({ properties }) => properties !== undefined);
  if (shapes.length === 0) return [];
  const isOpen = shapes.some(({ additionalProperties }) => isWritten(additionalProperties));
  return Object.entries(given).flatMap(([field, value]) => {
    const below = { path: dotted(at.path, field), name: dotted(at.name, field), value };
    const known = shapes.flatMap(({ properties }) =>
      Object.hasOwn(properties ?? {}, field) ? (properties?.[field] ?? []) : [],
    );
    if (known.length > 0) return among(value, known, below);
    return isOpen || value === undefined ? [] : [below];
  });
}

function arms(schema: Schema): Schema[] {
  const choice = schema.anyOf ?? schema.oneOf;
  return choice ? choice.flatMap(arms) : [schema];
}

/** A schema that does not mention additional fields strips them; one that does passes them on. */
function isWritten(additional: unknown): boolean {
  return additional !== undefined && additional !== false;
}

function dotted(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`;
}
