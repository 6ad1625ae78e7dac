/**
 * Runs are added to sums a moment after they are recorded, and until then read beside them. There are more than these only while
 * a storefront is counted anew, which its notes say.
 */
export const MOST_WAITING = 2_000;
