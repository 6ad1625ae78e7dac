import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";
import { areJoined } from "./joints.ts";

const PLACES: ReadonlySet<string> = new Set(["country", "region", "city"]);

/** `CTV` and `TKP` are in capitals where nothing else is. */
const LONGER_THAN_LETTERS = 5;

/**
 * Without places whose name is a word of daily life where it is one: French `eau` is water, and the Emirates only as `EAU`. A
 * text without capitals means the place where it says "in" before it, or names another beside it; and so do nouns in German,
 * which always have a capital, unless they consist of capitals (`DACH`).
 */
export function withoutHomonyms(
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): readonly Mention[] {
  const startsOf = (id: string) => new Set(scope.filter((one) => has(one, "scope", id)).map(({ start }) => start));
  const [homonyms, nouns] = [startsOf("homonym"), startsOf("homonym-noun")];
  if (content.some((one) => isLabelOfSex(one, tokens)))
    return withoutHomonyms(
      content.filter((one) => !isLabelOfSex(one, tokens)),
      scope,
      tokens,
    );
  const apt = content.filter(
    (one) =>
      !isOfTrackers(one, content, scope, tokens) &&
      !isOfFans(one, content, tokens) &&
      !isOfOffice(one, tokens) &&
      !isGivenUp(one, tokens) &&
      !isArticle(one, tokens),
  );
  if (apt.length < content.length) return withoutHomonyms(apt, scope, tokens);
  if (homonyms.size + nouns.size === 0) return content;
  const hasCapitals = tokens.some(({ isCapital, text }) => isCapital && text.length >= LONGER_THAN_LETTERS);
  const isLocated = ({ from }: Mention) => scope.some((one) => one.to === from && has(one, "scope", "locator"));
  const places = content.filter(({ senses }) => senses.some(({ kind }) => PLACES.has(kind)));
  const isListed = (one: Mention) => places.some((other) => areJoined(one, other, tokens));
  // "Display in Bath", "Bath, UK", and not "in nice surroundings" or "gardening, reading, London".
  const isMeant = (one: Mention) => {
    const isName = tokens[one.from]?.isCapital === true || isLast(one, tokens);
    const isOfSubjects = content.some(
      (other) => other.to < one.from && !places.includes(other) && areJoined(other, one, tokens),
    );
    return isName && (isLocated(one) || (isListed(one) && !isOfSubjects));
  };
  return content.flatMap((mention) => {
    const token = tokens[mention.from];
    const isNoun = nouns.has(mention.start);
    if (!(isNoun || homonyms.has(mention.start)) || mention.to - mention.from > 1) return [mention];
    const isSpelt = isNoun ? token?.isAllCapitals : hasCapitals && token?.isCapital;
    if (isNoun && isMeant(mention)) return [{ ...mention, senses: mention.senses.filter(isOfPlace) }];
    if (isSpelt || (!isNoun && !hasCapitals && (isLocated(mention) || isListed(mention)))) return [mention];
    const senses = mention.senses.filter((sense) => !isOfPlace(sense));
    return senses.length > 0 ? [{ ...mention, senses }] : [];
  });
}

/** "Sex: female". */
function isLabelOfSex(one: Mention, tokens: readonly Token[]): boolean {
  const { plain = "" } = tokens[one.from] ?? {};
  return SEXES.has(plain) && has(one, "topic", "adult-content") && tokens[one.to]?.text.startsWith(":") === true;
}

const SEXES: ReadonlySet<string> = new Set("sex sexe sexes sexo sesso seks جنس الجنس".split(" "));

/** "No cookies", where no food is named: those of browsers. */
function isOfTrackers(
  one: Mention,
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): boolean {
  if (!COOKIES.has(tokens[one.from]?.plain ?? "") || !has(one, "topic", "baking")) return false;
  const isRefused = scope.some((word) => word.to === one.from && ABSENT.some((id) => has(word, "scope", id)));
  return isRefused && content.every((other) => other === one || !FOOD.some((id) => has(other, "topic", id)));
}

const COOKIES: ReadonlySet<string> = new Set(
  "cookie cookies ciasteczka ciasteczek ciasteczkami كوكيز الكوكيز".split(" "),
);
const ABSENT = ["negator", "without", "none", "nor"] as const;
const FOOD = ["baking", "food-drink", "confectionery", "snacks", "dairy", "cooking", "healthy-eating", "meat"] as const;

/** "Formula 1 addicts": who loves something is not ill, unless it is what makes one so. */
function isOfFans(one: Mention, content: readonly Mention[], tokens: readonly Token[]): boolean {
  if (!ADDICTS.has(tokens[one.from]?.plain ?? "") || !has(one, "topic", "addiction")) return false;
  const loved = content.find((other) => other.to === one.from);
  return loved !== undefined && !ADDICTIVE.some((id) => has(loved, "topic", id));
}

const ADDICTS: ReadonlySet<string> = new Set("addict addicts junkie junkies".split(" "));
const ADDICTIVE = ["drugs", "drugs-tobacco", "alcohol", "gambling", "tobacco", "pharma", "adult-content"] as const;

/** "Stack, backlog, sprint": two weeks of work. */
function isOfOffice({ from }: Mention, tokens: readonly Token[]): boolean {
  return SPRINTS.has(tokens[from]?.plain ?? "") && tokens.some(({ plain }) => AGILE.has(plain));
}

const SPRINTS: ReadonlySet<string> = new Set("sprint sprints sprintu sprintow sprinty スプリント".split(" "));
const AGILE: ReadonlySet<string> = new Set(
  "backlog backlogs scrum kanban jira standup retro agile okr okrs".split(" "),
);

/** 「SNS疲れ」, 「テレビ離れ」: those who have had enough of it. */
function isGivenUp(one: Mention, tokens: readonly Token[]): boolean {
  if (!has(one, "channel")) return false;
  const [last, next] = [tokens[one.to - 1], tokens[one.to]];
  const token = last && one.end < last.end ? last : next;
  return token?.kind === "japanese" && GIVEN_UP.test(token.text.slice(one.end - token.start));
}

const GIVEN_UP = /^(?:疲れ|離れ|断ち|依存症|中毒)/u;

/** In a French brief with English in it, "in the UK" has no tea. */
function isArticle(one: Mention, tokens: readonly Token[]): boolean {
  if (tokens[one.from]?.text !== "the" || !has(one, "topic", "tea")) return false;
  return BEFORE_THE.has(tokens[one.from - 1]?.text ?? "");
}

const BEFORE_THE: ReadonlySet<string> = new Set("in of at for to from with by and under during across".split(" "));

function isOfPlace({ kind }: Mention["senses"][number]): boolean {
  return PLACES.has(kind);
}

function isLast({ to }: Mention, tokens: readonly Token[]): boolean {
  return tokens[to] === undefined || tokens[to].kind === "break";
}
