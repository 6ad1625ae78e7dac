/** The result for one source in a sync. */
export interface SyncOutcome {
  readonly eventSourceId: string;
  readonly action: "created" | "updated" | "unchanged" | "failed" | "deleted";
  readonly error?: string;
}
