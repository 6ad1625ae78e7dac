import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../../test/world.ts";

let world: World;
beforeAll(async () => void (world = await openWorld()));
afterAll(() => world.close());

const PIXEL = {
  event_source_id: "website_pixel",
  name: "Website Pixel",
  event_types: ["purchase", "add_to_cart"],
  allowed_domains: ["shop.example.com"],
};

async function newAdvertiser(): Promise<{ buyer: Caller; id: string; home: string }> {
  const buyer = await world.caller("BUYER");
  const { id } = (await buyer.post("/buyer/advertisers", { name: "Acme", brand: "acme.com" })).data;
  return { buyer, id, home: `/buyer/advertisers/${id}/event-sources` };
}

function syncOf(account_id: unknown, event_sources: readonly unknown[], more: object = {}) {
  return { account: { account_id }, event_sources, ...more };
}

test("a source is created, then unchanged, then updated, and read back in the API's own spelling", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const actionOf = async (source: object) =>
    (await buyer.post(`${home}/sync`, syncOf(id, [source]))).data.event_sources[0].action;
  expect(await actionOf(PIXEL)).toBe("created");
  expect(await actionOf(PIXEL)).toBe("unchanged");
  expect(await actionOf({ ...PIXEL, name: "Shop" })).toBe("updated");
  expect((await buyer.get(home)).data).toEqual({
    eventSources: [
      {
        eventSourceId: "website_pixel",
        name: "Shop",
        eventTypes: ["purchase", "add_to_cart"],
        allowedDomains: ["shop.example.com"],
        integrationPlatform: null,
        mapping: null,
        testEventCode: null,
        health: {
          status: "not_seen",
          lastEventAt: null,
          lastEventReceivedAt: null,
          lastEventType: null,
          lastError: null,
          lastErrorAt: null,
        },
        createdAt: expect.any(String),
        updatedAt: expect.any(String),
      },
    ],
    total: 1,
  });
});

test("an item describes its source completely: omitted fields return to their defaults", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const whole = {
    ...PIXEL,
    integration_platform: "Hightouch",
    test_event_code: "T1",
    mapping: { eventIdField: "order" },
  };
  await buyer.post(`${home}/sync`, syncOf(Number(id), [whole]));
  const [before] = (await buyer.get(home)).data.eventSources;
  expect(before).toMatchObject({
    integrationPlatform: "Hightouch",
    testEventCode: "T1",
    mapping: { eventIdField: "order", notes: null, userMatchFields: null },
  });
  await buyer.post(`${home}/sync`, syncOf(id, [{ event_source_id: "website_pixel", allowed_domains: [] }]));
  const [after] = (await buyer.get(home)).data.eventSources;
  expect(after).toMatchObject({
    name: "website_pixel",
    eventTypes: null,
    allowedDomains: null,
    integrationPlatform: null,
    mapping: null,
    testEventCode: null,
    createdAt: before.createdAt,
  });
});

test("an invalid item gets an error, and does not hold up the others", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const items = [{ event_source_id: "crm", allowed_domains: ["*.example.com"] }, PIXEL, { ...PIXEL, name: "Again" }];
  const { status, data } = await buyer.post(`${home}/sync`, syncOf(id, items));
  expect(status).toBe(200);
  expect(data.event_sources).toEqual([
    { event_source_id: "crm", action: "failed", error: expect.stringContaining("*.example.com") },
    { event_source_id: "website_pixel", action: "created", setup: expect.anything() },
    { event_source_id: "website_pixel", action: "failed", error: expect.stringContaining("twice") },
  ]);
  expect((await buyer.get(home)).data.eventSources).toMatchObject([{ name: "Website Pixel" }]);
});

test("a source gets the address for its server-side events, and no pixel", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const [{ setup }] = (await buyer.post(`${home}/sync`, syncOf(id, [PIXEL]))).data.event_sources;
  expect(setup).toEqual({
    snippet_type: "server_only",
    instructions: expect.stringContaining(`/advertisers/${id}/log-event`),
  });
});

