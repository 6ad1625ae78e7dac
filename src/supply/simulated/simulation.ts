import { z } from "zod";

export const CHANNELS = ["ctv", "olv", "display", "social", "podcast", "streaming_audio", "dooh"] as const;
export type Channel = (typeof CHANNELS)[number];

/** The languages that a publisher's products may be written in. */
const LANGUAGES = ["en", "de", "fr", "es", "it", "ja"] as const;

const Rate = z.number().min(0).max(1);

/** How the publisher decides on a new media buy. */
export const Approval = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("instant") }),
  z.object({
    mode: z.literal("manual"),
    hours: z.number().positive().max(720).describe("Hours until the decision, by the caller's clock"),
    rejectReason: z.string().min(1).max(2000).optional().describe("Set if the decision is no"),
  }),
  z.object({ mode: z.literal("reject"), reason: z.string().min(1).max(2000) }),
]);

const MOST_FORMATS = 50;

/** What creatives the publisher takes; its formats follow from it. */
const CreativeRules = z.object({
  videoSeconds: z.array(z.int().positive()).max(MOST_FORMATS).default([15, 30]),
  audioSeconds: z.array(z.int().positive()).max(MOST_FORMATS).default([30]),
  displaySizes: z
    .array(
      z
        .string()
        .max(15)
        .regex(/^\d+x\d+$/),
    )
    .max(MOST_FORMATS)
    .default(["300x250", "728x90"]),
  maxFileKb: z.int().positive().default(10_240),
  wanted: z.boolean().default(false).describe("Whether a package delivers nothing until it has a creative"),
  wantedOfAgents: z
    .boolean()
    .optional()
    .describe("The same, only for packages of buyers of other systems, who buy over AdCP"),
  reviewHours: z
    .number()
    .min(0)
    .max(720)
    .default(0)
    .describe("Hours until a creative is approved, by the caller's clock"),
  library: z
    .boolean()
    .default(false)
    .describe("Whether it keeps creatives in a library, or takes them in the packages"),
});

/** What goes wrong on purpose. Every rate is the share of calls it befalls. */
const Chaos = z.object({
  latencyMs: z
    .number()
    .min(0)
    .default(0)
    .describe("The mean; a call takes between half of it and one and a half times it"),
  errorRate: Rate.default(0).describe("Returns an error without having done anything"),
  duplicateRate: Rate.default(0).describe("Carries out a create or an update, then does not answer until the deadline"),
  hangRate: Rate.default(0).describe("Does nothing until the deadline"),
});

/** One simulated publisher. Two of the same description are the same publisher, down to the last impression. */
export const Simulation = z.object({
  seed: z.string().min(1).max(255),
  name: z.string().min(1).max(255),
  publisherDomain: z.string().min(1).max(253),
  channels: z.array(z.enum(CHANNELS)).min(1).max(50),
  deliveryTypes: z
    .array(z.enum(["guaranteed", "non_guaranteed"]))
    .min(1)
    .max(2)
    .default(["guaranteed", "non_guaranteed"]),
  currency: z.string().regex(/^[A-Z]{3}$/),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .min(1)
    .max(300),
  productCount: z.int().min(1).max(20).default(6),
  language: z.enum(LANGUAGES).default("en").describe("The language of its products"),
  sections: z
    .array(z.object({ name: z.string().min(1), content: z.string().min(1), audience: z.string().min(1) }))
    .min(1)
    .max(20)
    .optional()
    .describe("What it writes, shows or plays, in its own words; by default, a channel's usual genres"),
  approval: Approval.default({ mode: "instant" }),
  requiresKey: z
    .string()
    .min(1)
    .max(255)
    .nullable()
    .default(null)
    .describe("The API key it accepts; null accepts anybody"),
  creativeRules: CreativeRules.prefault({}),
  chaos: Chaos.prefault({}),
});

export type Approval = z.infer<typeof Approval>;
export type Simulation = z.infer<typeof Simulation>;
/** A simulation as it may be written down: what has a default may be left out. */
export type SimulationInput = z.input<typeof Simulation>;
