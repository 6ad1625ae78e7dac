import { expect, test } from "vitest";
import { openRecorder } from "../../../test/telemetry/recorder.ts";
import { noTracing } from "../tracing/index.ts";
import { spanOf, withOrigin, withoutOrigin } from "./trace-jobs.ts";

const step = { name: "some.step" } as Parameters<typeof spanOf>[0];
const input = { customerId: 7, orderId: "ord_1" };

/** The job that is enqueued within a span, and the span in which it runs. */
async function left(isLater: boolean) {
  const { tracing, spans } = openRecorder();
  const data = await tracing.within({ name: "asked" }, async () => withOrigin(input, { tracing, isLater }));
  await tracing.within(spanOf(step, data, "job_1"), async () => undefined);
  const [asked, job] = spans();
  if (!asked || !job) throw new Error("two spans were expected");
  return { data, asked: asked.spanContext(), job };
}

test("a job that starts immediately is a child of the span that enqueued it", async () => {
  const { asked, job } = await left(false);
  expect(job.parentSpanContext?.spanId).toBe(asked.spanId);
  expect(job.spanContext().traceId).toBe(asked.traceId);
});

test("a delayed job has a separate trace, linked to the span that enqueued it", async () => {
  const { asked, job } = await left(true);
  expect(job.parentSpanContext).toBeUndefined();
  expect(job.spanContext().traceId).not.toBe(asked.traceId);
  expect(job.links.map(({ context }) => context.spanId)).toEqual([asked.spanId]);
});

test("a step receives the input that was enqueued for it, and nothing else", async () => {
  expect(withoutOrigin((await left(false)).data)).toEqual(input);
});

test("without tracing, a job contains nothing but its input", () => {
  expect(withOrigin(input, { tracing: noTracing, isLater: false })).toBe(input);
});
