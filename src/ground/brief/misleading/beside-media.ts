import type { Sense } from "../lexicon/sense.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

/** Beside a medium these say what is done with it, or where it is: "book display", "podcasts boeken", "radio locali". */
const SAID_OF_MEDIA: ReadonlySet<string> = new Set(
  "book booking books boeken boekt geboekt buchen lokale lokalen lokaler lokales locali locale locaux locales lokalne lokalnych".split(
    " ",
  ),
);
const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience"]);

/** "Mercato Italia" is no transfer of players, and "mercado: Portugal" no supermarket. */
const SAID_OF_PLACES: ReadonlySet<string> = new Set(["mercato", "mercati", "mercado", "mercados"]);

/** Without what a word would be about, were it not said of a medium or a place. */
export function withoutWordsOfMedia(tokens: readonly Token[], mentions: Mentions): Mentions {
  const { content } = mentions;
  const isMedium = ({ senses }: Mention) => senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
  const isCountry = ({ senses }: Mention) => senses.some(({ kind, isHint }) => kind === "country" && !isHint);
  const media = content.filter(isMedium);
  const isSaid = (one: Mention) => {
    const plain = tokens[one.from]?.plain ?? "";
    if (one.to - one.from > 1 || !one.senses.every(({ kind }) => SUBJECTS.has(kind))) return false;
    if (SAID_OF_MEDIA.has(plain)) return media.some((medium) => medium.from === one.to || medium.to === one.from);
    if (!SAID_OF_PLACES.has(plain)) return false;
    const place = tokens[one.to]?.text.startsWith(":") ? one.to + 1 : one.to;
    return content.some((other) => other.from === place && isCountry(other));
  };
  const kept = content.filter((one) => !isSaid(one));
  return kept.length === content.length ? mentions : { ...mentions, content: kept };
}

/** Posters to planners, and hiking to others: the medium in a list of media, or where it says where. */
const OUTDOOR = "outdoor";
/** Here it is the hobby. */
const HOBBY_IN: ReadonlySet<string> = new Set(["de", "ja", "ar"]);
const BEHIND: ReadonlySet<string> = new Set(
  "and or plus in across for only und y e et en i o ou oraz sur em no na w su a op binnen".split(" "),
);
const MEDIA_OF: ReadonlyMap<string, Sense> = new Map([
  [OUTDOOR, { kind: "channel", id: "ooh-all", isHint: false }],
  ["google", { kind: "channel", id: "search", isHint: false }],
  ...["suche", "busca", "pesquisa", "ricerca", "recherche"].map(
    (word) => [word, { kind: "channel", id: "search", isHint: false }] as const,
  ),
]);

/** "Social and outdoor in Manchester", "Google und Instagram": media by words that mean others alone. */
export function withListedMedia(tokens: readonly Token[], mentions: Mentions): Mentions {
  const { content, scope, languages } = mentions;
  const found = tokens.flatMap((token, index): Mention[] => {
    const sense = MEDIA_OF.get(token.plain);
    if (token.kind !== "word" || !sense || (token.plain === OUTDOOR && HOBBY_IN.has(languages[0] ?? "en"))) return [];
    const known = content.filter(({ from, to }) => from <= index && index < to);
    if (known.some((one) => one.to - one.from > 1 || has(one, "channel"))) return [];
    const { start, end } = token;
    const mention = { start, end, from: index, to: index + 1, senses: [sense], certainty: CERTAINTY.word };
    const isMedium = () => isLocated(mention, content, scope) || isRefusedAlone(mention, tokens, scope);
    return isListed(mention, tokens, content) || (token.plain === OUTDOOR && isMedium()) ? [mention] : [];
  });
  if (found.length === 0) return mentions;
  const isOther = ({ from }: Mention) => !found.some((one) => one.from === from);
  return { ...mentions, content: [...content.filter(isOther), ...found].sort((a, b) => a.start - b.start) };
}

function isListed(one: Mention, tokens: readonly Token[], content: readonly Mention[]): boolean {
  const next = tokens[one.to];
  // "Podcasts, outdoor gear".
  if (next && next.kind !== "break" && !BEHIND.has(next.plain)) return false;
  return content.some(
    (other) => other.senses.some(({ kind, isHint }) => kind === "channel" && !isHint) && areJoined(one, other, tokens),
  );
}

function isLocated(one: Mention, content: readonly Mention[], scope: readonly Mention[]): boolean {
  const where = scope.find(({ from, senses }) => from === one.to && senses.some(({ id }) => id === "locator"));
  return (
    where !== undefined &&
    content.some((other) => other.from === where.to && (has(other, "city") || has(other, "country")))
  );
}

/** "No more outdoor", "outdoor is out": nothing else is said that would be about a hobby. */
function isRefusedAlone(one: Mention, tokens: readonly Token[], scope: readonly Mention[]): boolean {
  const isEnd = (at: number) => tokens[at] === undefined || tokens[at]?.kind === "break";
  const refusing = (word: Mention) => REFUSING.some((id) => has(word, "scope", id));
  const isLast = isEnd(one.to) || (isEnd(one.to + 1) && scope.some(({ from }) => from === one.to));
  if (isLast && scope.some((word) => word.to === one.from && refusing(word))) return true;
  const isFirst = isEnd(one.from - 1) || (isEnd(one.from - 2) && BEHIND.has(tokens[one.from - 1]?.plain ?? ""));
  return isFirst && scope.some((word) => word.from === one.to && refusing(word));
}

const REFUSING = ["negator", "postnegator", "drops", "done-with", "rejection", "dismissal"] as const;
