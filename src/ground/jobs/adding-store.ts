import { CompiledQuery } from "kysely";
import type { JobInsert, PgBoss } from "pg-boss";
import type { Db } from "../db/index.ts";
import { beforeCommit, sendAhead } from "../db/writing/index.ts";

type Add = (db: Db, step: string, job: JobInsert) => Promise<void>;

/** Adds jobs in the transaction of whoever leaves them: those of one step go in one statement, behind all that is written. */
export function jobAdder(boss: PgBoss): Add {
  const gathered = new WeakMap<Db, Map<string, JobInsert[]>>();
  const insert = async (db: Db, step: string, jobs: readonly JobInsert[]) => {
    await boss.insert(step, [...jobs], { db: onDb(db) });
  };
  return async (db, step, job) => {
    const ofDb = gathered.get(db) ?? new Map<string, JobInsert[]>();
    gathered.set(db, ofDb);
    const others = ofDb.get(step);
    if (others) return void others.push(job);
    const jobs = [job];
    const waits = beforeCommit(db, `jobs of ${step}`, () => {
      // What is left from now on is for another statement.
      ofDb.delete(step);
      return insert(db, step, jobs);
    });
    if (waits) ofDb.set(step, jobs);
    else await insert(db, step, jobs);
  };
}

/** The queue's way to write in somebody's transaction. What it answers, the jobs' ids, nobody reads. */
function onDb(db: Db) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      await sendAhead(db, { compile: () => CompiledQuery.raw(text, values) });
      return { rows: [] };
    },
  };
}
