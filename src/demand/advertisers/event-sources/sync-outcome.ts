/** What became of one source that was named, or of one that was not. */
/** What became of one source that a sync names. */
export interface SyncOutcome {
  readonly eventSourceId: string;
  readonly action: "created" | "updated" | "unchanged" | "failed" | "deleted";
  readonly error?: string;
}
