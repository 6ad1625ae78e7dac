/**
 * Runs are added to the sums a moment after they are recorded, and read separately until then. There are only more of
 * them than this while a storefront is being recounted, which the notes in its analytics say.
 */
export const MOST_WAITING = 2_000;
