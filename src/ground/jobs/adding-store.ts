import { CompiledQuery } from "kysely";
import type { JobInsert, PgBoss } from "pg-boss";
import type { Db } from "../db/index.ts";
import { beforeCommit, sendAhead } from "../db/writing/index.ts";

type Add = (db: Db, step: string, job: JobInsert) => Promise<void>;

/** Adds jobs in the caller's transaction. All jobs of one step are inserted by one statement, after everything else has been written. */
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
      // Jobs that are added from now on need another statement.
      ofDb.delete(step);
      return insert(db, step, jobs);
    });
    if (waits) ofDb.set(step, jobs);
    else await insert(db, step, jobs);
  };
}

/** Lets the queue write in somebody's transaction. The statement returns the jobs' ids, which nobody reads. */
function onDb(db: Db) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      await sendAhead(db, { compile: () => CompiledQuery.raw(text, values) });
      return { rows: [] };
    },
  };
}
