import type { ReadMetrics } from "../../edge/http/metrics.ts";
import type { Log } from "../../ground/kernel/log.ts";
import { noTracing, type Tracing } from "../../ground/tracing/index.ts";

/** Exports this process's telemetry: traces, the metrics of `/metrics`, and the log. */
export interface Telemetry {
  readonly tracing: Tracing;
  /** Receives each line of the log as it is written; undefined if the log is not exported. */
  readonly takeLine: ((line: string) => void) | undefined;
  /** Starts exporting the metrics and logging failures. */
  watch(process: TelemetryInput): void;
  /** Exports what is left. */
  close(): Promise<void>;
}

export interface TelemetryInput {
  readonly log: Log;
  readonly readMetrics: ReadMetrics;
}

export const noTelemetry: Telemetry = {
  tracing: noTracing,
  takeLine: undefined,
  watch: () => undefined,
  close: async () => undefined,
};
