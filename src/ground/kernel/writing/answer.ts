/** The answer to a request. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  /** The request has been answered before, under the same idempotency key. */
  readonly replayed: boolean;
  /** The moment of the data if a replica answered; null if the primary database did. */
  readonly asOf?: Date | null;
}
