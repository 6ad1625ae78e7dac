import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { CHANNELS } from "../../src/ground/channels/channel.ts";

export const CLASSES = [
  "plain",
  "negation",
  "channel",
  "geography",
  "price",
  "paraphrase",
  "typo",
  "season",
  "b2b",
  "nothing",
] as const;

export const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ar"] as const;

const Text = z.string().trim().min(1);
const Country = z.string().regex(/^[A-Z]{2}$/);
const Currency = z.string().regex(/^[A-Z]{3}$/);

export const GradedProduct = z.strictObject({
  id: z.string().regex(/^[a-hj-npq-z]\d{3}$/),
  publisher: Text,
  country: Country,
  language: z.enum(LANGUAGES),
  name: Text,
  description: Text,
  channels: z.array(z.enum(CHANNELS)).min(1),
  countries: z.array(Country).min(1),
  formats: z.array(Text).min(1),
  pricing: z.strictObject({ currency: Currency, cpm: z.number().positive(), fixed: z.boolean() }),
  categories: z.array(Text),
  audiences: z.array(Text).min(1),
  propertyNames: z.array(Text).min(1),
});
export type GradedProduct = z.infer<typeof GradedProduct>;

const named = { value: z.union([Text, z.array(Text).min(2)]), negated: z.boolean() };
const Constraint = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("maxCpm"),
    value: z.number().positive(),
    negated: z.literal(false),
    currency: Currency,
  }),
  ...(["channel", "country", "language", "topic", "format"] as const).map((kind) =>
    z.strictObject({ kind: z.literal(kind), ...named }),
  ),
]);
export type Constraint = z.infer<typeof Constraint>;

const GradedBrief = z.strictObject({
  id: Text,
  language: z.enum(LANGUAGES),
  class: z.enum(CLASSES),
  text: Text,
  constraints: z.array(Constraint),
  grades: z.record(z.string(), z.union([z.literal(1), z.literal(2), z.literal(3)])),
  nothingFits: z.boolean(),
});
export type GradedBrief = z.infer<typeof GradedBrief>;

const FOLDERS = {
  first: ".",
  second: "second",
  third: "third",
  fourth: "fourth",
  fifth: "fifth",
  sixth: "sixth",
  seventh: "seventh",
  eighth: "eighth",
  ninth: "ninth",
  tenth: "tenth",
  eleventh: "eleventh",
  twelfth: "twelfth",
  thirteenth: "thirteenth",
  fourteenth: "fourteenth",
  fifteenth: "fifteenth",
  sixteenth: "sixteenth",
  seventeenth: "seventeenth",
  eighteenth: "eighteenth",
  nineteenth: "nineteenth",
  twentieth: "twentieth",
  "twenty-first": "twenty-first",
  "twenty-second": "twenty-second",
  "twenty-third": "twenty-third",
  "twenty-fourth": "twenty-fourth",
  "twenty-fifth": "twenty-fifth",
  "twenty-sixth": "twenty-sixth",
  "twenty-seventh": "twenty-seventh",
  "twenty-eighth": "twenty-eighth",
  "twenty-ninth": "twenty-ninth",
  thirtieth: "thirtieth",
  "thirty-first": "thirty-first",
  "thirty-second": "thirty-second",
  "thirty-third": "thirty-third",
  "thirty-fourth": "thirty-fourth",
  "thirty-fifth": "thirty-fifth",
  "thirty-sixth": "thirty-sixth",
} as const;
type SetName = keyof typeof FOLDERS;

const read = (set: SetName, file: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, FOLDERS[set], file), "utf8"));

export const readProducts = (set: SetName = "first"): GradedProduct[] =>
  z.array(GradedProduct).parse(read(set, "products.json"));

/** The first set has more, as have the twelfth, the fourteenth and the sixteenth (of what nothing fits); the third and the fourth a part to check by in place of a held one, the sixth and those from the tenth a held one alone, and the eighth one to tune on alone. */
export const readBriefs = (part: "tune" | "held" | "more" | "check", set: SetName = "first"): GradedBrief[] =>
  z.array(GradedBrief).parse(read(set, `briefs-${part}.json`));

/** Those that somebody has read to see what went wrong, and that weights are learned from; those from the fourteenth on were read after that. */
export const OPENED = [
  ["first", "tune"],
  ["first", "more"],
  ["second", "tune"],
  ["third", "tune"],
  ["third", "check"],
  ["fourth", "tune"],
  ["fourth", "check"],
  ["fifth", "tune"],
  ["fifth", "held"],
  ["seventh", "tune"],
  ["seventh", "held"],
  ["eighth", "tune"],
  ["ninth", "tune"],
  ["tenth", "held"],
  ["eleventh", "held"],
  ["twelfth", "held"],
] as const;

/** Of several values one is enough. A ceiling says nothing about prices in another currency. */
export function satisfies(product: GradedProduct, constraint: Constraint): boolean {
  if (constraint.kind === "maxCpm") {
    const { currency, cpm } = product.pricing;
    return currency !== constraint.currency || cpm <= constraint.value;
  }
  const offered = {
    channel: product.channels,
    country: product.countries,
    language: [product.language],
    topic: product.categories,
    format: product.formats,
  }[constraint.kind] as string[];
  return [constraint.value].flat().some((value) => offered.includes(value)) !== constraint.negated;
}
