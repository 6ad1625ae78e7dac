import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from "@tanstack/react-router";
import { clearRequests } from "../api/recorded.ts";
import { Frame } from "./frame.tsx";
import { Broken, NotFound, Start } from "./start.tsx";

const root = createRootRoute({
  component: Frame,
  notFoundComponent: NotFound,
  validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
  beforeLoad: ({ cause }) => {
    if (cause === "enter") clearRequests();
  },
});

/** A page that is loaded on first visit. */
function page<Path extends string, Name extends string>(
  path: Path,
  load: () => Promise<Record<Name, RouteComponent>>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load, name) });
}

const start = createRoute({ getParentRoute: () => root, path: "/", component: Start });

const buy = [
  page("/buy", () => import("../buy/home.tsx"), "BuyHome"),
  page("/buy/storefronts", () => import("../buy/storefronts/storefronts.tsx"), "Storefronts"),
  page("/buy/storefronts/$storefrontId", () => import("../buy/storefronts/storefront.tsx"), "Storefront"),
  page("/buy/discovery", () => import("../buy/discovery/discovery.tsx"), "Discovery"),
  page("/buy/campaigns", () => import("../buy/campaigns/campaigns.tsx"), "Campaigns"),
  page("/buy/campaigns/$campaignId", () => import("../buy/campaigns/campaign.tsx"), "Campaign"),
  page("/buy/advertisers", () => import("../buy/advertisers.tsx"), "Advertisers"),
  page("/buy/advertisers/$advertiserId", () => import("../buy/advertiser/advertiser.tsx"), "Advertiser"),
  page("/buy/reports", () => import("../buy/reports/reports.tsx"), "Reports"),
] as const;

const sell = [
  page("/sell", () => import("../sell/home/home.tsx"), "SellHome"),
  page("/sell/sources", () => import("../sell/sources/sources.tsx"), "Sources"),
  page("/sell/sources/$sourceId", () => import("../sell/sources/source.tsx"), "Source"),
  page("/sell/platforms", () => import("../sell/platforms/platforms.tsx"), "Platforms"),
  page("/sell/products", () => import("../sell/products.tsx"), "Products"),
  page("/sell/approvals", () => import("../sell/approvals/approvals.tsx"), "Approvals"),
  page("/sell/media-buys", () => import("../sell/media-buys/media-buys.tsx"), "MediaBuys"),
  page("/sell/media-buys/$mediaBuyId", () => import("../sell/media-buys/media-buy.tsx"), "MediaBuy"),
  page("/sell/work", () => import("../sell/work-queue.tsx"), "WorkQueue"),
  page("/sell/buyers", () => import("../sell/buyers/buyers.tsx"), "Buyers"),
  page("/sell/analytics", () => import("../sell/analytics/analytics.tsx"), "Analytics"),
  page("/sell/runs", () => import("../sell/analytics/runs.tsx"), "Runs"),
] as const;

const run = [
  page("/run", () => import("../run/home.tsx"), "RunHome"),
  page("/run/organisations", () => import("../run/organisations.tsx"), "Organisations"),
  page("/run/storefronts", () => import("../run/storefronts.tsx"), "StorefrontReview"),
  page("/run/interest", () => import("../run/interest.tsx"), "Interest"),
  page("/run/stuck-buys", () => import("../run/stuck-buys.tsx"), "StuckBuys"),
  page("/run/dead-letters", () => import("../run/dead-letters.tsx"), "DeadLetters"),
  page("/run/platforms", () => import("../run/platforms.tsx"), "Platforms"),
  page("/run/installation", () => import("../run/installation.tsx"), "Installation"),
] as const;

const settings = [
  page("/settings", () => import("../settings/settings.tsx"), "Settings"),
  page("/requests", () => import("../settings/requests.tsx"), "Requests"),
  page("/audit", () => import("../settings/audit.tsx"), "Audit"),
  page("/components", () => import("../components/showcase/showcase.tsx"), "Showcase"),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([start, ...buy, ...sell, ...run, ...settings]),
  basepath: "/console",
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    readonly router: typeof router;
  }
}
