import pg from "pg";

/** The worst names that others can choose: with markup, reversed direction of writing, an endless word, and great length. */
const HOSTILE = `<script>document.title='taken'</script><img src=x onerror=alert(1)>\u202Egnol si siht 🦊 ${"endless".repeat(1_500)}`;
const NAMED = [
  "storefronts",
  "inventory_sources",
  "campaigns",
  "media_buys",
  "advertisers",
  "orders",
  "creatives",
  "api_keys",
];

/** Renames everything that anybody has named; this is the last thing that is done to a marketplace. */
export async function nameEverything(databaseUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  for (const table of NAMED) await admin.query(`update ${table} set name = $1`, [HOSTILE]);
  await admin.query("update customers set company = $1", [HOSTILE]);
  await admin.query(`update orders set buyer = jsonb_set(buyer, '{identity,name}', to_jsonb($1::text))`, [HOSTILE]);
  await admin.end();
}