test("delete_missing deletes sources that are not named but keeps those that failed, and naming a source restores it", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const named = async () =>
    (await buyer.get(home)).data.eventSources.map(({ eventSourceId }: { eventSourceId: string }) => eventSourceId);
  await buyer.post(
    `${home}/sync`,
    syncOf(
      id,
      ["a", "b", "c"].map((event_source_id) => ({ event_source_id })),
    ),
  );
  const kept = [{ event_source_id: "a" }, { event_source_id: "b", allowed_domains: ["?"] }];
  const { data } = await buyer.post(`${home}/sync`, syncOf(id, kept, { delete_missing: true }));
  expect(data.event_sources).toMatchObject([
    { event_source_id: "a", action: "unchanged" },
    { event_source_id: "b", action: "failed" },
    { event_source_id: "c", action: "deleted" },
  ]);
  expect(data.event_sources[2].setup).toBeUndefined();
  expect(await named()).toEqual(["a", "b"]);
  const back = await buyer.post(`${home}/sync`, syncOf(id, [{ event_source_id: "c" }]));
  expect(back.data.event_sources).toMatchObject([{ event_source_id: "c", action: "created" }]);
  expect(await named()).toEqual(["a", "b", "c"]);
});

test("the account must be the advertiser of the path", async () => {
  const { buyer, id, home } = await newAdvertiser();
  expect(await buyer.post(`${home}/sync`, syncOf(Number(id) + 1, [PIXEL]))).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field: "account.account_id" },
  });
});

test("an archived advertiser gets no new source, but its late events are still accepted", async () => {
  const { buyer, id, home } = await newAdvertiser();
  await buyer.post(`${home}/sync`, syncOf(id, [PIXEL]));
  expect((await buyer.delete(`/buyer/advertisers/${id}`)).status).toBeLessThan(300);
  expect(await buyer.post(`${home}/sync`, syncOf(id, [PIXEL]))).toMatchObject({
    status: 400,
    error: { code: "INVALID_STATE" },
  });
  const event = { event_id: "late", event_type: "purchase", event_time: new Date().toISOString() };
  const batch = { event_source_id: "website_pixel", events: [event] };
  expect((await buyer.post(`/buyer/advertisers/${id}/log-event`, batch)).data.events_processed).toBe(1);
});

test("an empty list of sources, more than 50, and unknown types are refused by name", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const many = Array.from({ length: 51 }, (_, index) => ({ event_source_id: `s${index}` }));
  const fieldOf = async (sources: readonly unknown[]) =>
    (await buyer.post(`${home}/sync`, syncOf(id, sources))).error?.field;
  expect(await fieldOf([])).toBe("event_sources");
  expect(await fieldOf(many)).toBe("event_sources");
  expect(await fieldOf([{ ...PIXEL, event_types: [] }])).toBe("event_sources.0.event_types");
  expect(await fieldOf([{ ...PIXEL, event_types: ["sneeze"] }])).toBe("event_sources.0.event_types.0");
});

test("the list is paged, and an advertiser that is not there has none", async () => {
  const { buyer, id, home } = await newAdvertiser();
  await buyer.post(
    `${home}/sync`,
    syncOf(
      id,
      ["a", "b", "c"].map((event_source_id) => ({ event_source_id })),
    ),
  );
  const page = await buyer.get(`${home}?take=1&skip=1`);
  expect(page.data).toMatchObject({ eventSources: [{ eventSourceId: "b" }], total: 3 });
  expect(page.meta.pagination).toEqual({ skip: 1, take: 1, total: 3, hasMore: true });
  expect((await buyer.get("/buyer/advertisers/999999/event-sources")).status).toBe(404);
});

test("a campaign's goal can only name a registered source", async () => {
  const { buyer, id, home } = await newAdvertiser();
  const [startDate, endDate] = [1, 9].map((days) => new Date(Date.now() + days * 86_400_000).toISOString());
  const eventSources = ["website_pixel", "crm"].map((eventSourceId) => ({ eventSourceId, eventType: "purchase" }));
  const performanceConfig = {
    optimizationGoals: [
      { kind: "metric", metric: "clicks" },
      { kind: "event", eventSources },
    ],
  };
  const plan = { advertiserId: id, name: "Spring", flightDates: { startDate, endDate }, budget: { total: 100 } };
  const field = "performanceConfig.optimizationGoals.1.eventSources.1.eventSourceId";
  await buyer.post(`${home}/sync`, syncOf(id, [PIXEL]));
  expect(await buyer.post("/buyer/campaigns", { ...plan, performanceConfig })).toMatchObject({
    status: 400,
    error: { code: "VALIDATION_ERROR", field },
  });
  const { campaign } = (await buyer.post("/buyer/campaigns", plan)).data;
  const path = `/buyer/campaigns/${campaign.campaignId}`;
  expect(await buyer.put(path, { performanceConfig })).toMatchObject({ status: 400, error: { field } });
  await buyer.post(`${home}/sync`, syncOf(id, [{ event_source_id: "crm" }]));
  expect((await buyer.put(path, { performanceConfig })).status).toBe(200);
});
