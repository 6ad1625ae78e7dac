import type {
  Advertiser,
  Campaign,
  ClockAdvance,
  Discovered,
  Executed,
  MediaBuy,
  Product,
  Report,
  Storefront,
  StorefrontRow,
} from "./answers.ts";
import type { Api } from "./api.ts";
import { type AttachedCreative, attachCreative } from "./attach-creative.ts";
import { printReport, readReport } from "./report.ts";
import { reportFromFiles } from "./report-from-file.ts";
import type { WalkOptions } from "./walk-options.ts";

/** How far the journey got, for tests. */
export interface DemoProgress {
  readonly discovered: Discovered;
  readonly afterExecute: readonly MediaBuy[];
  readonly afterApproval: readonly MediaBuy[];
  readonly shown: AttachedCreative | undefined;
  readonly whilePaused: readonly MediaBuy[];
  readonly campaign: Campaign;
  readonly report: Report;
  /** Spend before the campaign was paused, while it was paused, a day later, and at the end. */
  readonly spend: {
    readonly before: number;
    readonly paused: number;
    readonly aDayLater: number;
    readonly end: number;
  };
}

const BRIEF =
  "Reach people who love hiking, coffee and weekend travel: premium streaming TV drama and documentaries, podcasts and outdoor lifestyle news in the US.";
const BUDGET = 30_000;
const FLIGHT_DAYS = 14;
const DAY_MS = 86_400_000;

/** The buyer's journey, from the terms to a delivery report, on the marketplace behind the API. */
export async function walk(api: Api, options: WalkOptions): Promise<DemoProgress> {
  const { tell } = options;
  tell({ chapter: "Accept the terms, create an advertiser" });
  await api("POST", "/accept-tos");
  const advertiser = await findOrCreateAdvertiser(api);
  tell({ fact: `advertiser ${advertiser.id}, ${advertiser.name}` });

  await connect(api, options);
  const discovered = await discover(api, options, advertiser);
  const chosen = await choose(api, options, discovered);
  const campaign = await createCampaign(api, options, advertiser, discovered);
  const afterExecute = await execute(api, options, campaign, chosen);

  tell({ chapter: "The seller takes a while: seven hours pass on the sandbox clock" });
  await pass(api, options, { hours: 7 });
  const afterApproval = await buysOf(api, options, campaign);

  const shown = await attachCreative(api, options, campaign, chosen);

  tell({ chapter: "Five days pass" });
  await reportFromFiles(api, options);
  await pass(api, options, { days: 5 });
  printReport(options, await readReport(api, campaign));

  const spend = await pauseAndReactivate(api, options, campaign);
  const final = await readReport(api, campaign);
  tell({ chapter: `Delivery of ${campaign.name}, ${final.periodStart} to ${final.periodEnd} (UTC days)` });
  printReport(options, final);
  return {
    discovered,
    afterExecute,
    afterApproval,
    shown,
    whilePaused: spend.buys,
    campaign: await api<{ campaign?: Campaign } & Campaign>("GET", `/buyer/campaigns/${campaign.campaignId}`).then(
      unwrap,
    ),
    report: final,
    spend: { ...spend, end: final.totals.spend },
  };
}

async function findOrCreateAdvertiser(api: Api): Promise<Advertiser> {
  const name = "Trailhead Coffee";
  const { advertisers } = await api<{ advertisers: Advertiser[] }>(
    "GET",
    `/buyer/advertisers?name=${encodeURIComponent(name)}`,
  );
  return advertisers[0] ?? api("POST", "/buyer/advertisers", { name, brand: "trailheadcoffee.example", sandbox: true });
}

