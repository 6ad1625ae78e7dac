import { sql } from "kysely";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** A job that failed too often. It belongs to the installation, so one can stand for all organisations'. */
export async function deadLetters({ customerId }: Caller, _ids: Ids, { database }: World): Promise<Ids> {
  const { rows } = await database.writeInstallation((db) =>
    sql<{ id: string }>`
      insert into jobs.job (name, data, source_name, output)
      values ('dead-letters', ${JSON.stringify({ customerId })}::jsonb, 'mail.send', '{"message": "no answer"}')
      returning id::text`.execute(db),
  );
  return { deadLetter: rows[0]?.id ?? "" };
}
