import pg from "pg";
import { instantIn } from "./instant.ts";
import { PoolClient } from "./pool-client.ts";
import { sessionOptions, type Topology } from "./session.ts";
import { SteadyPool } from "./steady-pool.ts";

/** Connections of the application, which speak to PostgreSQL without waiting for one answer before the next question. */
export function openPool(url: string, size: number, topology: Topology): pg.Pool {
  return new SteadyPool({
    Client: PoolClient,
    connectionString: url,
    max: size,
    ...sessionOptions(topology),
    pipeline: true,
    types: { getTypeParser: parserOf },
  });
}

const { INT8, DATE, TIMESTAMPTZ } = pg.types.builtins;
const otherInstant: (text: string) => unknown = pg.types.getTypeParser(TIMESTAMPTZ);
const INT8_LIST = 1016;

/** bigint as a number (our ids and counts stay below 2^53), a date as its `YYYY-MM-DD`; numeric stays exact text. */
const PARSERS: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, Number],
  [INT8_LIST, (text) => text.slice(1, -1).split(",").filter(Boolean).map(Number)],
  [DATE, (text) => text],
  [TIMESTAMPTZ, (text) => instantIn(text) ?? otherInstant(text)],
]);

const parserOf: pg.CustomTypesConfig["getTypeParser"] = (oid, format) =>
  PARSERS.get(oid) ?? pg.types.getTypeParser(oid, format);
