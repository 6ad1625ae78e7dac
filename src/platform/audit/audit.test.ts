import { once } from "node:events";
import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memoryMail } from "../../../test/memory-mail.ts";
import { type Caller, INSTALLATION, openWorld, type World } from "../../../test/world.ts";
import { auditScopeOf, namedIds } from "../../ground/kernel/audit-entry.ts";
import { after, DAY_MS, frozenClock } from "../../ground/kernel/clock.ts";
import { perform } from "../../ground/kernel/perform.ts";
import { BEGINNING, follow } from "./chain/link.ts";
import {
  auditKeyOf,
  disagreementsOfInstallation,
  makeCheckpointOfInstallation,
  readCheckpoints,
  saveCheckpoint,
} from "./index.ts";

const START = new Date("2026-11-21T09:00:00.000Z");
const clock = frozenClock(START);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
beforeEach(() => clock.set(START));
afterAll(() => world.close());

const logs = async (caller: Caller, query = "") => (await caller.get(`/buyer/audit-logs${query}`)).data.logs;
const operations = async (caller: Caller, query: string) =>
  (await logs(caller, query)).map(({ operation }: { operation: string }) => operation);

async function makeAdvertiser(buyer: Caller, name: string): Promise<string> {
  return (await buyer.post("/buyer/advertisers", { name, brand: "acme.example" })).data.id;
}

test("an entry says who did what to which resource and when, also as a sentence", async () => {
  const buyer = await world.caller("BUYER");
  const id = await makeAdvertiser(buyer, "Acme");
  const { email } = (await buyer.get("/members")).data.members[0];
  expect(await buyer.get("/buyer/audit-logs")).toMatchObject({
    data: {
      total: 1,
      logs: [
        {
          id: 1,
          timestamp: START.toISOString(),
          action: "CREATE",
          operation: "createAdvertiser",
          resourceType: "ADVERTISER",
          resourceId: id,
          advertiserId: Number(id),
          userEmail: email,
          actorOrigin: "human",
          outcome: "succeeded",
          changes: null,
          description: `${email} created advertiser ${id} (createAdvertiser)`,
        },
      ],
    },
    meta: { pagination: { skip: 0, take: 50, total: 1, hasMore: false } },
  });
});

test("every filter narrows the log", async () => {
  const buyer = await world.caller("BUYER");
  const [one, other] = [await makeAdvertiser(buyer, "One"), await makeAdvertiser(buyer, "Other")];
  clock.set(after(START, 3 * DAY_MS));
  await buyer.put(`/buyer/advertisers/${one}`, { name: "First" });
  const { email } = (await buyer.get("/members")).data.members[0];
  const [update, second, first] = ["updateAdvertiser", "createAdvertiser", "createAdvertiser"];
  expect(await operations(buyer, "")).toEqual([update, second, first]);
  expect(await operations(buyer, `?advertiserId=${one}`)).toEqual([update, first]);
  expect(await operations(buyer, `?advertiserId=${other}`)).toEqual([second]);
  expect(await operations(buyer, "?actions=UPDATE,DELETE")).toEqual([update]);
  expect(await operations(buyer, "?resourceTypes=CAMPAIGN,PACKAGE")).toEqual([]);
  expect(await operations(buyer, `?resourceId=${other}`)).toEqual([second]);
  expect(await operations(buyer, "?startDate=2026-11-22")).toEqual([update]);
  expect(await operations(buyer, "?endDate=2026-11-21")).toEqual([second, first]);
  expect(await operations(buyer, `?endDate=${encodeURIComponent("2026-11-21T08:59:59+00:00")}`)).toEqual([]);
  expect(await operations(buyer, `?actorUserEmail=${encodeURIComponent(email.toUpperCase())}`)).toHaveLength(3);
  expect(await operations(buyer, "?actorUserEmail=nobody@brand.example")).toEqual([]);
  expect(await operations(buyer, "?actorOrigin=human")).toHaveLength(3);
  for (const origin of ["system", "agent", "autonomous"])
    expect(await operations(buyer, `?actorOrigin=${origin}`)).toEqual([]);
  for (const outcome of ["denied", "failed"]) expect(await operations(buyer, `?outcome=${outcome}`)).toEqual([]);
  expect(await operations(buyer, "?take=1&skip=1")).toEqual([second]);
});

test("a campaign's entries are found by its id and its advertiser's, even if they only name the campaign", async () => {
  const buyer = await world.caller("BUYER");
  const [one, other] = [await makeAdvertiser(buyer, "One"), await makeAdvertiser(buyer, "Other")];
  const flightDates = {
    startDate: after(START, DAY_MS).toISOString(),
    endDate: after(START, 9 * DAY_MS).toISOString(),
  };
  const plan = { advertiserId: one, name: "Spring", flightDates, budget: { total: 100 } };
  const { campaignId } = (await buyer.post("/buyer/campaigns", plan)).data.campaign;
  expect((await buyer.delete(`/buyer/campaigns/${campaignId}`)).status).toBeLessThan(300);
  const both = ["deleteCampaign", "createCampaign"];
  expect(await operations(buyer, `?campaignId=${campaignId}`)).toEqual(both);
  expect(await operations(buyer, `?advertiserId=${one}`)).toEqual([...both, "createAdvertiser"]);
  expect(await operations(buyer, `?advertiserId=${other}`)).toEqual(["createAdvertiser"]);
});

