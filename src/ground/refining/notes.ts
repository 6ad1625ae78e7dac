import { type Chip, isFirm, labelOf } from "../brief/index.ts";
import { lazily } from "../caches/index.ts";
import { nameOfChannel } from "../channels/channel.ts";
import { type Ask, isSame, withAsk } from "./ask.ts";
import type { CalledByName } from "./names.ts";
import type { Counted } from "./positions.ts";
import type { ReadAsk, ShownProduct } from "./shown.ts";

const MOST_NAMED = 6;

interface Understood {
  /** What was wanted and refused before. */
  readonly known: readonly Chip[];
  readonly counted: Counted;
  readonly named: CalledByName;
  readonly omits: readonly ShownProduct[];
  readonly unread: readonly string[];
}

/** What was done, for people: what it was read as, what it ended, and what was not understood. */
export function inWords(
  ask: Ask,
  { known, counted, named, omits, unread }: Understood,
): NonNullable<ReadAsk["outcome"]> {
  const { chips, lifts = [] } = ask;
  const after = withAsk(known, ask);
  const isKept = (chip: Chip) => after.some((one) => isSame(one, chip));
  const ended = known.filter((chip) => !isKept(chip) && !lifts.includes(chip.kind));
  const asked = after.filter((chip) => !known.includes(chip));
  const preferred = asked.filter((chip) => PREFERABLE.has(chip.kind) && !chip.negated && !isFirm(chip));
  const like = counted.liked.map(({ name }) => `"${name}"`).join(" and ");
  const readAs = asked.filter((chip) => !preferred.includes(chip)).map(inShort);
  const sentences = [
    readAs.length > 0 ? `read as ${listed(readAs)}${like ? `, like ${like}` : ""}` : "",
    chips.length === 0 && like ? `${like} does not say what it is about` : "",
    preferred.length > 0 ? `prefers ${listed(preferred.map(inShort))}, and excludes nothing else` : "",
    ...endedIn(ended),
    lifts.length > 0 ? `no longer limits ${listed(lifts.map((kind) => LIMITS[kind] ?? kind))}` : "",
    omits.length > 0 ? `left out: ${omits.map(({ name }) => `"${name}"`).join(", ")}` : "",
    ...sellersIn(ask, named),
    ask.isUncut ? "the whole list again" : "",
    ask.order ? `ordered by ${ask.order === "price" ? "price" : "how well they fit"}` : "",
    ask.least ? "only what fits strongly" : "",
    ask.most === undefined ? "" : `only the first ${ask.most}`,
    counted.missing?.notes ?? "",
    unread.length > 0 ? `not understood: ${unread.join(", ")}` : "",
  ];
  const isPartial = unread.length > 0 || counted.missing !== undefined;
  return { status: isPartial ? "partial" : "applied", notes: sentences.filter(Boolean).join("; ") };
}

/** Where they are certain, they exclude others. */
const PREFERABLE: ReadonlySet<Chip["kind"]> = new Set(["channel", "country", "language", "property"]);

function endedIn(ended: readonly Chip[]): string[] {
  const wanted = ended.filter(({ negated }) => !negated).map(inShort);
  const refused = ended.filter(({ negated }) => negated).map((chip) => inShort({ ...chip, negated: false }));
  return [
    wanted.length > 0 ? `no longer asks for ${listed(wanted)}` : "",
    refused.length > 0 ? `no longer refuses ${listed(refused)}` : "",
  ];
}

function sellersIn({ sellers }: Ask, named: CalledByName): string[] {
  if (!sellers) return [];
  const { only, also, without } = sellers;
  if (only.length + also.length + without.length === 0) return ["from all sellers again"];
  return [
    only.length > 0 ? `only from ${listed(namesOf(named, only))}` : "",
    also.length > 0 ? `from ${listed(namesOf(named, also))} too` : "",
    without.length > 0 ? `nothing from ${listed(namesOf(named, without))}` : "",
  ];
}

const LIMITS: Readonly<Partial<Record<Chip["kind"], string>>> = {
  maxCpm: "the price",
  cheap: "the price",
  budget: "the budget",
  country: "the countries",
  region: "the countries",
  channel: "the channels",
  format: "the channels",
  property: "the channels",
};

function namesOf({ names }: CalledByName, ids: readonly string[]): string[] {
  return ids.map((id) => names.get(id) ?? id);
}

function listed(names: readonly string[]): string {
  const once = [...new Set(names)];
  const rest = once.length - MOST_NAMED;
  return rest > 1 ? `${once.slice(0, MOST_NAMED).join(", ")} and ${rest} more` : once.join(", ");
}

const regions = lazily(() => new Intl.DisplayNames("en", { type: "region" }));
const languages = lazily(() => new Intl.DisplayNames("en", { type: "language" }));

/** A chip in a few words: "podcast", "no France", "at most 20 EUR per mille". */
export function inShort(chip: Chip): string {
  const amount = `${chip.value}${chip.currency ? ` ${chip.currency}` : ""}`;
  const name =
    chip.kind === "maxCpm"
      ? `at most ${amount} per mille`
      : chip.kind === "budget"
        ? `a budget of ${amount}`
        : nameOf(chip);
  return chip.negated ? `no ${name}` : name;
}

function nameOf({ kind, value, concept }: Chip): string {
  switch (kind) {
    case "topic":
    case "audience":
    case "season":
      return labelOf(kind, concept);
    case "region":
      return labelOf("city", concept);
    case "country":
      return regions().of(value) ?? value;
    case "language":
      return languages().of(value) ?? value;
    case "channel":
      return nameOfChannel(value);
    case "cheap":
      return "cheaper";
    default:
      return value;
  }
}
