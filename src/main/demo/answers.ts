/** The parts of the answers that the journey uses. */
export interface Advertiser {
  readonly id: string;
  readonly name: string;
}

export interface StorefrontRow {
  readonly id: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly sourceCount: number;
  readonly connectedSourceCount: number;
}

export interface Storefront extends StorefrontRow {
  readonly sources: readonly {
    readonly sourceId: string;
    readonly name: string;
    readonly requiresCredentials: boolean;
    readonly connected: boolean;
  }[];
}

export interface Product {
  readonly productId: string;
  readonly name: string;
  readonly channel?: string;
  readonly cpm?: number;
  readonly currency?: string;
  readonly salesAgentId: string;
  readonly deliveryType?: string;
  readonly pricingOptions?: readonly {
    readonly pricingOptionId: string;
    readonly isFixed: boolean;
    readonly floorPrice?: number | null;
  }[];
  readonly relevance?: {
    readonly fit: "strong" | "fair" | "weak" | "none";
    readonly score: number;
    readonly why: string;
    readonly matchedTerms: readonly string[];
  };
}

export interface Discovered {
  readonly discoveryId: string;
  readonly productGroups: readonly {
    readonly groupId: string;
    readonly groupName: string;
    readonly products: readonly Product[];
  }[];
  readonly summary: { readonly totalProducts: number; readonly publishersCount: number };
  readonly incompleteAgents?: readonly { readonly agentName: string; readonly message: string }[];
  readonly emptyReasons?: readonly { readonly message: string }[];
}

interface Package {
  readonly packageId: string;
  readonly budget?: number;
}

export interface MediaBuy {
  readonly mediaBuyId: string;
  readonly name: string;
  readonly status: string;
  readonly why?: { readonly reason: string; readonly nextStep: string } | null;
  readonly packages?: readonly Package[];
}

export interface Campaign {
  readonly campaignId: string;
  readonly name: string;
  readonly status: string;
  readonly mediaBuys?: readonly MediaBuy[];
  readonly creativeFormats?: { readonly missing: readonly { readonly id?: string }[] };
}

/** The review of a creative at its seller. */
export interface Review {
  readonly id: string;
  readonly creativeId: string;
  readonly status: string;
  readonly buyerName: string;
}

export interface Evaluation {
  readonly recommendation: string;
  readonly checks: readonly { readonly label: string; readonly status: string; readonly detail: string }[];
}

export interface Executed {
  readonly newStatus: string;
  readonly success: boolean;
  readonly errors?: readonly { readonly message: string }[];
}

export interface ClockAdvance {
  readonly now: string;
  readonly happened: readonly {
    readonly at: string;
    readonly step: string;
    readonly subject: string;
    readonly error: string | null;
  }[];
}

export interface Totals {
  readonly impressions: number;
  readonly spend: number;
  readonly clicks: number;
}

export interface Report {
  readonly periodStart: string;
  readonly periodEnd: string;
  readonly currency?: string | null;
  readonly totals: Totals;
  readonly advertisers: readonly {
    readonly campaigns: readonly {
      readonly campaignId: string;
      readonly campaignName?: string;
      readonly totals: Totals;
      readonly mediaBuys: readonly {
        readonly mediaBuyId: string;
        readonly name?: string;
        readonly status?: string;
        readonly totals: Totals;
        readonly packages: readonly {
          readonly packageId: string;
          readonly productName?: string | null;
          readonly totals?: Totals;
          readonly metrics?: Totals;
        }[];
      }[];
    }[];
  }[];
}