test.each([["?take=501"], ["?take=0"], ["?startDate=yesterday"], ["?outcome=perhaps"], ["?actions=READ"]])(
  "%s is refused",
  async (query) => {
    const buyer = await world.caller("BUYER");
    expect(await buyer.get(`/audit-logs${query}`)).toMatchObject({ status: 400, error: { code: "VALIDATION_ERROR" } });
  },
);

test("nobody reads another organisation's log, and operators only read their own", async () => {
  const [mine, theirs, operator] = [
    await world.caller("BUYER"),
    await world.caller("BUYER"),
    await world.caller("OPERATOR"),
  ];
  const id = await makeAdvertiser(theirs, "Theirs");
  expect((await mine.get(`/audit-logs?resourceId=${id}`)).data).toEqual({ logs: [], total: 0 });
  expect((await operator.get("/audit-logs")).data).toEqual({ logs: [], total: 0 });
});

test("verification accepts an intact log, and finds the first entry that was edited", async () => {
  const buyer = await world.caller("BUYER");
  for (const name of ["a", "b", "c", "d"]) await makeAdvertiser(buyer, name);
  expect((await buyer.get("/audit-logs/verify")).data).toEqual({ intact: true, entries: 4, brokenAt: null });
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  const edit = "update audit_log set campaign_id = 'cmp_other' where customer_id = $1 and sequence = 3";
  await client.query(edit, [buyer.customerId]);
  await client.end();
  expect((await buyer.get("/audit-logs/verify")).data).toEqual({ intact: false, entries: 2, brokenAt: 3 });
});

test("verification accepts a log while it is being written", async () => {
  const buyer = await world.caller("BUYER");
  const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
  const [, ...checks] = await Promise.all([
    Promise.all(names.map((name) => makeAdvertiser(buyer, name))),
    ...Array.from({ length: 6 }, () => buyer.get("/audit-logs/verify")),
  ]);
  expect(checks.map(({ data }) => data.intact)).toEqual(Array(6).fill(true));
});

test("verification of a chain can continue from where it stopped", () => {
  const chain = { customerId: 1, key: new Uint8Array(32), plainUntil: 0 };
  expect(follow(chain, BEGINNING, [])).toEqual(BEGINNING);
  expect(follow(chain, { sequence: 7, hash: "x" }, [])).toEqual({ sequence: 7, hash: "x" });
});

test("an entry belongs to the advertiser and the campaign named in its inputs or its answer", () => {
  const refs = { "params.campaignId": "campaign", "body.advertiserId": "advertiser" } as const;
  const input = { params: { campaignId: "cmp_1" }, body: { advertiserId: 7 } };
  const buy = { resourceType: "MEDIA_BUY", resourceId: "mb_1" };
  expect(auditScopeOf({ ...buy, named: namedIds(refs, input) })).toEqual({ advertiserId: 7, campaignId: "cmp_1" });
  expect(auditScopeOf({ ...buy, answer: { mediaBuy: { campaignId: "cmp_2", advertiserId: "8" } } })).toEqual({
    advertiserId: 8,
    campaignId: "cmp_2",
  });
  expect(auditScopeOf({ resourceType: "CAMPAIGN", resourceId: "cmp_3", answer: null })).toEqual({
    advertiserId: null,
    campaignId: "cmp_3",
  });
  expect(auditScopeOf({ resourceType: "TERMS", resourceId: "2026-01", answer: "text" })).toEqual({
    advertiserId: null,
    campaignId: null,
  });
});

