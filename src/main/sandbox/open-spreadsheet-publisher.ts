import { dayOf } from "../../ground/kernel/clock.ts";
import { addOrganisation } from "../add-organisation.ts";
import type { Started } from "../start.ts";
import { callInside } from "./call-inside.ts";
import type { SandboxPublisher } from "./sandbox-file.ts";

const NAME = "Cedar Street Cinema";
const DOMAIN = "cedarstreet.example";
const DAY_MS = 86_400_000;

/** A publisher without an agent: it sells from a spreadsheet, books immediately, and uploads its reports as files. */
export async function openSpreadsheetPublisher(started: Started, operatorKey: string): Promise<SandboxPublisher> {
  const company = { company: NAME, domain: DOMAIN, email: `sales@${DOMAIN}` };
  const organisation = await addOrganisation(started, { kind: "SELLER", role: "ADMIN", sandbox: true, ...company });
  const asSeller = (method: "POST" | "PUT", path: string, body?: unknown) =>
    callInside(started.app, organisation.key, method, path, body);
  await asSeller("POST", "/api/v2/accept-tos");
  const domains = { publisherDomain: DOMAIN, operatorDomain: DOMAIN };
  const home = { name: NAME, ...domains, defaultCurrency: "USD", acceptsAllCountries: true };
  const storefront = await asSeller("POST", "/api/v2/storefront", home);
  const sources = "/api/v2/storefront/inventory-sources";
  await asSeller("POST", `${sources}/modular/feed`, { name: "Cedar Street screens", sourceId: "screens" });
  const columnMapping = { day: "day", bookingId: "bookingId", impressions: "impressions", clicks: "clicks" };
  const reports = { contractId: "reporting-csv-import:v1", config: { columnMapping, reportCurrency: "USD" } };
  await asSeller("POST", `${sources}/screens/modular/modules`, reports);
  const csvText = spreadsheet(started.host.clock.now());
  await asSeller("POST", `${sources}/screens/modular/avails-feed`, { csvText, ...DEFAULTS, confirmed: true });
  await asSeller("PUT", "/api/v2/storefront", { isPaused: false });
  const storefrontId = Number(storefront.storefrontId);
  await callInside(started.app, operatorKey, "POST", `/api/v2/operator/storefronts/${storefrontId}/list`);
  const place = { storefrontId, platformId: String(storefront.platformId), sourceId: "screens", sourceKey: null };
  return { name: NAME, ...organisation, ...place };
}

const DEFAULTS = {
  defaultCollectionId: "foyer",
  defaultCollectionName: "Foyer and screen",
  defaultCollectionDescription: "Films and documentaries for people who love travel, hiking and the outdoors.",
  defaultChannel: "ctv",
  defaultFormatOptions: [{ format_kind: "video_hosted" }],
  defaultPublisherProperties: [{ publisher_domain: DOMAIN, selection_type: "all" }],
};

/** The spreadsheet as the publisher's people would fill it in. */
function spreadsheet(now: Date): string {
  const [first, last] = [dayOf(now), dayOf(new Date(now.getTime() + 365 * DAY_MS))];
  const rows = [
    `travel,"Travel and hiking documentaries, weekend",${first},${last},"90,000,000",24.50,USD`,
    `drama,"Premium drama, evening",${first},${last},"60,000,000",31.00,USD`,
    `family,"Family films, afternoon",${first},${last},"40,000,000",18.00,USD`,
  ];
  return ["avail_id,name,start_date,end_date,net_impressions,cpm,currency", ...rows].join("\n");
}
