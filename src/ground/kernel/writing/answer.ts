/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly data: unknown;
  /** Answered once already, under the same idempotency key. */
  readonly replayed: boolean;
  /** The moment as of which a replica answered; null where the database itself did. */
  readonly asOf?: Date | null;
}
