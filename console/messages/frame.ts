import { catalogue } from "./catalogue.ts";

/** The names of the pages, and of those before sign-in. */
export const pages = catalogue({
  buy: {
    home: "Home",
    discovery: "Discovery",
    campaigns: "Campaigns",
    reports: "Reports",
    storefronts: "Storefronts",
    advertisers: "Advertisers",
  },
  sell: {
    home: "Home",
    approvals: "Approvals",
    work: "Work queue",
    mediaBuys: "Media buys",
    products: "Products",
    sources: "Sources",
    platforms: "Platforms",
    buyers: "Buyers",
    analytics: "Analytics",
  },
  run: {
    home: "Home",
    organisations: "Organisations",
    storefronts: "Storefront review",
    interest: "Interest",
    stuckBuys: "Stuck buys",
    deadLetters: "Failed jobs",
    platforms: "Platforms",
    installation: "Installation",
  },
  shared: { settings: "Settings", requests: "Requests", audit: "Audit log" },
  signIn: {
    title: "Sign in to Interchange",
    text: "The console has a desk for each of your organisations: to buy, to sell, or to run the installation.",
    action: "Sign in",
    away: "Interchange cannot be reached right now.",
  },
});
