import { z } from "zod";

const METRICS = [
  "clicks",
  "views",
  "completed_views",
  "viewed_seconds",
  "attention_seconds",
  "attention_score",
  "engagements",
  "follows",
  "saves",
  "profile_visits",
  "reach",
] as const;

const value = z.number().positive().max(1e12);
const priority = z.int().min(1).max(1000).optional().describe("1 is the highest priority");
const Window = z.object({
  interval: z.int().min(1).max(10_000),
  unit: z.enum(["minutes", "hours", "days", "campaign"]),
});

const EventSource = z
  .object({
    eventSourceId: z.string().min(1).max(255),
    eventType: z.string().min(1).max(255),
    customEventName: z.string().min(1).max(255).optional(),
    valueField: z.string().min(1).max(255).optional(),
    valueFactor: z.number().default(1),
  })
  .refine(({ eventType, customEventName }) => eventType !== "custom" || customEventName !== undefined, {
    path: ["customEventName"],
    message: "a custom event needs its name",
  });

const EventGoal = z
  .object({
    kind: z.literal("event"),
    eventSources: z.array(EventSource).min(1).max(100),
    target: z
      .discriminatedUnion("kind", [
        z.object({ kind: z.literal("cost_per"), value }),
        z.object({ kind: z.literal("per_ad_spend"), value }),
        z.object({ kind: z.literal("maximize_value") }),
      ])
      .optional(),
    attributionWindow: z.object({ postClick: Window, postView: Window.optional() }).optional(),
    priority,
  })
  .refine(
    ({ target, eventSources }) =>
      target?.kind !== "per_ad_spend" || eventSources.every(({ valueField }) => valueField !== undefined),
    { path: ["eventSources"], message: "a return on ad spend needs the valueField of every event source" },
  );

const MetricGoal = z.object({
  kind: z.literal("metric"),
  metric: z.enum(METRICS),
  viewDurationSeconds: value.optional(),
  target: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("cost_per"), value }),
      z.object({ kind: z.literal("threshold_rate"), value }),
    ])
    .optional(),
  priority,
});

/** The goal of a performance campaign (buyer contract e.10). */
export const PerformanceConfig = z
  .object({
    optimizationGoals: z
      .array(z.discriminatedUnion("kind", [EventGoal, MetricGoal]))
      .min(1)
      .max(50),
  })
  .meta({ id: "PerformanceConfig" });

export type PerformanceConfig = z.output<typeof PerformanceConfig>;

/** Every event source on which a goal is based, with the field that names it. */
export function namedEventSources({ optimizationGoals }: PerformanceConfig) {
  return optimizationGoals.flatMap((goal, index) =>
    goal.kind === "metric"
      ? []
      : goal.eventSources.map(({ eventSourceId }, place) => ({
          eventSourceId,
          field: `performanceConfig.optimizationGoals.${index}.eventSources.${place}.eventSourceId`,
        })),
  );
}
