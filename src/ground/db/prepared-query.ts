import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./db.ts";

/** A placeholder for a value while a statement is built. */
class Placeholder {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A statement that PostgreSQL plans once for all values. */
export interface PlannedOnce extends CompiledQuery {
  readonly isPlannedOnce?: boolean;
}

interface Planning {
  /**
   * Planned once per connection, for whatever values. PostgreSQL replans each call if it expects a better plan; for a statement
   * over many small tables that finds its rows by key, planning takes longer than everything else.
   */
  readonly once?: true;
}

/**
 * A statement whose text never varies: built on first use, and from then on only filled in, which on a hot read saves
 * more than the driver costs. `build` is called once, with a placeholder for each value: it may refer to them by name,
 * but neither branch on one nor use a part of it. A missing value is null.
 */
export function preparedQuery<V extends object, R, D extends Db = Db>(
  build: (db: D, values: V) => Compilable<R>,
  { once }: Planning = {},
): (db: D, values: V) => Promise<R[]> {
  let built: CompiledQuery<R> | undefined;
  return async (db, values) => {
    built ??= build(db, BLANKS as V).compile();
    const query: PlannedOnce & CompiledQuery<R> = { ...filled(built, values), ...(once && { isPlannedOnce: once }) };
    const { rows } = await db.executeQuery<R>(query);
    return rows;
  };
}

/** Something that is compiled for a transaction: a statement that is sent ahead or requested ahead. */
interface Compiled<R> {
  compile(db: Db): CompiledQuery<R>;
}

/** The same for a statement that is sent ahead or requested ahead. */
export function preparedStatement<V extends object, R = unknown>(
  build: (db: Db, values: V) => Compiled<R>,
): (values: V) => Compiled<R> {
  let built: CompiledQuery<R> | undefined;
  return (values) => ({
    compile(db) {
      built ??= build(db, BLANKS as V).compile(db);
      return filled(built, values);
    },
  });
}

function filled<R>(built: CompiledQuery<R>, values: object): CompiledQuery<R> {
  const given = values as Readonly<Record<string, unknown>>;
  const parameters = built.parameters.map(
    (value) => (value instanceof Placeholder ? given[value.name] : value) ?? null,
  );
  return { ...built, parameters };
}

/**
 * The same for a statement that varies with which of its values are given: built once for each combination. `build` may ask whether a
 * value is undefined, and no more than that.
 */
export function preparedVariants<V extends object, R, D extends Db = Db>(
  build: (db: D, values: V) => Compilable<R>,
): (db: D, values: V) => Promise<R[]> {
  const variants = new Map<string, (db: D, values: V) => Promise<R[]>>();
  const begin = (names: readonly string[]) =>
    preparedQuery<V, R, D>((db) =>
      build(db, Object.fromEntries(names.map((name) => [name, new Placeholder(name)])) as V),
    );
  return (db, values) => {
    const given = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    const key = given.join();
    const variant = variants.get(key) ?? begin(given);
    variants.set(key, variant);
    return variant(db, values);
  };
}

const BLANKS: object = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });
