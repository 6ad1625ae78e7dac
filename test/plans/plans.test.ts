import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listenDuring } from "../../bench/harness/statements.ts";
import { apisOf, type Operation, writes } from "../../src/ground/kernel/operation.ts";
import { figures, operations } from "../../src/main/areas.ts";
import { expectData } from "../operations/expect-data.ts";
import { createOwnedResources, type OwnedResources } from "../operations/owned-resources.ts";
import { inputsOf, send } from "../operations/request-of.ts";
import { jsonSchemaOf, sampleOf } from "../sample.ts";
import { openWorld, type World } from "../world.ts";
import { fillTables } from "./crowd.ts";
import { complaintsAbout } from "./plan.ts";

/** The statements that every read sends to PostgreSQL, planned for an organisation with this many rows. The long run has 100,000 rows a table. */
const CROWD = { many: Number(process.env.PLAN_ROWS ?? 20_000), few: 500 };

let world: World;
let estate: OwnedResources;
let admin: pg.Client;

beforeAll(async () => {
  world = await openWorld();
  estate = await createOwnedResources(world, await world.caller("OPERATOR"), "Crowded");
  expectData(await estate.buyer.post("/sandbox/clock", { days: 4 }));
  admin = new pg.Client({ connectionString: world.databaseUrl });
  await admin.connect();
  const { buyer, seller } = estate;
  await admin.query(
    `insert into notifications (customer_id, notification_id, type, status, resource_type, resource_id, message, created_at)
     values ($1, 'ntf_0', 'media_buy.approved', 'info', 'media_buy', $2, 'It runs', now())`,
    [buyer.customerId, estate.ids.mediaBuy],
  );
  await admin.query(
    `insert into media_buy_approvals (customer_id, order_id, storefront_id, submitted_payload, created_at, updated_at)
     select customer_id, order_id, storefront_id, '{}', now(), now() from orders where customer_id = $1 limit 1`,
    [seller.customerId],
  );
  await fillTables(admin, { buyer: buyer.customerId, seller: seller.customerId, ...CROWD });
});
afterAll(async () => {
  await admin.end();
  await world.close();
});

const sideOf = (op: Operation) => (apisOf(op)[0] === "storefront" ? "seller" : "buyer");
const reads = operations.filter(
  (op) => !writes(op) && op.access !== "public" && op.access !== "operate" && !apisOf(op).includes("operator"),
);

/** A request without any filter, and one for each filter. */
function requestsOf(op: Operation) {
  const plain = inputsOf(op, estate.ids);
  const { properties = {}, required = [] } = op.query ? jsonSchemaOf(op.query) : {};
  const filters = Object.keys(properties);
  return [
    // A search requires a text to look for, so it has no request without a filter.
    { inputs: plain, filtered: required.includes("q") },
    ...filters.map((name) => ({ inputs: { ...plain, query: sampleOf(op.query, [name]) }, filtered: true })),
  ];
}

test.each(reads.map((op) => [op.id, op] as const))(
  "%s reads no table from end to end, and sorts no more than it shows",
  async (_, op) => {
    const side = sideOf(op);
    const { key, customerId } = estate[side];
    const reach = side === "buyer" ? "market" : "tenant";
    const found: string[] = [];
    const seen = new Set<string>();
    for (const { inputs, filtered } of requestsOf(op)) {
      const { answer, statements } = await listenDuring(() => send(world, op, inputs, key));
      expect(answer.status).toBeLessThan(500);
      for (const statement of statements) {
        if (!/^(select|with)\b.*\bfrom\b/is.test(statement.text) || seen.has(statement.text)) continue;
        seen.add(statement.text);
        for (const complaint of await complaintsAbout(admin, statement, { customerId, reach, filtered }))
          found.push(`${complaint}: ${statement.text}`);
      }
    }
    expect(found).toEqual([]);
  },
);

// Comes last, because it decides most of what waits for a decision.
test.each(figures.map((figure) => [figure.name, figure] as const))(
  "%s of /metrics reads no table from end to end",
  async (_, figure) => {
    await admin.query("update media_buy_approvals set status = 'approved' where approval_id % 50 <> 0");
    await admin.query(
      "insert into jobs.job (name, state) select 'orders.watch', 'completed' from generate_series(1, 6000)",
    );
    await admin.query("analyze media_buy_approvals; analyze jobs.job");
    const { statements } = await listenDuring(() =>
      world.database.readInstallation((db) => figure.read(db, new Date())),
    );
    const asked = statements.filter(({ text }) => /^\s*(select|with)\b/i.test(text));
    expect(asked.length).toBeGreaterThan(0);
    const scope = { customerId: estate.seller.customerId, reach: "installation", filtered: true };
    const found = await Promise.all(asked.map((statement) => complaintsAbout(admin, statement, scope)));
    expect(found.flat()).toEqual([]);
  },
);

test("with row-level security, the planner's estimates are neither too low nor include other organisations", async () => {
  const { customerId } = estate.buyer;
  await admin.query("analyze campaigns");
  await admin.query(
    `begin; set local interchange.reach = 'tenant'; set local interchange.customer_id = '${customerId}'; set local role interchange_app`,
  );
  const { rows } = await admin.query(`explain (format json) select * from campaigns where customer_id = ${customerId}`);
  await admin.query("rollback");
  const expected = rows[0]["QUERY PLAN"][0].Plan["Plan Rows"];
  expect(expected).toBeGreaterThan(CROWD.many / 4);
  expect(expected).toBeLessThan(CROWD.many * 2);
});
