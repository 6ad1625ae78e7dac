import type pg from "pg";

/** The part of `pg`'s protocol connection that a query uses; its typings omit it. */
export interface Wire {
  /** The texts of prepared statements, by their names: those that PostgreSQL has prepared, and those that were sent to it. */
  readonly parsedStatements: Readonly<Record<string, string>>;
  readonly submittedNamedStatements: Record<string, string>;
  query(text: string): void;
  _send(message: Buffer): void;
}

/** What the driver makes of a description of rows. */
export interface DriversDescription {
  readonly fields: readonly pg.FieldDef[];
  readonly _parsers: readonly ((text: string) => unknown)[] | undefined;
}

/** How rows are read. */
export interface Described {
  readonly fields: readonly pg.FieldDef[];
  readonly names: readonly string[];
  readonly parsers: readonly ((text: string) => unknown)[];
  /** A row whose columns are all null, of which each row is a copy. */
  readonly blank: Readonly<Record<string, unknown>>;
}

/** By statement name. */
const byConnection = new WeakMap<Wire, Map<string, Described>>();

/** All connections describe a statement in the same way, so they share one description. */
const shared = new Map<string, Described>();

/**
 * The rows of a prepared statement, if this connection has described them before. They cannot change during the life of a connection:
 * PostgreSQL refuses a prepared statement whose rows would be different from before (`cached plan must not change result type`).
 */
export function describedBefore(connection: Wire, name: string): Described | undefined {
  return byConnection.get(connection)?.get(name);
}

export function recordDescribed(connection: Wire, name: string, description: DriversDescription): Described {
  const known = shared.get(name);
  const described = known && alike(known.fields, description.fields) ? known : readingOf(description);
  shared.set(name, described);
  const own = byConnection.get(connection) ?? new Map<string, Described>();
  own.set(name, described);
  byConnection.set(connection, own);
  return described;
}

export function readingOf({ fields, _parsers: parsers = [] }: DriversDescription): Described {
  const names = fields.map(({ name }) => name);
  const blank = Object.fromEntries(names.map((name) => [name, null]));
  // V8 makes a record of what it reads as JSON, and a hash table of what gets many properties one by one, whose copies are slower.
  return { fields, names, parsers, blank: JSON.parse(JSON.stringify(blank)) };
}

export function rowOf({ names, parsers, blank }: Described, texts: readonly (string | null)[]): object {
  const row: Record<string, unknown> = { ...blank };
  for (let place = 0; place < names.length; place++) {
    const [name, parse, text] = [names[place], parsers[place], texts[place]];
    if (typeof text === "string" && name !== undefined && parse) row[name] = parse(text);
  }
  return row;
}

function alike(some: readonly pg.FieldDef[], others: readonly pg.FieldDef[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      ({ name, dataTypeID }, place) => name === others[place]?.name && dataTypeID === others[place]?.dataTypeID,
    )
  );
}
