import { type Chip, type ChipKind, isFirm } from "../brief/index.ts";

/** A refinement in words, as it was understood, and what it does to what was wanted before it. */
export interface Ask {
  readonly ask: string;
  readonly chips: readonly Chip[];
  /** Whether what it wants adds to what was wanted of its kind, or replaces it; else it is wanted beside. */
  readonly joins?: "adds" | "replaces";
  /** Kinds of which nothing is wanted or refused any more. */
  readonly lifts?: readonly ChipKind[];
  /** What it takes back of what was wanted: "change podcasts to display". */
  readonly takesBack?: readonly Meaning[];
  /** Products that are left out from now on. */
  readonly omits?: readonly { readonly salesAgentId: string; readonly productId: string }[];
  /** Of what is shown, only what fits at least so well. */
  readonly least?: "strong";
  /** Of what is shown, only the first so many. */
  readonly most?: number;
  /** The list is whole again. */
  readonly isUncut?: true;
  /** What the list is ordered by. */
  readonly order?: "price" | "relevance";
  /** It begins anew, with this as the brief. */
  readonly brief?: string;
  /** Sellers by their agents' ids; with none in either, all of them again. */
  readonly sellers?: SellersAsked;
}

/** Of sellers: nobody else, these as well, and not these. */
export interface SellersAsked {
  readonly only: readonly string[];
  readonly also: readonly string[];
  readonly without: readonly string[];
}

/** Asking for more of something, or for it too where nothing was restricted, excludes nothing. */
export const MORE = 0.5;
/** Of what is asked for plainly. */
export const PLAIN = 0.9;
/** There is one of each. */
const AMOUNTS: ReadonlySet<ChipKind> = new Set(["maxCpm", "budget"]);
const LIMITING: ReadonlySet<ChipKind> = new Set(["channel", "format", "property", "country", "region", "language"]);

/** What replaces one another: who wants video instead of podcasts, or summer instead of May. */
const GROUPS: readonly (readonly ChipKind[])[] = [
  ["channel", "format", "property"],
  ["season", "date"],
];

/** What is wanted and refused once this was asked as well. */
export function withAsk(known: readonly Chip[], ask: Ask): readonly Chip[] {
  const { lifts = [], takesBack = [] } = ask;
  const open = known.filter(
    (chip) => !lifts.includes(chip.kind) && !takesBack.some((one) => isSame(one, chip) && !chip.negated),
  );
  const asked =
    ask.joins === "adds"
      ? added(
          known.filter(({ kind }) => !lifts.includes(kind)),
          ask.chips,
        )
      : ask.chips;
  const replaced = replacedKinds(ask);
  const isGone = (chip: Chip) =>
    ask.chips.some((one) => isSame(one, chip) || (AMOUNTS.has(chip.kind) && one.kind === chip.kind)) ||
    (!chip.negated && replaced.has(chip.kind));
  return [...open.filter((chip) => !isGone(chip)), ...asked];
}

type Meaning = Pick<Chip, "kind" | "value" | "concept">;

/** Words of several kinds may mean the same medium or country; our topics are finer than the taxonomy's. */
export function isSame(one: Meaning, other: Meaning): boolean {
  if (one.kind !== other.kind) return false;
  return CODED.has(one.kind) ? one.value === other.value : one.concept === other.concept;
}

const CODED: ReadonlySet<ChipKind> = new Set(["channel", "country", "language", "property"]);

/** "Only podcasts" and "podcasts instead" end what was wanted of media before. */
function replacedKinds({ chips, joins }: Ask): ReadonlySet<ChipKind> {
  const wanted = chips.filter(({ negated }) => !negated);
  const alone = new Set(wanted.filter(({ exclusive }) => exclusive).map(({ kind }) => kind));
  if (joins !== "replaces") return alone;
  for (const { kind } of wanted)
    for (const one of GROUPS.find((group) => group.includes(kind)) ?? [kind]) alone.add(one);
  // A country instead of another leaves none of its cities, and a city instead of another may be in the same country.
  return alone.has("country") ? alone.add("region") : alone;
}

/** "Display too": where media are restricted they now include it; where it was refused it no longer is; else it is preferred. */
function added(known: readonly Chip[], chips: readonly Chip[]): Chip[] {
  return chips.flatMap((chip) => {
    if (chip.negated || chip.exclusive || AMOUNTS.has(chip.kind)) return [chip];
    if (known.some((one) => one.negated && isSame(one, chip)) && !isRestricted(known, chip.kind)) return [];
    if (!LIMITING.has(chip.kind)) return [chip];
    const certainty = isRestricted(known, chip.kind) ? Math.max(chip.certainty, PLAIN) : Math.min(chip.certainty, MORE);
    return [{ ...chip, certainty }];
  });
}

function isRestricted(known: readonly Chip[], kind: ChipKind): boolean {
  return known.some((one) => one.kind === kind && isDemanded(one));
}

export function isDemanded(chip: Chip): boolean {
  return !chip.negated && isFirm(chip);
}
