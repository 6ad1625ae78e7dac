import { pages } from "../messages/frame.ts";
import type { Desk } from "./session.ts";

interface DeskPage {
  readonly to: string;
  readonly name: string;
}

const SHARED: readonly DeskPage[] = [
  { to: "/settings", name: pages.shared.settings },
  { to: "/requests", name: pages.shared.requests },
  { to: "/audit", name: pages.shared.audit },
];

/** The pages of each desk, those that are used most first. */
export const DESK_PAGES: Readonly<Record<Desk, readonly DeskPage[]>> = {
  buy: [
    { to: "/buy", name: pages.buy.home },
    { to: "/buy/discovery", name: pages.buy.discovery },
    { to: "/buy/campaigns", name: pages.buy.campaigns },
    { to: "/buy/reports", name: pages.buy.reports },
    { to: "/buy/storefronts", name: pages.buy.storefronts },
    { to: "/buy/advertisers", name: pages.buy.advertisers },
    ...SHARED,
  ],
  sell: [
    { to: "/sell", name: pages.sell.home },
    { to: "/sell/approvals", name: pages.sell.approvals },
    { to: "/sell/work", name: pages.sell.work },
    { to: "/sell/media-buys", name: pages.sell.mediaBuys },
    { to: "/sell/products", name: pages.sell.products },
    { to: "/sell/sources", name: pages.sell.sources },
    { to: "/sell/platforms", name: pages.sell.platforms },
    { to: "/sell/buyers", name: pages.sell.buyers },
    { to: "/sell/analytics", name: pages.sell.analytics },
    ...SHARED,
  ],
  run: [
    { to: "/run", name: pages.run.home },
    { to: "/run/organisations", name: pages.run.organisations },
    { to: "/run/storefronts", name: pages.run.storefronts },
    { to: "/run/interest", name: pages.run.interest },
    { to: "/run/stuck-buys", name: pages.run.stuckBuys },
    { to: "/run/dead-letters", name: pages.run.deadLetters },
    { to: "/run/platforms", name: pages.run.platforms },
    { to: "/run/installation", name: pages.run.installation },
    ...SHARED,
  ],
};
