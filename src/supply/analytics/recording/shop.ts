/** Whose facts they are: one seller's at its storefront. */
export interface Shop {
  readonly customerId: number;
  readonly storefrontId: number;
}

export interface CountedShop extends Shop {
  /** In which bookings are added up. */
  readonly reportingCurrency: string;
}
