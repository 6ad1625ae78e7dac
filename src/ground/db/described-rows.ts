import type pg from "pg";

/** The part of `pg`'s protocol connection that a query uses; its typings omit it. */
export interface Wire {
  parse(message: { name: string; text: string; types?: undefined }): void;
  bind(message: { statement: string; values: readonly string[] }): void;
  describe(message: unknown): void;
  execute(message: { portal: string }): void;
  _send(message: Buffer): void;
}

/** What the driver makes of a description of rows. */
export interface Described {
  readonly fields: readonly pg.FieldDef[];
  readonly _parsers: readonly unknown[] | undefined;
  readonly _prebuiltEmptyResultObject: object | null;
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

export function recordDescribed(connection: Wire, name: string, { fields, ...rest }: Described): void {
  const { _parsers, _prebuiltEmptyResultObject } = rest;
  const known = shared.get(name);
  const described = known && alike(known.fields, fields) ? known : { fields, _parsers, _prebuiltEmptyResultObject };
  shared.set(name, described);
  const own = byConnection.get(connection) ?? new Map<string, Described>();
  own.set(name, described);
  byConnection.set(connection, own);
}

function alike(some: readonly pg.FieldDef[], others: readonly pg.FieldDef[]): boolean {
  return (
    some.length === others.length &&
    some.every(
      ({ name, dataTypeID }, place) => name === others[place]?.name && dataTypeID === others[place]?.dataTypeID,
    )
  );
}
