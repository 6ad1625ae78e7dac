import { type Chip, isFirm, labelOf } from "../brief/index.ts";
import { lazily } from "../caches/index.ts";
import { nameOfChannel } from "../channels/channel.ts";
import type { Fit } from "./fit.ts";
import { keyOf } from "./meanings.ts";
import { type Offer, readOffer } from "./offer-reading.ts";
import { HOW, type How } from "./order.ts";
import { type Covers, NOBODY, type Unit } from "./units.ts";

const countries = lazily(() => new Intl.DisplayNames("en", { type: "region" }));
const names = new Map<string, string>();
const MOST_NAMED = 3;
const MOST_COUNTRIES = 3;
/** From here on a product has what is requested; below, something close. */
const HAS = 0.6;
const NEAR = 0.2;

/** Why products are ranked as they are, according to the reading: what is requested, and what the product is. */
export interface Reasons {
  why(fit: Fit, covers: Covers | null, offer: Offer, how: How): string;
  /** What a product has of the brief, in the brief's words. */
  terms(covers: Covers): readonly string[];
}

export function reasonsFor(units: readonly Unit[], chips: readonly Chip[]): Reasons {
  const asked = units.filter(({ kind }) => kind !== "word");
  const demanded = demandedBy(chips);
  // "Screens in France for Christmas": an occasion says when, and no product need be about it.
  const isOnlyWhen = demanded !== "" && asked.length > 0 && asked.every(({ kind }) => kind === "season");
  const subjects = asked.length > 0 || demanded === "" ? namesOf(asked.length > 0 ? asked : units) : demanded;
  const wants = isOnlyWhen ? `${demanded} for ${subjects}` : subjects;
  const unstated = unstatedFor(chips);
  const about = remembered(nearnessOf, (covers) => aboutWhat(units, covers));
  const nothing = `Asks for ${wants}: nothing here says that this is about it.`;
  return {
    terms: remembered(
      ({ shares }) => patternOf(shares, NEAR),
      ({ shares }) => [
        // The same words may have several meanings.
        ...new Set(units.flatMap(({ said }, index) => ((shares[index] ?? 0) > NEAR ? [said] : []))),
      ],
    ),
    why(fit, covers, offer, how) {
      if (units.length === 0) return `Asks for ${demanded || "no subject"}: this is ${thing(offer)}${unstated(offer)}.`;
      if (fit === "none" || !covers) return nothing;
      const subject = about(covers);
      const said = how === HOW.inPassing ? subject?.replace(ABOUT, MENTIONS)?.concat(PASSING) : subject;
      const other = () => (how === HOW.byModel ? MODEL_ALONE : isOnlyWhen ? "" : otherwise(offer));
      return `Asks for ${wants}: this is ${thing(offer)}${said ?? other()}${unstated(offer)}.`;
    },
  };
}

/** "Podcast in Germany": a brief's requirements in addition to a subject. */
function demandedBy(chips: readonly Chip[]): string {
  const of = (kind: Chip["kind"]) => chips.filter((chip) => chip.kind === kind && !chip.negated && isFirm(chip));
  const media = of("channel").map(({ value }) => nameOfChannel(value));
  const formats = of("format").map(({ concept }) => labelOf("format", concept));
  const places = of("country").map(({ value }) => nameOf(value));
  const where = places.length > MOST_COUNTRIES ? `${places.length} countries` : listed(places);
  const what = listed([...new Set(media.length > 0 ? media : formats)].slice(0, MOST_NAMED));
  if (where === "") return what;
  return `${what || "anything"} in ${where}`;
}

/** What is demanded and a product does not state: it was not removed, because it may well fit. */
function unstatedFor(chips: readonly Chip[]): (offer: Offer) => string {
  const isAsked = (kind: Chip["kind"]) => chips.some((chip) => chip.kind === kind && isFirm(chip));
  const [channel, country, price] = [isAsked("channel"), isAsked("country"), isAsked("maxCpm")];
  const property = isAsked("property");
  if (!channel && !country && !price && !property) return () => "";
  return (offer) => {
    const { product } = offer;
    const missing = [
      ...(channel && product.channels.length === 0 ? ["channel"] : []),
      ...(country && product.countries.length === 0 ? ["countries"] : []),
      ...(price && product.pricingOptions.every(({ fixedPrice, floorPrice }) => (fixedPrice ?? floorPrice) === null)
        ? ["price"]
        : []),
      ...(property && readOffer(offer).properties.size === 0 ? ["types of property"] : []),
    ];
    return missing.length === 0 ? "" : `; it does not state its ${listed(missing)}`;
  };
}

