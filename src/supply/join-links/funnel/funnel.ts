/** How far those came who saw a join link. Each step is counted by itself: who has an account already may be in without having started here. */
export interface Funnel {
  readonly joinLinkId: number;
  readonly slug: string;
  /** Of its page, by people as far as that can be told. */
  readonly views: number;
  /** Sent the form. Whoever sends it twice is counted twice, and whoever has an account as anybody else: nobody learns who has one. */
  readonly started: number;
  /** Proved their address. */
  readonly confirmed: number;
  /** Do not wait for the seller any more. */
  readonly approved: number;
  /** Had at least one buy that a source has booked. */
  readonly bought: number;
}

/** The days that are counted, both included; null for no bound. */
export interface Period {
  /** ISO dates. */
  readonly from: string | null;
  readonly until: string | null;
}
