/** How a sponsored buyer pays its storefront. */
export type Posture = "prepay" | "credit";
