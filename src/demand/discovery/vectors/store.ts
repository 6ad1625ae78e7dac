import { sql } from "kysely";
import type { Db } from "../../../ground/db/index.ts";

/** A text for the model, by the version of its words. */
export interface VersionedText {
  readonly version: string;
  readonly words: string;
}

export interface Vector {
  readonly version: string;
  readonly vector: readonly number[];
}

export async function listVectors(
  db: Db,
  customerId: number,
  model: string,
  versions: readonly string[],
): Promise<Vector[]> {
  const { rows } = await sql<Vector>`
    select version, vector from text_vectors
    where customer_id = ${customerId} and model = ${model} and version = any(${[...versions]}::text[]) and vector is not null
  `.execute(db);
  return rows;
}

/** Enqueues texts for the job; existing ones are unchanged. Returns how many are new. */
export async function addWaiting(db: Db, customerId: number, model: string, texts: readonly VersionedText[], at: Date) {
  const { numAffectedRows = 0n } = await sql`
    insert into text_vectors (customer_id, model, version, words, created_at)
    select ${customerId}, ${model}, version, words, ${at}
    from unnest(${texts.map(({ version }) => version)}::text[], ${texts.map(({ words }) => words)}::text[]) texts (version, words)
    on conflict do nothing
    returning true
  `.execute(db);
  return Number(numAffectedRows);
}

/** The texts that wait longest. */
export function listWaiting(db: Db, customerId: number, model: string, limit: number): Promise<VersionedText[]> {
  return db
    .selectFrom("text_vectors")
    .select(["version", "words"])
    .where("customer_id", "=", customerId)
    .where("model", "=", model)
    .where("vector", "is", null)
    .orderBy("created_at")
    .orderBy("version")
    .limit(limit)
    .execute()
    .then((rows) => rows.map(({ version, words }) => ({ version, words: words ?? "" })));
}

export async function saveVectors(db: Db, customerId: number, model: string, vectors: readonly Vector[], at: Date) {
  for (const { version, vector } of vectors) {
    await sql`
      insert into text_vectors (customer_id, model, version, vector, created_at)
      values (${customerId}, ${model}, ${version}, ${[...vector]}::real[], ${at})
      on conflict (customer_id, model, version) do update set vector = excluded.vector, words = null
      where text_vectors.vector is null
    `.execute(db);
  }
}
