import type { ReadMetrics } from "../../edge/http/metrics.ts";
import type { Log } from "../../ground/kernel/log.ts";
import { noTracing, type Tracing } from "../../ground/tracing/index.ts";

/** Where this process sends what it does: traces, the figures of `/metrics`, and its log. */
export interface Telemetry {
  readonly tracing: Tracing;
  /** Takes each line of the log as it is written; undefined where the log goes nowhere else. */
  readonly takeLine: ((line: string) => void) | undefined;
  /** From now on the figures are sent, and what cannot be sent is told. */
  watch(process: Watched): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface Watched {
  readonly log: Log;
  readonly readMetrics: ReadMetrics;
}

export const noTelemetry: Telemetry = {
  tracing: noTracing,
  takeLine: undefined,
  watch: () => undefined,
  close: async () => undefined,
};
