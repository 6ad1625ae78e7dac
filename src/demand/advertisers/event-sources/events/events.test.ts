import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type Reply, type World } from "../../../../../test/world.ts";
import { after, frozenClock, HOUR_MS, MINUTE_MS } from "../../../../ground/kernel/clock.ts";
import { deleteEventsOfAllCustomers } from "./store.ts";

const NOW = new Date("2026-03-27T15:20:00Z");
const clock = frozenClock(NOW);
let world: World;
beforeAll(async () => void (world = await openWorld({ clock })));
afterAll(() => world.close());

const HASH = createHash("sha256").update("somebody@example.com").digest("hex");
/** The beginning of the hour this many hours ago. */
const hour = (ago: number) => after(new Date("2026-03-27T15:00:00Z"), -ago * HOUR_MS).toISOString();
const event = (event_id: string, more: object = {}) => ({
  event_id,
  event_type: "purchase",
  event_time: hour(1),
  user_match: { hashed_email: HASH },
  ...more,
});

interface Feed {
  readonly buyer: Caller;
  readonly home: string;
  log(events: readonly unknown[], more?: object): Promise<Reply>;
  /** The number of events in the summary of the last two days. */
  counted(): Promise<number>;
  health(): Promise<Record<string, unknown>>;
}

async function openFeed(source: object = {}): Promise<Feed> {
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  const home = `/buyer/advertisers/${id}`;
  const event_sources = [{ event_source_id: "pixel", ...source }];
  await buyer.post(`${home}/event-sources/sync`, { account: { account_id: id }, event_sources });
  return {
    buyer,
    home,
    log: (events, more = {}) => buyer.post(`${home}/log-event`, { event_source_id: "pixel", events, ...more }),
    counted: async () =>
      (await buyer.get(`${home}/events/summary?startHour=${hour(48).replace(".000", "")}`)).data.totalEventCount,
    health: async () => (await buyer.get(`${home}/event-sources`)).data.eventSources[0].health,
  };
}

test("an event counts once however often it is sent, in one batch or in several concurrent ones", async () => {
  const { log, counted } = await openFeed();
  const batch = [event("a"), event("b"), event("a"), event("a", { event_type: "lead" })];
  expect((await log(batch)).data).toMatchObject({
    events_received: 4,
    events_processed: 3,
    partial_failures: [],
    warnings: ["logged before, and counted once: 1 of 4 events"],
    match_quality: 1,
  });
  const again = await Promise.all([log(batch), log([...batch, event("c")]), log([event("c"), ...batch.toReversed()])]);
  expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(again.reduce((sum, { data }) => sum + data.events_processed, 0)).toBe(1);
  expect(await counted()).toBe(4);
});

test("ten thousand events are accepted in one request, whatever the installation's limit for other bodies", async () => {
  const { log, counted } = await openFeed();
  const events = Array.from({ length: 10_000 }, (_, index) =>
    event(`event-${index}`, { custom_data: { order_id: `${index}` } }),
  );
  expect(JSON.stringify(events).length).toBeGreaterThan(world.parts.bodyLimitBytes);
  expect((await log(events)).data).toMatchObject({ events_received: 10_000, events_processed: 10_000 });
  expect(await counted()).toBe(10_000);
  expect((await log([...events, event("one more")])).error?.field).toBe("events");
  expect((await log([])).error?.field).toBe("events");
});

test("events of an unregistered source are refused and not stored", async () => {
  const { log, counted } = await openFeed();
  expect(await log([event("a")], { event_source_id: "stranger" })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "event_source_id" },
  });
  expect(await counted()).toBe(0);
});

