import type { OrganisationImport } from "../../ground/db/copy/index.ts";

type QueryClient = Pick<OrganisationImport, "query">;

export async function findCompany({ query }: QueryClient, customerId: number): Promise<string | undefined> {
  const [row] = await query<{ company: string }>("select company from customers where customer_id = $1", [customerId]);
  return row?.company;
}

/**
 * The addresses of people who are already known here under another number, or whose number belongs to somebody else. `rows` is a JSON array
 * of these people.
 */
export async function findUnlikePeople({ query }: QueryClient, rows: string): Promise<readonly string[]> {
  const found = await query<{ email: string }>(
    `select r.email from json_populate_recordset(null::users, $1::json) r
     join users known on (known.user_id = r.user_id) <> (lower(known.email) = lower(r.email))
     order by r.email limit 5`,
    [rows],
  );
  return found.map(({ email }) => email);
}