async function connect(api: Api, { tell, sourceKeys }: WalkOptions): Promise<void> {
  tell({ chapter: "See who sells, and connect to sellers that require a key" });
  const { items } = await api<{ items: StorefrontRow[] }>("GET", "/buyer/storefronts");
  tell({
    table: [
      ["storefront", "publisher", "sources", "connected"],
      ...items.map((row) => [
        row.name,
        row.publisherDomain ?? "",
        String(row.sourceCount),
        String(row.connectedSourceCount),
      ]),
    ],
  });
  for (const { id, platformId } of items) {
    const { sources } = await api<Storefront>("GET", `/buyer/storefronts/${id}`);
    for (const source of sources.filter(({ requiresCredentials, connected }) => requiresCredentials && !connected)) {
      const token = sourceKeys.get(platformId);
      if (token === undefined) continue;
      await api("POST", `/buyer/storefronts/${id}/sources/${source.sourceId}/credentials`, {
        accountIdentifier: "trailhead-seat",
        auth: { type: "api_key", token },
      });
      tell({ fact: `connected ${source.name} with an API key` });
    }
  }
}

async function discover(api: Api, { tell }: WalkOptions, advertiser: Advertiser): Promise<Discovered> {
  tell({ chapter: "Discover products from a brief" });
  tell({ fact: `"${BRIEF}"` });
  const channels = ["ctv", "olv", "display", "podcast", "streaming_audio"];
  const discovered = await api<Discovered>("POST", "/buyer/discovery/discover-products", {
    advertiserId: advertiser.id,
    brief: BRIEF,
    channels,
    countries: ["US"],
    productsPerGroup: 15,
  });
  const { totalProducts, publishersCount } = discovered.summary;
  tell({ fact: `${totalProducts} products from ${publishersCount} publishers, the most relevant first:` });
  const best = discovered.productGroups.flatMap(({ groupName, products }) =>
    products.slice(0, 2).map((product) => ({ groupName, product })),
  );
  tell({
    table: [
      ["storefront", "product", "cpm", "fit", "matches"],
      ...best.map(({ groupName, product }) => [
        groupName,
        titleOf(product),
        priceOf(product),
        product.relevance?.fit ?? "",
        product.relevance?.matchedTerms.join(", ") ?? "",
      ]),
    ],
  });
  for (const { agentName, message } of discovered.incompleteAgents ?? []) tell({ fact: `${agentName}: ${message}` });
  for (const { message } of discovered.emptyReasons ?? []) tell({ fact: message });
  return discovered;
}

/** The channel that a storefront appends to the name in brackets is left out. */
function titleOf({ name }: Product): string {
  return name.split(" (", 1)[0] ?? name;
}

function priceOf({ cpm, currency }: Product): string {
  return cpm === undefined ? "auction" : `${cpm.toFixed(2)} ${currency ?? ""}`;
}

/** Selects the best product of every storefront that has a fitting one, each with an equal share of the budget. */
async function choose(api: Api, { tell }: WalkOptions, { discoveryId, productGroups }: Discovered): Promise<Product[]> {
  tell({ chapter: "Select the best product of each storefront" });
  const best = productGroups.flatMap(({ groupId, groupName, products }) =>
    products
      .slice(0, 1)
      .filter(isFitting)
      .map((product) => ({ groupId, groupName, product })),
  );
  const budget = Math.floor(BUDGET / Math.max(1, best.length));
  const products = best.map(({ groupId, groupName, product }) => ({
    productId: product.productId,
    salesAgentId: product.salesAgentId,
    groupId,
    groupName,
    budget,
    ...offerFor(product),
  }));
  await api("POST", `/buyer/discovery/${discoveryId}/products`, { products, replace: true });
  for (const { product } of best) tell({ fact: `${product.name}, ${budget} USD` });
  return best.map(({ product }) => product);
}

function isFitting({ relevance }: Product): boolean {
  return relevance?.fit === "strong" || relevance?.fit === "fair";
}

/** The fixed price if there is one; in an auction, a bid of a quarter above the floor. */
function offerFor({ pricingOptions = [] }: Product): { pricingOptionId?: string; bidPrice?: number } {
  const option = pricingOptions.find(({ isFixed }) => isFixed) ?? pricingOptions[0];
  if (!option) return {};
  const { pricingOptionId, isFixed, floorPrice } = option;
  return isFixed ? { pricingOptionId } : { pricingOptionId, bidPrice: Math.round((floorPrice ?? 4) * 125) / 100 };
}

