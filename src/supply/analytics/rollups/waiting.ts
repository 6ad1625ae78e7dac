/**
 * Runs are added to the sums a moment after they are recorded, and read separately until then. There are only more than
 * this while a storefront is counted again, which its notes say.
 */
export const MOST_WAITING = 2_000;
