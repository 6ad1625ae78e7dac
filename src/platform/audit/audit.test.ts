import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";
import { auditScopeOf, namedIds } from "../../ground/kernel/audit-entry.ts";
import { after, DAY_MS, frozenClock } from "../../ground/kernel/clock.ts";
import { BEGINNING, follow } from "./chain/link.ts";

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

test("an entry says who did what to what, and when, also in a sentence", async () => {
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

test("the log is narrowed by every filter", async () => {
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

test("a campaign's entries are found by its number and by its advertiser's, also where they name the campaign alone", async () => {
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

test("nobody reads another organisation's log, and operators their own alone", async () => {
  const [mine, theirs, operator] = [
    await world.caller("BUYER"),
    await world.caller("BUYER"),
    await world.caller("OPERATOR"),
  ];
  const id = await makeAdvertiser(theirs, "Theirs");
  expect((await mine.get(`/audit-logs?resourceId=${id}`)).data).toEqual({ logs: [], total: 0 });
  expect((await operator.get("/audit-logs")).data).toEqual({ logs: [], total: 0 });
});

test("a check finds a log intact, and the first entry that somebody edited", async () => {
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

test("a check of a log that is being written finds it intact", async () => {
  const buyer = await world.caller("BUYER");
  const names = Array.from({ length: 12 }, (_, i) => `a${i}`);
  const [, ...checks] = await Promise.all([
    Promise.all(names.map((name) => makeAdvertiser(buyer, name))),
    ...Array.from({ length: 6 }, () => buyer.get("/audit-logs/verify")),
  ]);
  expect(checks.map(({ data }) => data.intact)).toEqual(Array(6).fill(true));
});

test("a chain is followed from wherever it was left", () => {
  expect(follow(BEGINNING, [])).toEqual(BEGINNING);
  expect(follow({ sequence: 7, hash: "x" }, [])).toEqual({ sequence: 7, hash: "x" });
});

test("an entry stands under the advertiser and the campaign that its inputs name, or its answer", () => {
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
