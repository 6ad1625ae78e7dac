import { type Chip, type ChipKind, idOf, lexicon, lineOf } from "../../../ground/brief/index.ts";
import { CHANNELS, canonicalChannel } from "../../../ground/channels/channel.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";

/** A chip as a caller sends it. */
export interface SaidChip {
  readonly kind: ChipKind;
  readonly value: string;
  readonly concept?: string | undefined;
  readonly negated?: boolean | undefined;
  readonly certainty?: number | undefined;
  readonly currency?: string | undefined;
}

const MEANINGS = ["topic", "audience", "season", "format", "property", "region", "language"] as const;

/** The caller's value instead of the reading's: with the highest certainty, unless the caller states less. */
export function correctedChip(said: SaidChip, field: string): Chip {
  const { kind, negated = false, certainty = 1, currency } = said;
  const { value, concept } = meaningOf(said, field);
  return { kind, value, concept, negated, span: null, certainty, ...(currency !== undefined && { currency }) };
}

function meaningOf({ kind, value, concept }: SaidChip, field: string): Pick<Chip, "value" | "concept"> {
  if (kind === "channel") {
    const channel = canonicalChannel(value);
    if (!(CHANNELS as readonly string[]).includes(channel)) throw wrong(field, `"${value}" is not an AdCP channel`);
    return { value: channel, concept: channel };
  }
  if (kind === "country") {
    const code = value.toUpperCase();
    if (!lineOf("country", code)) throw wrong(field, `"${value}" is not a two-letter ISO 3166 country code`);
    return { value: code, concept: code };
  }
  if (kind === "maxCpm" || kind === "budget") {
    if (!/^\d{1,12}(\.\d{1,4})?$/.test(value)) throw wrong(field, `"${value}" is not an amount, such as "12.50"`);
    return { value, concept: kind };
  }
  const meaning = (MEANINGS as readonly string[]).includes(kind) ? conceptOf(kind, concept ?? value) : value;
  if (meaning === undefined)
    throw wrong(field, `"${concept ?? value}" is no ${kind} that is known here: send what a reading named`);
  const line = lineOf(kind as "topic", meaning);
  return { value: line?.taxonomyId ?? meaning, concept: meaning };
}

/** By our own name, by the taxonomy's id, or by what it is called in English. */
function conceptOf(kind: string, said: string): string | undefined {
  const lexiconKind = kind === "region" ? "city" : (kind as "topic");
  const known = [...lexicon().lines.values()].filter((line) => line.kind === lexiconKind);
  const named = known.find(({ id }) => id === said) ?? known.find(({ taxonomyId }) => taxonomyId === said);
  return named?.id ?? idOf(lexiconKind, said);
}

function wrong(field: string, message: string): Invalid {
  return new Invalid(`${field}: ${message}`, { field });
}
