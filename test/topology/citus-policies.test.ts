import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld, type World } from "../world.ts";

/** The policies as deploy/citus writes them: without subqueries, but with the same effect. */
let world: World;
let admin: pg.Client;

beforeAll(async () => {
  world = await openWorld();
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

/** For each of these: how many rows of each table they see, and the combined keys of those. */
async function seenBy(who: readonly { readonly customerId: number }[]): Promise<readonly unknown[]> {
  const { rows: tables } = await admin.query<{ name: string }>(
    "select c.relname as name from pg_class c join pg_policy p on p.polrelid = c.oid where c.relkind in ('r', 'p') and c.relname <> 'last_writes' group by 1 order by 1",
  );
  const seen: unknown[] = [];
  for (const { customerId } of who) {
    for (const reach of ["tenant", "market", "installation"]) {
      await admin.query(
        `begin; set local role interchange_app; set local interchange.customer_id = '${customerId}'; set local interchange.reach = '${reach}'`,
      );
      for (const { name } of tables) {
        const { rows } = await admin.query(
          `select count(*)::int as rows, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as which from "${name}" t`,
        );
        seen.push([customerId, reach, name, rows[0].rows, rows[0].which]);
      }
      await admin.query("rollback");
    }
  }
  return seen;
}

test("no policy contains a subquery any more, and everybody sees exactly what they saw before", async () => {
  const [buyer, seller, operator] = await Promise.all([
    world.caller("BUYER"),
    world.caller("SELLER"),
    world.caller("OPERATOR"),
  ]);
  const child = await world.caller("BUYER", { parentId: buyer.customerId });
  await buyer.post("/buyer/advertisers", { name: "Acorn", brand: "acorn.example" });
  await seller.post("/storefront", { name: "Stall", platformId: "stall-of-citus" });
  const who = [buyer, seller, operator, child];
  const before = await seenBy(who);
  expect(before.length).toBeGreaterThan(500);
  await admin.query(await readFile(join(import.meta.dirname, "../../deploy/citus/policies.sql"), "utf8"));
  const { rows } = await admin.query(
    "select polname, polrelid::regclass::text from pg_policy where concat(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) ~* 'select'",
  );
  expect(rows).toEqual([]);
  expect(await seenBy(who)).toEqual(before);
});

test("the functions for several servers count lists exactly as those for one do", async () => {
  await admin.query(await readFile(join(import.meta.dirname, "../../deploy/citus/functions.sql"), "utf8"));
  const { customerId, ...buyer } = await world.caller("BUYER");
  const made = await Promise.all(
    ["acorn", "beech", "cedar"].map((name) => buyer.post("/buyer/advertisers", { name, brand: `${name}.example` })),
  );
  expect((await buyer.delete(`/buyer/advertisers/${made[0]?.data.id}`)).status).toBeLessThan(300);
  await admin.query("delete from advertisers where customer_id = $1 and name = 'beech'", [customerId]);
  const { rows } = await admin.query(
    "select status, sum(number)::int as number from list_counts where customer_id = $1 and list = 'advertisers' group by status order by status",
    [customerId],
  );
  expect(rows).toEqual([
    { status: "ACTIVE", number: 1 },
    { status: "ARCHIVED", number: 1 },
  ]);
  const { rows: versions } = await admin.query("select shelf_version(1) = shelf_version(1) as remembers");
  expect(versions).toEqual([{ remembers: false }]);
});
