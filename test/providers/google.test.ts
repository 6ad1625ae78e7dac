import { expect, test } from "vitest";
import { DAY_MS } from "../../src/ground/kernel/clock.ts";
import { SCOPE } from "../../src/main/sandbox/providers/google/google-network.ts";
import { startGoogle } from "../../src/main/sandbox/providers/google/start-google.ts";
import { at, started, textAt } from "./ask.ts";
import { connect } from "./connect.ts";

const API = "https://googleads.googleapis.com/v26";
const OFFLINE = { scope: SCOPE, access_type: "offline", prompt: "consent" };

async function connected(query: Record<string, string> = OFFLINE, untick: string[] = []) {
  const google = await started(startGoogle);
  const authorize = "https://accounts.google.com/o/oauth2/v2/auth";
  const token = "https://oauth2.googleapis.com/token";
  const connection = await connect(google, { authorize, token, query, decision: { untick } });
  return { google, ...connection };
}

async function withClient() {
  const world = await connected();
  const { body } = await world.call(`${API}/customers:listAccessibleCustomers`);
  const manager = textAt(body, "resourceNames.0").split("/")[1] ?? "";
  const headers = { "login-customer-id": manager };
  const search = (customer: string, query: string) =>
    world.call(`${API}/customers/${customer}/googleAds:search`, { query }, "POST", headers);
  const clients = await search(
    manager,
    "SELECT customer_client.id, customer_client.currency_code FROM customer_client WHERE customer_client.level = 1",
  );
  const client = textAt(clients.body, "results.0.customerClient.id");
  const mutate = (path: string, json: object) =>
    world.call(`${API}/customers/${client}/${path}:mutate`, json as never, "POST", headers);
  return { ...world, manager, client, clients, search, mutate };
}

const tree = (client: string) => {
  const named = (collection: string, number: number) => `customers/${client}/${collection}/${number}`;
  return [
    {
      campaignBudgetOperation: {
        create: {
          resourceName: named("campaignBudgets", -1),
          name: "b",
          amountMicros: "50000000",
          explicitlyShared: false,
        },
      },
    },
    {
      campaignOperation: {
        create: {
          resourceName: named("campaigns", -2),
          name: "c [oa:1]",
          status: "PAUSED",
          advertisingChannelType: "DEMAND_GEN",
          campaignBudget: named("campaignBudgets", -1),
          containsEuPoliticalAdvertising: "DOES_NOT_CONTAIN_EU_POLITICAL_ADVERTISING",
          maximizeConversions: {},
        },
      },
    },
    {
      adGroupOperation: {
        create: { resourceName: named("adGroups", -3), name: "g", campaign: named("campaigns", -2), status: "ENABLED" },
      },
    },
    {
      adGroupAdOperation: {
        create: {
          adGroup: named("adGroups", -3),
          status: "ENABLED",
          ad: { name: "ad", finalUrls: ["https://a.example/"] },
        },
      },
    },
  ];
};

test("without offline access and consent there is no refresh token, and an unticked scope gives no access", async () => {
  expect((await connected({ scope: SCOPE })).tokens.body.refresh_token).toBeUndefined();
  const { call, tokens } = await connected({ ...OFFLINE, scope: `${SCOPE} openid` }, [SCOPE]);
  expect(tokens.body).toMatchObject({ scope: "openid", expires_in: 3_600 });
  expect((await call(`${API}/customers:listAccessibleCustomers`)).status).toBe(403);
});

test("clients are reached through their manager only", async () => {
  const { call, client, clients } = await withClient();
  expect(at(clients.body, "results.0.customerClient.currencyCode")).toBe("USD");
  const { status, body } = await call(`${API}/customers/${client}/googleAds:search`, {
    query: "SELECT campaign.id FROM campaign",
  });
  expect([status, at(body, "error.details.0.errors.0.errorCode")]).toEqual([
    403,
    { authorizationError: "USER_PERMISSION_DENIED" },
  ]);
});

test("a tree is created completely or not at all, and its names are then taken", async () => {
  const { mutate, client, google, search } = await withClient();
  const broken = tree(client);
  const bad = { adGroupOperation: { create: { name: "g2", campaign: `customers/${client}/campaigns/-9` } } };
  const refused = await mutate("googleAds", { mutateOperations: [...broken, bad] });
  expect(at(refused.body, "error.details.0.errors.0.location.fieldPathElements.0")).toEqual({
    fieldName: "mutate_operations",
    index: 4,
  });
  expect(google.ledger.count("created")).toBe(0);
  expect((await mutate("googleAds", { mutateOperations: tree(client), validateOnly: true })).body).toEqual({});
  expect(google.ledger.count("created")).toBe(0);
  const { body } = await mutate("googleAds", { mutateOperations: tree(client) });
  const name = textAt(body, "mutateOperationResponses.1.campaignResult.resourceName");
  expect(BigInt(name.split("/").at(-1) ?? "0")).toBeGreaterThan(2n ** 53n);
  const again = await mutate("googleAds", { mutateOperations: tree(client) });
  expect(JSON.stringify(again.body)).toContain("DUPLICATE_CAMPAIGN_NAME");
  const found = await search(
    client,
    "SELECT campaign.id, campaign.status FROM campaign WHERE campaign.name LIKE '%[[]oa:1]%'",
  );
  expect(at(found.body, "results.0.campaign")).toMatchObject({ status: "PAUSED", id: name.split("/").at(-1) });
});

test("with partial failure, the valid part is done", async () => {
  const { mutate } = await withClient();
  const budgets = [{ create: { name: "b1", amountMicros: "50000000" } }, { create: { name: "b2", amountMicros: "5" } }];
  const { status, body } = await mutate("campaignBudgets", { operations: budgets, partialFailure: true });
  expect([status, at(body, "results.1")]).toEqual([200, {}]);
  expect(at(body, "partialFailureError.details.0.errors.0.errorCode")).toEqual({
    campaignBudgetError: "NON_MULTIPLE_OF_MINIMUM_CURRENCY_UNIT",
  });
  const unknown = await mutate("campaignBudgets", { operations: [{ create: { name: "b3", amount: 5 } }] });
  expect(JSON.stringify(unknown.body)).toContain("Unknown name");
});

test("enabled entities deliver by the account's day, in micros as text", async () => {
  const { mutate, client, google, search, refresh } = await withClient();
  const { body } = await mutate("googleAds", { mutateOperations: tree(client) });
  const campaign = textAt(body, "mutateOperationResponses.1.campaignResult.resourceName");
  await mutate("campaigns", {
    operations: [{ update: { resourceName: campaign, status: "ENABLED" }, updateMask: "status" }],
  });
  google.controls.advance(2 * DAY_MS);
  await refresh();
  const query =
    "SELECT segments.date, ad_group.id, metrics.cost_micros FROM ad_group WHERE segments.date BETWEEN '2026-11-02' AND '2026-11-03'";
  const { body: rows } = await search(client, query);
  expect(at(rows, "results.1.segments.date")).toBe("2026-11-03");
  expect(BigInt(textAt(rows, "results.1.metrics.costMicros"))).toBeGreaterThan(30_000_000n);
  expect((await search(client, "SELECT metrics.spend FROM ad_group")).status).toBe(400);
});

test("a throttled call is told how long to wait", async () => {
  const { search, client, google } = await withClient();
  google.controls.throttle("POST /v26/customers/{customer}/googleAds:search");
  const { status, body } = await search(client, "SELECT campaign.id FROM campaign");
  expect([status, at(body, "error.details.0.errors.0.details.quotaErrorDetails.retryDelay")]).toEqual([429, "5s"]);
});
