/** One field of a JSON document that differs between two versions; null where a version lacks it. */
export interface FieldChange {
  /** A path such as `packages[0].budget`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Values below this depth are compared as a whole, because a tenant may nest values to any depth. */
const DEEPEST = 8;
/** A document with more changes than this is a new document rather than a changed one. */
const MOST = 100;

/** The fields in which a new version differs from the previous one, in the new version's order. */
export function changedFields(before: unknown, after: unknown): FieldChange[] {
  return changesIn("", before, after, 0).slice(0, MOST);
}

function changesIn(field: string, before: unknown, after: unknown, depth: number): FieldChange[] {
  if (isGroup(before) && isGroup(after) && Array.isArray(before) === Array.isArray(after) && depth < DEEPEST) {
    const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
    const names = new Set([...fresh.keys(), ...old.keys()]);
    return [...names].flatMap((name) =>
      changesIn(nameIn(after, field, name), old.get(name), fresh.get(name), depth + 1),
    );
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
}

function nameIn(group: object, field: string, name: string): string {
  if (Array.isArray(group)) return `${field}[${name}]`;
  return field === "" ? name : `${field}.${name}`;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