test("an event that its source may not send fails alone, and says why", async () => {
  const { log, counted, health } = await openFeed({
    event_types: ["purchase", "lead"],
    allowed_domains: ["https://www.shop.example.com/"],
  });
  const at = (event_source_url: string) => ({ action_source: "website", event_source_url });
  const { status, data } = await log([
    event("type", { event_type: "refund" }),
    event("nowhere", { action_source: "website" }),
    event("elsewhere", at("https://evil-shop.example.com/")),
    event("disguised", at("https://shop.example.com@evil.example.org/")),
    event("old", { event_time: "2001-01-01T00:00:00Z" }),
    event("ancient", { event_time: "0000-01-01T00:00:00Z" }),
    event("ahead", { event_time: hour(-3) }),
    event("here", at("https://shop.example.com/cart?email=a@b.com")),
    event("below", at("https://EU.shop.example.com./")),
    event("offline", { action_source: "in_store" }),
  ]);
  expect(status).toBe(200);
  expect(data).toMatchObject({ events_received: 10, events_processed: 3 });
  expect(data.partial_failures).toMatchObject([
    { event_id: "type", code: "EVENT_TYPE_NOT_ALLOWED" },
    { event_id: "nowhere", code: "URL_REQUIRED" },
    { event_id: "elsewhere", code: "DOMAIN_NOT_ALLOWED" },
    { event_id: "disguised", code: "DOMAIN_NOT_ALLOWED" },
    { event_id: "old", code: "EVENT_TOO_OLD" },
    { event_id: "ancient", code: "EVENT_TOO_OLD" },
    { event_id: "ahead", code: "EVENT_IN_FUTURE" },
  ]);
  expect(await counted()).toBe(3);
  expect(await health()).toMatchObject({
    status: "needs_attention",
    lastEventType: "purchase",
    lastError: expect.stringContaining("EVENT_IN_FUTURE"),
  });
});

test.each([
  ["an e-mail address", { email: "somebody@example.com" }, "email"],
  ["a telephone number", { phone: "+12065551234" }, "phone"],
  ["a name", { first_name: "Ada" }, "first_name"],
  ["an address in place of its hash", { hashed_email: "somebody@example.com" }, "hashed_email"],
  ["an address in place of an id", { uids: [{ type: "uid2", value: "somebody@example.com" }] }, "uids.0.value"],
])("%s in the clear refuses the whole request", async (_, user_match, field) => {
  const { log, counted } = await openFeed();
  expect(await log([event("fine"), event("bare", { user_match })])).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: `events.1.user_match.${field}` },
  });
  expect(await counted()).toBe(0);
});

test("what visitors typed into a page's address is not kept", async () => {
  const { buyer, log } = await openFeed();
  await log([event("a", { event_source_url: "https://user:word@shop.example.com/cart?email=a@b.com#c" })]);
  const kept = await world.database.read({ customerId: buyer.customerId, reach: "tenant" }, (db) =>
    db.selectFrom("logged_events").select(["event_source_url", "user_match"]).execute(),
  );
  expect(kept).toEqual([{ event_source_url: "https://shop.example.com/cart", user_match: { hashed_email: HASH } }]);
});

test("events that are tests are validated and kept apart: they are not counted, and do not use up an event's id", async () => {
  const { log, counted, health } = await openFeed({ event_types: ["purchase"], test_event_code: "T1" });
  const tried = await log([event("a"), event("b", { event_type: "lead" })], { test_event_code: "T2" });
  expect(tried.data).toMatchObject({
    events_processed: 1,
    partial_failures: [{ event_id: "b", code: "EVENT_TYPE_NOT_ALLOWED" }],
    warnings: [expect.stringContaining("test_event_code")],
  });
  expect([await counted(), (await health()).status]).toEqual([0, "not_seen"]);
  expect((await log([event("a")])).data.events_processed).toBe(1);
  expect([await counted(), (await health()).status]).toEqual([1, "receiving"]);
});

