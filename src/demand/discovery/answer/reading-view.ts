import { z } from "zod";
import { type BriefReading, type Chip, isFirm, LANGUAGES, labelOf } from "../../../ground/brief/index.ts";
import { lazily } from "../../../ground/caches/index.ts";
import { inShort } from "../../../ground/refining/index.ts";
import type { Discovery, Versions } from "../discovery.ts";
import { rankedIn } from "../discovery.ts";
import { DEFAULT_CHANNELS } from "../search/default-channels.ts";

const ChipView = z
  .object({
    kind: z.string(),
    value: z
      .string()
      .describe(
        "AdCP's channel, ISO 3166's country, ISO 639's language, IAB Content 3.1's topic, an amount, or a name of our own",
      ),
    concept: z.string().describe("Our own name for it, if it is finer than the taxonomy's"),
    label: z.string().describe("What people call it: online video, Germany, at most 20 EUR per mille"),
    negated: z.boolean().describe("Whether the brief excludes it"),
    span: z.object({ start: z.int(), end: z.int() }).optional().describe("Its position in the brief, in characters"),
    certainty: z.number().min(0).max(1),
    effect: z
      .enum(["filters", "ranks", "none"])
      .describe("Whether it filters products, ranks them, or is only reported"),
    currency: z.string().optional(),
  })
  .meta({ id: "BriefChip" });

export const ReadingView = z.object({
  languages: z.array(z.string()),
  chips: z.array(ChipView).describe("Send them back as `chips`, corrected, to change what was understood"),
  unknownWords: z
    .array(z.string())
    .describe("Words of the brief that are not known here: they only match products that contain them"),
  note: z.string().optional().describe("If most of its words are unknown, for example because of its language"),
  versions: z.object({ reading: z.string(), ranking: z.string(), model: z.string().nullable() }).optional(),
});

export const DefaultView = z.object({
  filter: z.string(),
  values: z.array(z.string()),
  hidden: z.int().describe("How many products it removed"),
  message: z.string(),
});

export const RankedView = z.object({
  rank: z.int(),
  productId: z.string(),
  salesAgentId: z.string(),
  groupId: z.string(),
  name: z.string(),
  score: z.number().optional(),
  fit: z.string().optional(),
});

export function readingView(
  { languages, chips, terms }: BriefReading,
  versions: Versions | undefined,
  brief = "",
): z.input<typeof ReadingView> {
  const unknown = terms.filter(({ isKnown, isRefused }) => !isKnown && !isRefused).map(({ word }) => word);
  const isMostlyUnknown = unknown.length >= LEAST_UNKNOWN && unknown.length > terms.length / 2;
  return {
    languages: [...languages],
    chips: chips.map((chip) => chipView(chip, brief)),
    unknownWords: [...new Set(unknown)],
    ...(isMostlyUnknown && { note: `most words of the brief are unknown here: briefs are read in ${readLanguages()}` }),
    ...(versions && { versions }),
  };
}

/** Of fewer unknown words, most may be names. */
const LEAST_UNKNOWN = 3;

/** In English, as all messages of the API. */
function readLanguages(): string {
  return inOneList().format(LANGUAGES.map((language) => languageNames().of(language) ?? language));
}

const languageNames = lazily(() => new Intl.DisplayNames("en", { type: "language" }));
const inOneList = lazily(() => new Intl.ListFormat("en", { type: "conjunction" }));

const FILTERING = new Set<Chip["kind"]>(["channel", "country", "language", "property", "maxCpm"]);
const RANKING = new Set<Chip["kind"]>([...FILTERING, "topic", "audience", "season", "region", "format", "cheap"]);

function chipView(chip: Chip, brief: string): z.input<typeof ChipView> {
  const { kind, value, concept, negated, span, certainty, currency } = chip;
  return {
    kind,
    value,
    concept,
    label: kind === "region" ? regionOf(chip, brief) : inShort({ ...chip, negated: false }),
    negated,
    ...(span && { span }),
    certainty,
    effect: effectOf(chip),
    ...(currency !== undefined && { currency }),
  };
}

function regionOf({ concept, span }: Chip, brief: string): string {
  return labelOf("city", concept, span ? brief.slice(span.start, span.end) : "");
}

function effectOf(chip: Chip): "filters" | "ranks" | "none" {
  const { kind, negated, exclusive } = chip;
  if (negated && (kind === "topic" || kind === "audience" || kind === "season")) return "filters";
  if (isFirm(chip) && (FILTERING.has(kind) || (kind === "format" && (negated || exclusive)))) return "filters";
  return RANKING.has(kind) && !(kind === "maxCpm" && negated) ? "ranks" : "none";
}

/** Defaults that removed products. They come first, because nobody requested them. */
export function defaultsView({ diagnostics }: Discovery): z.input<typeof DefaultView>[] {
  return diagnostics.removed
    .filter(({ because }) => because === "default")
    .map(({ filter, products, instead }) => ({
      filter,
      values: [...DEFAULT_CHANNELS],
      hidden: products,
      message: `Without channels a search is for ${DEFAULT_CHANNELS.join(", ")}, and for what fits the brief in others: ${products} ${products === 1 ? "product" : "products"} in ${instead.join(", ")} ${products === 1 ? "is" : "are"} hidden. Send channels, or an empty list for all of them.`,
    }));
}

/** More than anybody pages through; the groups have the rest. */
export const MOST_RANKED = 500;

/** What is about something else is in its group, behind what fits, and is no answer to the brief. */
export function rankingView({ groups }: Discovery): z.input<typeof RankedView>[] {
  return rankedIn(groups)
    .filter(({ found: { relevance } }) => relevance?.fit !== "none")
    .slice(0, MOST_RANKED)
    .map(({ found: { product, relevance }, seller }, index) => ({
      rank: index + 1,
      productId: product.productId,
      salesAgentId: seller.salesAgentId,
      groupId: seller.groupId,
      name: product.name,
      ...(relevance && { score: relevance.score, fit: relevance.fit ?? "none" }),
    }));
}
