import { createHash } from "node:crypto";
import { upsertDelivery } from "../../src/demand/delivery/index.ts";
import { callInside } from "../../src/main/sandbox/call-inside.ts";
import type { Started } from "../../src/main/start.ts";
import type { Marketplace } from "../marketplace/open-marketplace.ts";
import { type Kind, TENANT } from "./shape.ts";
import { PIXEL, type Tenant } from "./tenants.ts";

/** `turn` is different each time, so that nothing is requested or written twice. */
export type Work = (tenant: Tenant, turn: number) => Promise<unknown>;

const DAY_MS = 86_400_000;
const EVENTS = 10;
const BUDGET = 10_000;

/** How each kind of a day's work is done. */
export function worksOf(started: Started, { prompt, stall }: Marketplace): Readonly<Record<Kind, Work>> {
  const call = ({ key }: Tenant, method: "GET" | "POST" | "PUT", path: string, body?: object) =>
    callInside(started.app, key, method, `/api/v2/buyer${path}`, body);
  const discover = (tenant: Tenant, turn: number) =>
    call(tenant, "POST", "/discovery/discover-products", {
      advertiserId: tenant.advertiserId,
      brief: briefOf(turn),
      channels: ["display", "olv"],
      storefrontIds: prompt,
    });
  return {
    "list of campaigns": (tenant) => call(tenant, "GET", "/campaigns"),
    "one campaign": (tenant, turn) => call(tenant, "GET", `/campaigns/${campaignOf(tenant, turn)}`),
    "report of 30 days": (tenant) => call(tenant, "GET", "/reporting/metrics?days=30"),
    "change of a campaign": (tenant, turn) =>
      call(tenant, "PUT", `/campaigns/${campaignOf(tenant, turn)}`, { name: `Campaign ${turn}` }),
    "report of a seller": (tenant, turn) => reportOfSeller(started, tenant, turn),
    "ten events": (tenant, turn) =>
      call(tenant, "POST", `/advertisers/${tenant.advertiserId}/log-event`, {
        event_source_id: PIXEL,
        events: Array.from({ length: EVENTS }, (_, n) => eventOf(`${turn}-${n}`)),
      }),
    get_products: (tenant, turn) => askAgent(started, tenant, stall.platformId, briefOf(turn)),
    discovery: discover,
    "campaign bought": async (tenant, turn) => {
      const { discoveryId, productGroups } = (await discover(tenant, turn)) as unknown as Discovered;
      await call(tenant, "POST", `/discovery/${discoveryId}/products`, { products: productGroups.map(firstOf) });
      const { campaign } = (await call(tenant, "POST", "/campaigns", {
        advertiserId: tenant.advertiserId,
        name: `Bought ${turn}`,
        flightDates: { startDate: inDays(1), endDate: inDays(30) },
        budget: { total: BUDGET * productGroups.length, currency: "USD" },
        discoveryId,
      })) as unknown as { campaign: { campaignId: string } };
      const { success } = await call(tenant, "POST", `/campaigns/${campaign.campaignId}/execute`);
      if (!success) throw new Error(`campaign ${campaign.campaignId} was not bought`);
    },
  };
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const campaignOf = ({ customerId }: Tenant, turn: number) => `cmp_${customerId}_${1 + (turn % TENANT.campaigns)}`;
const briefOf = (turn: number) => `Outdoor news and weekend travel for people who like coffee, wave ${turn}`;

interface Discovered {
  readonly discoveryId: string;
  readonly productGroups: readonly Group[];
}

interface Group {
  readonly groupId: string;
  readonly groupName: string;
  readonly products: readonly { readonly productId: string; readonly salesAgentId: string }[];
}

function firstOf({ groupId, groupName, products: [first] }: Group) {
  return { productId: first?.productId, salesAgentId: first?.salesAgentId, groupId, groupName, budget: BUDGET };
}

function eventOf(id: string) {
  return {
    event_id: id,
    event_type: "purchase",
    event_time: new Date().toISOString(),
    user_match: { hashed_email: createHash("sha256").update(`${id}@growth.example`).digest("hex") },
  };
}

async function askAgent({ app }: Started, { key }: Tenant, platformId: string, brief: string): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, accept: "application/json" };
  const params = { name: "get_products", arguments: { buying_mode: "brief", brief } };
  const payload = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
  const answer = await app.inject({ method: "POST", url: `/storefront/${platformId}/mcp`, headers, payload });
  if (answer.statusCode !== 200 || answer.json().result?.isError) throw new Error(answer.body.slice(0, 500));
}

/** The figures in a report besides impressions. */
const FIGURES = { clicks: 1, spend: "1.5", views: 1, completedViews: 1, conversions: 1, conversionValue: "0" };

async function reportOfSeller({ database }: Started, tenant: Tenant, turn: number): Promise<void> {
  const { customerId } = tenant;
  const reportedAt = new Date();
  const campaignId = campaignOf(tenant, turn);
  const mediaBuyId = `mb_${campaignId}_${1 + (turn % TENANT.buysPerCampaign)}`;
  const days = [1, 2, 3].map((ago) => ({
    day: new Date(reportedAt.getTime() - ago * DAY_MS).toISOString().slice(0, 10),
    advertiserId: Number(tenant.advertiserId),
    campaignId,
    mediaBuyId,
    packageId: `pkg_${mediaBuyId}`,
    currency: "USD",
    final: false,
    timeZone: "UTC",
    reportedAt,
    impressions: turn,
    ...FIGURES,
  }));
  await database.write({ customerId, reach: "tenant" }, (db) => upsertDelivery(db, customerId, days));
}
