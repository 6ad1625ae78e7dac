import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { understand } from "../../../src/demand/discovery/reading/understand.ts";
import { CHANNELS } from "../../../src/ground/channels/channel.ts";
import { demandsOf } from "../../../src/ground/ranking/demands.ts";
import { LANGUAGES } from "../set.ts";

const negated = z.boolean();
const Demand = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("channel"), value: z.array(z.enum(CHANNELS)).min(1), negated }),
  z.strictObject({ kind: z.literal("country"), value: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1), negated }),
  z.strictObject({ kind: z.literal("language"), value: z.array(z.string().regex(/^[a-z]{2}$/)).min(1), negated }),
  // What is refused, in a word or two of English: only that something is refused is compared.
  z.strictObject({ kind: z.literal("topic"), value: z.array(z.string()).min(1), negated: z.literal(true) }),
  z.strictObject({
    kind: z.literal("maxCpm"),
    value: z.number().positive(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .nullable(),
    negated: z.literal(false),
  }),
]);

const NaturalBrief = z.strictObject({
  id: z.string(),
  language: z.enum(LANGUAGES),
  text: z.string().min(1),
  constraints: z.array(Demand),
});
export type NaturalBrief = z.infer<typeof NaturalBrief>;

/** Briefs as buyers type them, each with what it demands beyond doubt. */
export function readNatural(file: "opened" | "held"): NaturalBrief[] {
  return z.array(NaturalBrief).parse(JSON.parse(readFileSync(join(import.meta.dirname, `${file}.json`), "utf8")));
}

/** What the reading of a brief would filter by without being asked to, and what it would not filter by although it is asked to. */
export function faultsOf({ text, constraints }: NaturalBrief): string[] {
  const { open } = understand({ brief: text });
  const { channels, countries, languages, maxCpm } = demandsOf(open);
  const asked = (kind: "channel" | "country" | "language", isNegated: boolean) =>
    constraints.flatMap((one): string[] => (one.kind === kind && one.negated === isNegated ? one.value : []));
  const allowed = ({ any, none }: { any: readonly string[]; none: readonly string[] }) =>
    any.filter((one) => !none.includes(one));
  const ceiling = constraints.find((one) => one.kind === "maxCpm");
  const refused = open.chips.filter((chip) => chip.negated && (chip.kind === "topic" || chip.kind === "audience"));
  const refuses = constraints.some(({ kind }) => kind === "topic");
  return [
    ...differences("channel", asked("channel", false), allowed(channels)),
    ...differences("refused channel", asked("channel", true), channels.none),
    ...differences("country", asked("country", false), allowed(countries)),
    ...differences("refused country", asked("country", true), countries.none),
    ...differences("language", asked("language", false), languages.any),
    ...differences("ceiling", priceOf(ceiling?.value, ceiling?.currency), priceOf(maxCpm?.amount, maxCpm?.currency)),
    ...(refuses && refused.length === 0 ? ["no subject is refused"] : []),
    ...(refuses ? [] : refused.map(({ concept }) => `${concept} is refused unasked`)),
  ];
}

function priceOf(amount: number | string | undefined, currency: string | null | undefined): string[] {
  return amount === undefined ? [] : [`${Number(amount)} ${currency ?? ""}`.trim()];
}

function differences(kind: string, asked: readonly string[], read: readonly string[]): string[] {
  return [
    ...asked.filter((one) => !read.includes(one)).map((one) => `${kind} ${one} is missing`),
    ...read.filter((one) => !asked.includes(one)).map((one) => `${kind} ${one} is not asked for`),
  ];
}
