/** The hours from `from` (inclusive) to `to` (exclusive). */
export interface Hours {
  readonly from: Date;
  readonly to: Date;
}

export interface EventSummary extends Hours {
  readonly counts: readonly { readonly hour: Date; readonly count: number }[];
}
