/** The owner of the facts: a seller's storefront. */
export interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

export interface CountedShop extends Shop {
  /** The currency in which bookings are added up. */
  readonly reportingCurrency: string;
}
