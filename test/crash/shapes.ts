/** How a buy is created at a platform, and its result. A platform is added as one line. */
interface Shape {
  readonly sold: { readonly productId: string; readonly pricingOptionId: string; readonly bidPrice: string | null };
  /** The objects of a buy with two packages at the platform, in its own terms. */
  readonly holds: Readonly<Record<string, number>>;
  /** In how many steps it is made: the first writes the second down. */
  readonly steps: number;
  /** A call that creates a part of it, the step that makes the call, and what remains if it is refused. */
  readonly refused: { readonly route: string; readonly step: number; readonly left: Readonly<Record<string, number>> };
  /** A write that the platform asks to be repeated later, and the step that makes it. */
  readonly waits?: { readonly route: string; readonly step: number };
  /** If nothing runs before a creative is shown: the number of steps, and the objects of a buy with one package then. */
  readonly goesLive?: { readonly steps: number; readonly holds: Readonly<Record<string, number>> };
}

export const SHAPES: Readonly<Record<string, Shape>> = {
  // A tree: one call per object, which contains its parent's id.
  snap: {
    sold: { productId: "snap:awareness:1", pricingOptionId: "cpm", bidPrice: null },
    holds: { campaign: 1, adsquad: 2 },
    steps: 7,
    refused: { route: "POST /v1/campaigns/{id}/adsquads", step: 3, left: {} },
  },
  // One call creates everything or nothing; another enables it.
  google: {
    sold: { productId: "google:display:1", pricingOptionId: "vcpm", bidPrice: "5" },
    holds: { campaign_budget: 2, campaign: 2, ad_group: 2 },
    steps: 3,
    // A budget without a campaign costs nothing.
    refused: { route: "POST /v26/customers/{customer}/googleAds:mutate", step: 3, left: { campaign_budget: 2 } },
    waits: { route: "POST /v26/customers/{customer}/googleAds:mutate", step: 2 },
  },
  // A draft, which goes live as a whole with its last missing creative.
  spotify: {
    sold: { productId: "spotify:audio:1", pricingOptionId: "cpm", bidPrice: null },
    holds: { draft_campaign: 1, draft_ad_set: 2 },
    steps: 4,
    refused: { route: "POST /ads/v3/ad_accounts/{account}/drafts/ad_sets", step: 3, left: {} },
    goesLive: { steps: 10, holds: { campaign: 1, ad_set: 1, ad: 1, asset: 2 } },
  },
};