describe("somebody who can write to the database", () => {
  let admin: pg.Client;
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: world.databaseUrl });
    await admin.connect();
  });
  afterAll(() => admin.end());
  const verified = async (buyer: Caller) => (await buyer.get("/audit-logs/verify")).data;
  const ofFour = async () => {
    const buyer = await world.caller("BUYER");
    for (const name of ["a", "b", "c", "d"]) await makeAdvertiser(buyer, name);
    return buyer;
  };

  test("is detected when they rechain a forged log with plain hashes", async () => {
    const buyer = await ofFour();
    // The forger knows everything in the database, and how older entries were chained.
    await admin.query(
      `update audit_log set user_email = 'eve@brand.example', hash = encode(sha256(convert_to(audit_id, 'UTF8')), 'hex')
       where customer_id = $1`,
      [buyer.customerId],
    );
    await admin.query("update audit_heads set plain_until = 4, mac = null where customer_id = $1", [buyer.customerId]);
    expect(await verified(buyer)).toMatchObject({ intact: false });
  });

  test.each(["key_customer_id = 7", "api_key_id = 'key_other'", "user_id = 1", "outcome = 'denied'"])(
    "cannot set %s unnoticed",
    async (change) => {
      const buyer = await ofFour();
      await admin.query(`update audit_log set ${change} where customer_id = $1 and sequence = 2`, [buyer.customerId]);
      expect(await verified(buyer)).toEqual({ intact: false, entries: 1, brokenAt: 2 });
    },
  );

  test("cannot truncate a log unnoticed, nor hide it with the next entry", async () => {
    const buyer = await ofFour();
    await admin.query("delete from audit_log where customer_id = $1 and sequence > 2", [buyer.customerId]);
    await admin.query(
      `update audit_heads set sequence = 2, hash = (select hash from audit_log where customer_id = $1 and sequence = 2)
       where customer_id = $1`,
      [buyer.customerId],
    );
    expect(await verified(buyer)).toEqual({ intact: false, entries: 2, brokenAt: 3 });
    await makeAdvertiser(buyer, "e");
    expect(await verified(buyer)).toMatchObject({ intact: false });
  });

  test("cannot restore an older state that is behind a checkpoint", async () => {
    const buyer = await ofFour();
    const older = await admin.query("select * from audit_heads where customer_id = $1", [buyer.customerId]);
    await makeAdvertiser(buyer, "e");
    const key = auditKeyOf(world.host.vault);
    const kept = await world.database.readInstallation((db) => makeCheckpointOfInstallation(db, key, clock.now()));
    const disagreements = (checkpoint = kept) =>
      world.database.readInstallation((db) => disagreementsOfInstallation(db, key, checkpoint));
    const mine = async () =>
      (await disagreements()).filter((reported) => reported.includes(`organisation ${buyer.customerId}:`));
    expect(await mine()).toEqual([]);
    await admin.query("delete from audit_log where customer_id = $1 and sequence = 5", [buyer.customerId]);
    const { sequence, hash, mac } = older.rows[0];
    await admin.query("update audit_heads set sequence = $2, hash = $3, mac = $4 where customer_id = $1", [
      buyer.customerId,
      sequence,
      hash,
      mac,
    ]);
    expect(await verified(buyer)).toMatchObject({ intact: true });
    expect(await mine()).toEqual([expect.stringMatching(/entry 5, which the checkpoint of .* has seen, is gone/)]);
    const forged = { ...kept, heads: kept.heads.slice(1) };
    expect(await disagreements(forged)).toEqual([expect.stringContaining("was not signed by this installation")]);
  });
});

test("a refused attempt is in its organisation's log, with the key that was used", async () => {
  const buyer = await world.caller("BUYER", { readOnly: true });
  expect((await buyer.post("/buyer/advertisers", { name: "No", brand: "no.example" })).status).toBe(403);
  const denied = await logs(buyer, "?outcome=denied");
  expect(denied).toEqual([
    expect.objectContaining({ operation: "createAdvertiser", outcome: "denied", changes: null }),
  ]);
  expect(await logs(buyer)).toEqual([]);
  const rows = await world.database.readInstallation((db) =>
    db.selectFrom("audit_log").selectAll().where("customer_id", "=", buyer.customerId).execute(),
  );
  expect(rows).toEqual([
    expect.objectContaining({ key_customer_id: buyer.customerId, api_key_id: expect.any(String) }),
  ]);
});

test.each(["file", "mail", "webhook"] as const)(
  "a checkpoint is stored where the operator wants it: %s",
  async (kind) => {
    const folder = await mkdtemp(join(tmpdir(), "interchange-checkpoints-"));
    const received: string[] = [];
    const receiver = createServer((request, response) => {
      request.on("data", (chunk: Buffer) => void received.push(String(chunk))).on("end", () => response.end());
    }).listen(0, "127.0.0.1");
    await once(receiver, "listening");
    const { port } = receiver.address() as AddressInfo;
    const path = join(folder, "checkpoints.jsonl");
    const places = {
      file: { kind: "file", path },
      mail: { kind: "mail", to: "keeper@elsewhere.example" },
      webhook: { kind: "webhook", url: `http://127.0.0.1:${port}/keep` },
    } as const;
    const mail = memoryMail();
    const own = await openWorld({
      installation: { ...INSTALLATION, auditCheckpoints: places[kind] },
      mailTransport: mail,
    });
    await makeAdvertiser(await own.caller("BUYER"), "One");
    await perform(saveCheckpoint, { customerId: 0 }, "req_test", own.host);
    const mailed = () => mail.messages.map(({ text }) => text).join("\n");
    const kept = {
      file: () => readFile(path, "utf8"),
      mail: async () => mailed(),
      webhook: async () => received.join(""),
    };
    const [checkpoint] = readCheckpoints(await kept[kind]());
    expect(checkpoint?.heads).toEqual([[expect.any(Number), 1, expect.any(String)]]);
    receiver.close();
    await own.close();
  },
);
