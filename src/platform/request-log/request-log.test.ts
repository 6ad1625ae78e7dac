import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callTool } from "../../../test/mcp-call.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../test/world.ts";
import { after, DAY_MS } from "../../ground/kernel/clock.ts";
import { newId } from "../../ground/kernel/ids.ts";
import { systemRandom } from "../../ground/kernel/random.ts";
import type { LoggedRequest } from "./logged-request.ts";
import { openRequestLog } from "./open-request-log.ts";
import { deleteRequestsOfAllCustomers } from "./store.ts";

const EVERYBODY = { nth: 0, of: 1 };

let world: World;
let buyer: Caller;

beforeAll(async () => {
  world = await openWorld({ installation: { ...INSTALLATION, requestLogDays: 7 } });
  buyer = await world.caller("BUYER");
});
afterAll(() => world.close());

const read = async (query = "", caller = buyer) => (await caller.get(`/requests${query}`)).data;
const found = async (query: string, total: number) => {
  await expect.poll(async () => (await read(query)).total, { timeout: 60_000 }).toBe(total);
  return (await read(query)).requests;
};

test("an organisation can read its requests, their status and who made them, but never their content", async () => {
  const secret = "a-secret-that-nobody-keeps";
  const made = await buyer.post(`/buyer/advertisers?note=${secret}`, { name: secret, brand: "acme.example" });
  const refused = await buyer.post("/buyer/advertisers", { name: secret });
  const [one] = await found(`?requestId=${made.meta.requestId}`, 1);
  expect(one).toMatchObject({
    requestId: made.meta.requestId,
    method: "POST",
    path: "/api/v2/buyer/advertisers",
    operation: "createAdvertiser",
    status: 201,
    tool: null,
    apiKey: { id: expect.stringMatching(/^key_/) },
    application: null,
  });
  expect([one.durationMs >= 0, one.userEmail]).toEqual([true, expect.stringContaining("@example.org")]);
  const failures = await found("?operation=createAdvertiser&outcome=refused", 1);
  expect(failures[0]).toMatchObject({ requestId: refused.meta.requestId, status: 400 });
  expect(JSON.stringify(await read())).not.toContain(secret);
});

test("a call of a tool is found by its operation, with the status that REST would have returned", async () => {
  await callTool(world, buyer.key, "api_call", { operation: "getCampaign", pathParams: { campaignId: "cmp_none" } });
  const [one] = await found("?operation=getCampaign", 1);
  expect(one).toMatchObject({ method: "POST", path: "/mcp", tool: "api_call", status: 404 });
});

test("reading the log is not logged, and nobody reads another's", async () => {
  const before = (await read()).total;
  await read();
  const other = await world.caller("BUYER");
  await other.get("/buyer/campaigns");
  await expect.poll(async () => (await read("", other)).total, { timeout: 60_000 }).toBe(1);
  expect((await read()).total).toBe(before);
});

test("old requests are deleted with their day, and of recent ones only the newest are kept", async () => {
  const forget = (before: Date, most?: number) =>
    world.database.writeInstallation((db) => deleteRequestsOfAllCustomers(db, before, EVERYBODY, most));
  for (let n = 0; n < 3; n += 1) await buyer.get("/accounts/current");
  await found("?operation=getCurrentAccount", 3);
  const [newest] = (await read()).requests;
  await forget(after(new Date(), -DAY_MS), 1);
  expect((await read()).requests).toEqual([newest]);
  await forget(after(new Date(), 2 * DAY_MS));
  expect((await read()).total).toBe(0);
});

test("the end of each log is looked for once, and not again for each of its requests", async () => {
  const flooded = await world.caller("BUYER");
  const { customerId } = flooded;
  const [rows, most] = [20_000, 100];
  await world.database.writeInstallation(async (db) => {
    await sql`
      insert into request_log (customer_id, request_id, at, method, path, operation, status, duration_ms)
      select ${customerId}, 'req_' || lpad(to_hex(n), 32, '0'), now(), 'GET', '/', 'getCurrentAccount', 200, 1
      from generate_series(1, ${rows}) n`.execute(db);
    // Looking for it once for each of them would take minutes.
    await sql`set local statement_timeout = '10s'`.execute(db);
    const another = { nth: (customerId + 1) % 2, of: 2 };
    await deleteRequestsOfAllCustomers(db, new Date(0), another, most);
    expect(
      (await db.selectFrom("request_log").select("request_id").where("customer_id", "=", customerId).execute()).length,
    ).toBe(rows);
    await deleteRequestsOfAllCustomers(db, new Date(0), { nth: customerId % 2, of: 2 }, most);
  });
  expect((await read("", flooded)).total).toBe(most);
});

test("if requests are not kept, none is, and the list says so", async () => {
  const silent = await openWorld();
  const caller = await silent.caller("BUYER");
  await caller.get("/buyer/campaigns");
  expect((await caller.get("/requests")).data).toEqual({ requests: [], total: 0, keptDays: null });
  const { rows } = await silent.database.readInstallation(async (db) => ({
    rows: await db.selectFrom("request_log").selectAll().execute(),
  }));
  await silent.close();
  expect(rows).toEqual([]);
});

test("during a flood a limited number is kept in memory, and the rest is reported as not recorded", async () => {
  const { database, installation } = world.host;
  const added: (() => Promise<unknown>)[] = [];
  const backgroundTasks = {
    ...world.host.backgroundTasks,
    add: (_: string, work: () => Promise<unknown>) => void added.push(work),
  };
  const log = openRequestLog({ database, installation, backgroundTasks });
  for (let n = 0; n < 20_003; n++) log.note({ path: "/flood" } as LoggedRequest);
  log.flush();
  expect(added).toHaveLength(3);
  await expect(added[1]?.()).rejects.toThrow("3 requests came while 20000 waited to be noted");
});

test("many requests are written in batches, one transaction after the other, and none is lost", async () => {
  const { database, installation, backgroundTasks } = world.host;
  const { customerId } = await world.caller("BUYER");
  let [underWay, mostUnderWay, transactions] = [0, 0, 0];
  const writeInstallation: typeof database.writeInstallation = async (work) => {
    transactions += 1;
    mostUnderWay = Math.max(mostUnderWay, (underWay += 1));
    try {
      return await database.writeInstallation(work);
    } finally {
      underWay -= 1;
    }
  };
  const log = openRequestLog({ database: { ...database, writeInstallation }, installation, backgroundTasks });
  const about = {
    customerId,
    at: new Date(),
    method: "GET",
    path: "/flood",
    operation: "getFlood",
    tool: null,
  } as const;
  const nobody = { userId: null, apiKeyId: null, callerKeyId: null, applicationId: null, actingGrantId: null };
  for (let n = 0; n < 450; n++)
    log.note({ ...about, ...nobody, requestId: newId("request", systemRandom), status: 200, durationMs: 1 });
  log.flush();
  log.flush();
  await backgroundTasks.idle();
  const kept = await database.read({ customerId, reach: "tenant" }, (db) =>
    db.selectFrom("request_log").select("request_id").where("customer_id", "=", customerId).execute(),
  );
  expect({ kept: kept.length, mostUnderWay, transactions }).toEqual({ kept: 450, mostUnderWay: 1, transactions: 3 });
});
