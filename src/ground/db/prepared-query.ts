import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./db.ts";

/** A placeholder for a value while a statement is built. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * A statement whose text never varies: built on first use, and from then on only filled in, which on a hot read saves
 * more than the driver costs. `build` is called once, with a placeholder for each value: it may refer to them by name,
 * but neither branch on one nor use a part of it. A missing value is null.
 */
export function preparedQuery<V extends object, R, D extends Db = Db>(
  build: (db: D, values: V) => Compilable<R>,
): (db: D, values: V) => Promise<R[]> {
  let built: CompiledQuery<R> | undefined;
  return async (db, values) => {
    built ??= build(db, BLANKS as V).compile();
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = built.parameters.map((value) => (value instanceof Blank ? given[value.name] : value) ?? null);
    const { rows } = await db.executeQuery<R>({ ...built, parameters });
    return rows;
  };
}

const BLANKS: object = new Proxy({}, { get: (_, name) => new Blank(String(name)) });
