import type { Chip } from "../chip.ts";
import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";

const POINTS: ReadonlySet<string> = new Set(["south", "north", "east", "west"]);

/** "South of Lyon" is no part of a country. */
const OF = /^\s(?:of|von|de|du|del|di|da|van|od)\s/i;

/** "Germany, but not in the south": a bare point of the compass is a part of the only country that a brief names. */
export function located(chips: readonly Chip[], text: string): Chip[] {
  if (!chips.some(isPoint)) return [...chips];
  const countries = chips.filter(({ kind, negated }) => kind === "country" && !negated).map(({ value }) => value);
  const [only, ...others] = new Set(countries);
  return chips.flatMap((chip) => {
    if (!isPoint(chip)) return [chip];
    const part = `${chip.concept}-${only?.toLowerCase()}`;
    const isPart = others.length === 0 && lineOf("city", part) && !OF.test(text.slice(chip.span?.end));
    return isPart ? [{ ...chip, value: part, concept: part }] : [];
  });
}

function isPoint({ kind, concept }: Chip): boolean {
  return kind === "region" && POINTS.has(concept);
}

/** What is then said of a place is no demand: it may be part of the subject. */
const ANYWHERE = 0.4;
/** "Any country in Europe". */
const WITHIN = 16;

/** "Flats in Dubai for investors, any country": who says that the country does not matter demands none. */
export function unlessAnywhere(chips: readonly Chip[], { scope, content }: Mentions): Chip[] {
  const places = content.filter(({ senses }) => senses.some(({ kind }) => kind === "region" || kind === "country"));
  const isAnywhere = scope.some(
    (one) =>
      has(one, "scope", "any-place") && !places.some(({ start }) => start >= one.start && start - one.end < WITHIN),
  );
  if (!isAnywhere) return [...chips];
  return chips.map((chip) =>
    chip.kind === "country" && !chip.negated && !chip.exclusive
      ? { ...chip, certainty: Math.round(chip.certainty * ANYWHERE * 100) / 100 }
      : chip,
  );
}

/** "Radio, posters, whatever you have": what is then named of channels are examples, except one that alone is wanted. */
export function unlessAnyMedium(chips: readonly Chip[], { scope }: Mentions): Chip[] {
  const isLeftOpen = (one: Mention) => has(one, "scope", "undecided") && scope.some((label) => isLabelOf(label, one));
  if (!scope.some((one) => has(one, "scope", "any-medium") || isLeftOpen(one))) return [...chips];
  return chips.map((chip) =>
    (chip.kind === "channel" || chip.kind === "property") && !chip.negated && !chip.exclusive
      ? { ...chip, certainty: Math.round(chip.certainty * ANYWHERE * 100) / 100 }
      : chip,
  );
}

/** "Media: to be decided". */
function isLabelOf(label: Mention, { from }: Mention): boolean {
  return has(label, "scope", "medium-label") && from - label.to >= 1 && from - label.to <= LABELLED;
}

/** In tokens, with the colon. */
const LABELLED = 2;

/** "Munster and Connacht": of places with one name, the one in a country that the brief names as well is meant. */
export function unambiguous(chips: readonly Chip[]): Chip[] {
  const placed = chips.filter(({ kind, negated, span }) => kind === "country" && !negated && span);
  const isElsewhere = (chip: Chip) =>
    placed.some(({ value, span }) => value === chip.value && span?.start !== chip.span?.start);
  // "Munster, Ireland" is no city in Westphalia either.
  const isOfNamesake = ({ kind, negated, span, concept }: Chip) => {
    if (kind !== "region" || negated || !span) return false;
    const there = placed.filter((one) => one.span?.start === span.start);
    const values = lineOf("city", concept)?.values ?? [];
    const isNamed = (value: string) => isElsewhere({ ...there[0], value, span } as Chip);
    return there.length > 1 && values.length > 0 && !values.some(isNamed) && there.some(({ value }) => isNamed(value));
  };
  return chips.filter((chip) => {
    if (isOfNamesake(chip)) return false;
    if (chip.kind !== "country" || chip.negated || !chip.span || isElsewhere(chip)) return true;
    const namesakes = placed.filter(
      ({ span, concept }) => span?.start === chip.span?.start && concept !== chip.concept,
    );
    return !namesakes.some(isElsewhere);
  });
}