test("a source's health follows its last batch, and its latest event", async () => {
  const { log, health } = await openFeed({ event_types: ["purchase", "lead"] });
  await log([event("new", { event_type: "lead", event_time: hour(2) }), event("no", { event_type: "search" })]);
  expect(await health()).toMatchObject({ status: "needs_attention", lastEventAt: hour(2), lastEventType: "lead" });
  clock.set(after(NOW, MINUTE_MS));
  await log([event("late", { event_time: hour(30) })]);
  expect(await health()).toMatchObject({
    status: "receiving",
    lastEventAt: hour(2),
    lastEventType: "lead",
    lastError: expect.stringContaining("search"),
  });
});

test("the match quality is the mean of how well each event's person can be recognised", async () => {
  const { log } = await openFeed();
  const browser = { client_ip: "192.0.2.1", client_user_agent: "Mozilla/5.0" };
  const found = [{ click_id: "abc" }, { hashed_phone: HASH }, browser, { client_ip: "192.0.2.1" }];
  const { data } = await log(found.map((user_match, index) => event(`${index}`, { user_match })));
  expect(data.match_quality).toBe(0.63);
  expect(data.warnings).toEqual([expect.stringMatching(/^nothing to match a person by.*: 1 of 4 events$/)]);
  expect((await log([event("x", { event_time: "2001-01-01T00:00:00Z" })])).data.match_quality).toBeUndefined();
});

test("the summary covers the last full hour by default; a period includes its start but not its end", async () => {
  const { buyer, home, log } = await openFeed();
  const times = [hour(1), "2026-03-27T14:59:59.999Z", "2026-03-27T13:00:00.001Z", hour(5)];
  await log(times.map((event_time, index) => event(`${index}`, { event_time })));
  const ask = async (query: string) => (await buyer.get(`${home}/events/summary${query}`)).data;
  const bare = (time: string) => time.replace(".000", "");
  expect(await ask("")).toEqual({
    periodStart: hour(1),
    periodEnd: hour(0),
    entries: [{ eventHour: hour(1), eventType: "conversion", eventCount: 2 }],
    totalEventCount: 2,
  });
  const [from, to] = [encodeURIComponent(bare(hour(5)).replace("Z", "+00:00")), bare(hour(1))];
  expect(await ask(`?startHour=${from}&endHour=${to}&eventType=conversion`)).toMatchObject({
    entries: [
      { eventHour: hour(5), eventCount: 1 },
      { eventHour: hour(2), eventCount: 1 },
    ],
    totalEventCount: 2,
  });
  expect(await ask(`?startHour=${from}&eventType=impression`)).toMatchObject({ entries: [], totalEventCount: 0 });
});

test.each([
  ["startHour", "startHour=2026-03-27T14:30:00Z"],
  ["startHour", "startHour=2026-02-30T14:00:00Z"],
  ["endHour", "endHour=2026-03-27"],
  ["startHour", "startHour=2026-03-27T14:00:00Z&endHour=2026-03-27T14:00:00Z"],
  ["startHour", "startHour=2020-03-27T14:00:00Z&endHour=2026-03-27T14:00:00Z"],
  ["eventType", "eventType=purchase"],
])("a wrong %s is refused: %s", async (field, query) => {
  const { buyer, home } = await openFeed();
  expect(await buyer.get(`${home}/events/summary?${query}`)).toMatchObject({ status: 400, error: { field } });
});

test("old events are deleted, and their counts stay", async () => {
  const { buyer, log, counted } = await openFeed();
  await log([event("a"), event("b")]);
  const forget = (wall: Date) => world.database.writeInstallation((db) => deleteEventsOfAllCustomers(db, wall));
  const kept = () =>
    world.database.read({ customerId: buyer.customerId, reach: "tenant" }, async (db) =>
      (await db.selectFrom("logged_events").select("event_id").execute()).map(({ event_id }) => event_id),
    );
  await forget(after(NOW, -HOUR_MS));
  expect(await kept()).toHaveLength(2);
  await forget(after(NOW, HOUR_MS));
  expect([await kept(), await counted()]).toEqual([[], 2]);
});
