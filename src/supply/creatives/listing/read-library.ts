import type { Page } from "../../../ground/kernel/query.ts";
import type { BuyerOfStorefront } from "../../orders/creatives/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import type { CreativeFilter } from "./listed-creative.ts";
import { pageOfCreatives } from "./store.ts";

export function readLibrary(
  side: SellerSide,
  { storefrontId, principal }: BuyerOfStorefront,
  which: CreativeFilter,
  page: Page,
): ReturnType<typeof pageOfCreatives> {
  return side.read(({ db }) => pageOfCreatives(db, side.customerId, { storefrontId, principal }, which, page));
}
