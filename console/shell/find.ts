import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { type Buyer, dataOf, type Operator, type Storefront } from "#client";
import { api } from "../api/client.ts";
import { shared } from "../messages/shared.ts";
import { DESK_PAGES } from "./desk-pages.ts";
import { type Desk, useSession } from "./session.ts";

export interface Found {
  readonly to: string;
  /** The filter of the list that contains it. */
  readonly search?: { readonly name: string };
  readonly kind: string;
  readonly name: string;
}

/** Pages and things with this name or id: pages immediately, things as the API finds them. */
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

type BuyerResult = Buyer["schemas"]["BuyerSearchResult"];
type SellerResult = Storefront["schemas"]["StorefrontSearchResult"];
type OperatorResult = Operator["schemas"]["OperatorSearchResult"];

async function findAt(desk: Desk, q: string): Promise<readonly Found[]> {
  const params = { query: { q } };
  if (desk === "buy") {
    const { items } = await dataOf(api.buyer.GET("/api/v2/buyer/search", { params }));
    return items.map((one) => found(one, BUYER_PAGES[one.kind](one)));
  }
  if (desk === "sell") {
    const { items } = await dataOf(api.storefront.GET("/api/v2/storefront/search", { params }));
    return items.map((one) => found(one, SELLER_PAGES[one.kind](one)));
  }
  const { items } = await dataOf(api.operator.GET("/api/v2/operator/search", { params }));
  return items.map((one) => found(one, OPERATOR_PAGES[one.kind](one)));
}

type Address = Pick<Found, "to" | "search">;

const found = ({ kind, name }: BuyerResult | SellerResult | OperatorResult, address: Address): Found => ({
  ...address,
  kind: shared.kinds[kind] ?? kind,
  name,
});

const at = (page: string, id: string | null) => ({ to: `${page}/${encodeURIComponent(id ?? "")}` });

const BUYER_PAGES: Readonly<Record<BuyerResult["kind"], (one: BuyerResult) => Address>> = {
  advertiser: ({ id }) => at("/buy/advertisers", id),
  campaign: ({ id }) => at("/buy/campaigns", id),
  media_buy: ({ within }) => at("/buy/campaigns", within),
  creative: ({ within }) => at("/buy/campaigns", within),
  catalog: ({ within }) => at("/buy/advertisers", within),
  storefront: ({ id }) => at("/buy/storefronts", id),
};

const SELLER_PAGES: Readonly<Record<SellerResult["kind"], (one: SellerResult) => Address>> = {
  media_buy: ({ id }) => at("/sell/media-buys", id),
  inventory_source: ({ id }) => at("/sell/sources", id),
  buyer: () => ({ to: "/sell/buyers" }),
  join_link: () => ({ to: "/sell/buyers" }),
};

const OPERATOR_PAGES: Readonly<Record<OperatorResult["kind"], (one: OperatorResult) => Address>> = {
  organisation: ({ name }) => ({ to: "/run/organisations", search: { name } }),
  storefront: () => ({ to: "/run/storefronts" }),
};
