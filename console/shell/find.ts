import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { dataOf } from "#client";
import { api } from "../api/client.ts";
import { pages } from "../messages/frame.ts";
import { DESK_PAGES } from "./desk-pages.ts";
import { type Desk, useSession } from "./session.ts";

export interface Found {
  readonly to: string;
  readonly kind: string;
  readonly name: string;
}

/** What is called so, or has this id: pages at once, things as the API finds them. */
export function useFound(text: string): { readonly found: readonly Found[]; readonly busy: boolean } {
  const { desk } = useSession();
  const name = useDeferredValue(text.trim());
  const { data = [], isFetching } = useQuery({
    queryKey: ["find", desk, name],
    queryFn: () => findAt(desk, name),
    enabled: name.length > 1,
  });
  const here = DESK_PAGES[desk]
    .filter((page) => page.name.toLowerCase().includes(name.toLowerCase()))
    .map((page) => ({ to: page.to, kind: "", name: page.name }));
  return { found: name.length > 1 ? [...here, ...data] : here, busy: isFetching };
}

const MOST = 8;

function findAt(desk: Desk, name: string): Promise<readonly Found[]> {
  if (desk === "buy") return findForBuyer(name);
  return desk === "sell" ? findForSeller(name) : Promise.resolve([]);
}

async function findForBuyer(name: string): Promise<readonly Found[]> {
  const { buyer } = api;
  if (/^cmp_|^campaign_/.test(name)) {
    const byId = await dataOf(
      buyer.GET("/api/v2/buyer/campaigns/{campaignId}", { params: { path: { campaignId: name } } }),
    ).catch(() => null);
    if (byId) return [foundCampaign(byId.campaign)];
  }
  const [campaigns, storefronts] = await Promise.all([
    dataOf(buyer.GET("/api/v2/buyer/campaigns", { params: { query: { name, take: MOST, status: ["ALL"] } } })),
    dataOf(buyer.GET("/api/v2/buyer/storefronts", { params: { query: { name, limit: MOST } } })),
  ]);
  return [
    ...campaigns.campaigns.map(foundCampaign),
    ...storefronts.items.map((one) => ({
      to: `/buy/storefronts/${one.id}`,
      kind: pages.buy.storefronts,
      name: one.name,
    })),
  ];
}

function foundCampaign({ campaignId, name }: { readonly campaignId: string; readonly name: string }): Found {
  return { to: `/buy/campaigns/${encodeURIComponent(campaignId)}`, kind: pages.buy.campaigns, name };
}

async function findForSeller(text: string): Promise<readonly Found[]> {
  const { storefront } = api;
  const [buys, sources] = await Promise.all([
    dataOf(storefront.GET("/api/v2/storefront/media-buys", { params: { query: { take: 100 } } })),
    dataOf(storefront.GET("/api/v2/storefront/inventory-sources")),
  ]);
  const isMeant = (...words: string[]) => words.some((word) => word.toLowerCase().includes(text.toLowerCase()));
  return [
    ...buys.items
      .filter(({ name, mediaBuyId }) => isMeant(name, mediaBuyId))
      .map(({ name, mediaBuyId }) => ({
        to: `/sell/media-buys/${encodeURIComponent(mediaBuyId)}`,
        kind: pages.sell.mediaBuys,
        name,
      })),
    ...sources
      .filter(({ name, sourceId }) => isMeant(name, sourceId))
      .map(({ name, sourceId }) => ({
        to: `/sell/sources/${encodeURIComponent(sourceId)}`,
        kind: pages.sell.sources,
        name,
      })),
  ].slice(0, MOST);
}