const ABOUT = " about ";
const MENTIONS = " that mentions ";
const PASSING = " in passing";
const MODEL_ALONE = " whose text a model finds near in meaning";
const FOR_ALL = " for a broad audience";
const OF_ANOTHER_SUBJECT = " about something else, in a medium for many";

function otherwise(offer: Offer): string {
  return readOffer(offer).isOfSubject ? OF_ANOTHER_SUBJECT : FOR_ALL;
}

/** Undefined if it is about none of it. */
function aboutWhat(units: readonly Unit[], { shares, by }: Covers): string | undefined {
  const whole = units.filter((_, index) => (shares[index] ?? 0) >= HAS);
  if (whole.length > 0) return ABOUT + namesOf(whole);
  const near = units.flatMap(({ label }, index) => {
    const meaning = by[index] ?? NOBODY;
    return (shares[index] ?? 0) >= NEAR && meaning !== NOBODY ? [{ subject: subjectOf(keyOf(meaning)), label }] : [];
  });
  return near.length > 0 ? ABOUT + listed(parts(near.slice(0, MOST_NAMED))) : undefined;
}

/** "coffee, among other things", "travel, which is near travel insurance and couple". */
function parts(near: readonly { readonly subject: string; readonly label: string }[]): string[] {
  const [same, others] = [near.filter(isTheSame), near.filter((one) => !isTheSame(one))];
  const own = [...new Set(same.map(({ label }) => label))];
  const beside = [...Map.groupBy(others, ({ subject }) => subject)].map(
    ([subject, of]) => `${subject}, which is near ${listed([...new Set(of.map(({ label }) => label))])}`,
  );
  return [...(own.length > 0 ? [`${listed(own)}, among other things${beside.length > 0 ? "," : ""}`] : []), ...beside];
}

function isTheSame({ subject, label }: { readonly subject: string; readonly label: string }): boolean {
  return subject === label;
}

/** Many products have the same of a brief: what is said of it is put together once. */
function remembered<Said>(patternOf: (covers: Covers) => string, say: (covers: Covers) => Said) {
  const known = new Map<string, Said>();
  return (covers: Covers): Said => {
    const pattern = patternOf(covers);
    const said = known.get(pattern);
    if (said !== undefined || known.has(pattern)) return said as Said;
    const fresh = say(covers);
    known.set(pattern, fresh);
    return fresh;
  };
}

/** Which units are met by more than a share. */
function patternOf(shares: Float64Array, least: number): string {
  let pattern = "";
  for (const share of shares) pattern += share > least ? "1" : "0";
  return pattern;
}

/** All on which `aboutWhat` depends. */
function nearnessOf({ shares, by }: Covers): string {
  let [whole, near] = ["", ""];
  for (let index = 0; index < shares.length; index++) {
    const share = shares[index] ?? 0;
    if (share >= HAS) whole += `${index} `;
    else if (whole === "" && share >= NEAR) near += `${index}:${by[index] ?? NOBODY} `;
  }
  return whole === "" ? near : `w${whole}`;
}

function namesOf(units: readonly Unit[]): string {
  return listed([...new Set(units.map(({ label }) => label))].slice(0, MOST_NAMED));
}

function subjectOf(key: string): string {
  const [kind = "topic", id = ""] = key.split(":");
  return labelOf(kind as "topic", id);
}

/** In a large market many are the same. */
const things = new Map<string, string>();
const MOST_THINGS = 5_000;

/** "podcast in Germany": what the product is, regardless of its subject. */
function thing({ product }: Offer): string {
  const key = `${product.channels.join()}|${product.countries.join()}`;
  const known = things.get(key);
  if (known !== undefined) return known;
  if (things.size >= MOST_THINGS) things.clear();
  const named = nameThing(product);
  things.set(key, named);
  return named;
}

function nameThing(product: Offer["product"]): string {
  const channels = product.channels.map(nameOfChannel);
  const medium = channels.length > 0 ? listed(channels.slice(0, MOST_NAMED)) : "inventory";
  const places = product.countries.slice(0, MOST_COUNTRIES).map((code) => nameOf(code));
  const where = product.countries.length > MOST_COUNTRIES ? `${product.countries.length} countries` : listed(places);
  return where === "" ? medium : `${medium} in ${where}`;
}

/** ISO codes have two letters; other values are unchanged. */
function nameOf(code: string): string {
  const known = names.get(code);
  if (known !== undefined || !/^[A-Z]{2}$/.test(code)) return known ?? code;
  const name = countries().of(code) ?? code;
  names.set(code, name);
  return name;
}

/** "a, b and c"; `Intl.ListFormat` takes longer than all the rest of a ranking. */
function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
