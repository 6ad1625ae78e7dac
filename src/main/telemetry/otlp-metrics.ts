import { type Attributes, type HrTime, ValueType } from "@opentelemetry/api";
import { millisToHrTime } from "@opentelemetry/core";
import type { Resource } from "@opentelemetry/resources";
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type Histogram,
  type MetricData,
  type MetricProducer,
} from "@opentelemetry/sdk-metrics";
import type { ReadMetrics } from "../../edge/http/metrics.ts";

type Figure = Awaited<ReturnType<ReadMetrics>>[number];
/** A histogram has rows with different names: `…_bucket`, `…_sum`, `…_count`. */
type Value = Figure["values"][number] & { readonly metricName?: string };

interface Span {
  readonly startTime: HrTime;
  readonly endTime: HrTime;
}

/** Produces the metrics of `/metrics`, under the same names. */
export function producerOf(readMetrics: ReadMetrics, resource: Resource): MetricProducer {
  const startTime = millisToHrTime(Date.now());
  return {
    async collect() {
      const span = { startTime, endTime: millisToHrTime(Date.now()) };
      const metrics = (await readMetrics()).map((figure) => metricOf(figure, span));
      return { resourceMetrics: { resource, scopeMetrics: [{ scope: { name: "interchange" }, metrics }] }, errors: [] };
    },
  };
}

function metricOf(figure: Figure, span: Span): MetricData {
  const { name, help: description, values } = figure;
  const descriptor = { name, description, unit: name.endsWith("_seconds") ? "s" : "", valueType: ValueType.DOUBLE };
  const aggregationTemporality = AggregationTemporality.CUMULATIVE;
  const type = String(figure.type);
  if (type === "histogram")
    return {
      descriptor,
      aggregationTemporality,
      dataPointType: DataPointType.HISTOGRAM,
      dataPoints: histogramsOf(values, span),
    };
  const dataPoints = values.map(({ labels, value }) => ({ ...span, attributes: { ...labels }, value }));
  if (type === "counter")
    return { descriptor, aggregationTemporality, dataPointType: DataPointType.SUM, dataPoints, isMonotonic: true };
  return { descriptor, aggregationTemporality, dataPointType: DataPointType.GAUGE, dataPoints };
}

/** Prometheus represents a histogram as rows with cumulative buckets, OpenTelemetry as one data point with separate buckets. */
function histogramsOf(values: readonly Value[], span: Span): DataPoint<Histogram>[] {
  const sets = Map.groupBy(values, ({ labels }) => JSON.stringify(withoutBucket(labels)));
  return [...sets.values()].map((rows) => {
    const upTo = rows.filter(({ labels }) => labels.le !== undefined);
    const counts = upTo.map(({ value }, at) => value - (upTo[at - 1]?.value ?? 0));
    const boundaries = upTo.map(({ labels }) => Number(labels.le)).filter(Number.isFinite);
    const attributes = withoutBucket(rows[0]?.labels ?? {});
    const value = { buckets: { boundaries, counts }, sum: rowOf(rows, "_sum"), count: rowOf(rows, "_count") };
    return { ...span, attributes, value };
  });
}

function withoutBucket(labels: Value["labels"]): Attributes {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== "le"));
}

function rowOf(rows: readonly Value[], ending: string): number {
  return rows.find(({ metricName }) => metricName?.endsWith(ending))?.value ?? 0;
}