async function createCampaign(
  api: Api,
  { tell }: WalkOptions,
  advertiser: Advertiser,
  { discoveryId }: Discovered,
): Promise<Campaign> {
  tell({ chapter: "Add them to a campaign" });
  const { now } = await api<{ now: string }>("GET", "/sandbox/clock");
  const startDate = new Date(Date.parse(now) + DAY_MS / 24).toISOString();
  const endDate = new Date(Date.parse(now) + FLIGHT_DAYS * DAY_MS).toISOString();
  const made = await api<{ campaign?: Campaign } & Campaign>("POST", "/buyer/campaigns", {
    advertiserId: advertiser.id,
    name: `Trailhead ${now.slice(0, 10)}`,
    brief: BRIEF,
    flightDates: { startDate, endDate },
    budget: { total: BUDGET, currency: "USD", pacing: "EVEN" },
    discoveryId,
  });
  const campaign = unwrap(made);
  tell({ fact: `campaign ${campaign.campaignId}, ${campaign.status}, ${BUDGET} USD over ${FLIGHT_DAYS} days` });
  return campaign;
}

async function execute(
  api: Api,
  options: WalkOptions,
  campaign: Campaign,
  chosen: readonly Product[],
): Promise<readonly MediaBuy[]> {
  options.tell({ chapter: "Execute: one media buy at each seller" });
  const executed = await api<Executed>("POST", `/buyer/campaigns/${campaign.campaignId}/execute`);
  options.tell({
    fact: `${chosen.length} products bought; the campaign is ${executed.newStatus}${executed.success ? "" : ", but some media buys failed"}`,
  });
  for (const { message } of executed.errors ?? []) options.tell({ fact: message });
  return buysOf(api, options, campaign);
}

async function buysOf(
  api: Api,
  { tell }: WalkOptions,
  { campaignId, name: campaign }: Campaign,
): Promise<readonly MediaBuy[]> {
  const { mediaBuys = [] } = unwrap(
    await api<{ campaign?: Campaign } & Campaign>("GET", `/buyer/campaigns/${campaignId}`),
  );
  for (const { name, status, why } of mediaBuys)
    tell({ fact: `${name.replace(`${campaign}: `, "")}: ${status}${why ? `, because ${shortly(why.reason)}` : ""}` });
  return mediaBuys;
}

/** Shortens times to the minute. */
function shortly(text: string): string {
  return text.replaceAll(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z/g, "$1 $2 UTC");
}

async function pass(api: Api, { tell }: WalkOptions, how: { hours?: number; days?: number }): Promise<void> {
  const { now, happened } = await api<ClockAdvance>("POST", "/sandbox/clock", how);
  tell({ fact: `it is ${shortly(now)}; ${happened.length} things fell due in the meantime` });
}

async function pauseAndReactivate(api: Api, options: WalkOptions, campaign: Campaign) {
  const { tell } = options;
  const spent = async () => (await readReport(api, campaign)).totals.spend;
  tell({ chapter: "Pause for two days, then reactivate" });
  const before = await spent();
  await api("POST", `/buyer/campaigns/${campaign.campaignId}/pause`);
  const buys = await buysOf(api, options, campaign);
  // The pause falls in the middle of a day, whose delivery counts up to the pause.
  await pass(api, options, { days: 1 });
  const paused = await spent();
  await pass(api, options, { days: 1 });
  const aDayLater = await spent();
  tell({
    fact: `spent in total by the end of the first day: ${paused.toFixed(2)} USD; a day later still ${aDayLater.toFixed(2)} USD`,
  });
  await api("POST", `/buyer/campaigns/${campaign.campaignId}/reactivate`);
  await pass(api, options, { days: 2 });
  return { before, paused, aDayLater, buys };
}

function unwrap(answer: { campaign?: Campaign } & Campaign): Campaign {
  return answer.campaign ?? answer;
}
