/** The result of a batch of events. */
export interface LoggedBatch {
  readonly received: number;
  readonly written: number;
  readonly refused: readonly RefusedEvent[];
  readonly warnings: readonly string[];
  readonly matchQuality: number | undefined;
}

/** Why an event was refused. */
export interface Refusal {
  readonly code: "EVENT_TYPE_NOT_ALLOWED" | "URL_REQUIRED" | "DOMAIN_NOT_ALLOWED" | "EVENT_TOO_OLD" | "EVENT_IN_FUTURE";
  readonly message: string;
}

export interface RefusedEvent extends Refusal {
  readonly eventId: string;
}
