import pg from "pg";

/** The login of the application's pool: a member of `interchange_app` that owns nothing and may do nothing else. */
export interface ApplicationLogin {
  readonly url: string;
  /** Rights that it does not need, in words; empty if there are none. */
  readonly excess: readonly string[];
}

/**
 * Creates the application's login on our own server, or finds it. Its name contains the database's, because all
 * databases of a cluster share its roles.
 */
export async function makeApplicationLogin(ownerUrl: string, password: string): Promise<string> {
  return asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ name: string }>(
      "select 'interchange_login_' || oid as name from pg_database where datname = current_database()",
    );
    const name = rows[0]?.name ?? "";
    await owner.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${name}') then
        create role ${name} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
          password ${owner.escapeLiteral(password)} in role interchange_app;
      end if;
    exception when duplicate_object or unique_violation then null; -- another process made it at the same moment
    end $$`);
    return Object.assign(new URL(ownerUrl), { username: name, password }).href;
  });
}

/**
 * Gives the operator's login its role, and returns the rights that it does not need. Throws if this is not possible.
 */
export async function openApplicationLogin(ownerUrl: string, url: string): Promise<ApplicationLogin> {
  const name = decodeURIComponent(new URL(url).username);
  await asOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ member: boolean }>(
      "select pg_has_role(rolname, 'interchange_app', 'usage') as member from pg_roles where rolname = $1",
      [name],
    );
    if (!rows[0])
      throw new Error(`DATABASE_URL logs in as ${name}, which the server of DATABASE_OWNER_URL does not know`);
    if (!rows[0].member) await owner.query(`grant interchange_app to ${owner.escapeIdentifier(name)}`);
  });
  return { url, excess: await asOwner(url, excessOf) };
}

/** Rights of a login that an application does not need. */
async function excessOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ word: string }>(`
    select word from pg_roles, lateral (values
      ('is a superuser', rolsuper), ('makes databases', rolcreatedb), ('makes roles', rolcreaterole),
      ('passes by row security', rolbypassrls),
      ('owns tables', exists (select from pg_class where relnamespace = 'public'::regnamespace and relowner = pg_roles.oid))
    ) as rights (word, has)
    where rolname = session_user and has`);
  return rows.map(({ word }) => word);
}

async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
