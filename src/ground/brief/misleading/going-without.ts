import { lineOf, type Sense } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";
import { insteadOf, lackingIn } from "./lacking-goods.ts";

/** "People who really do not eat": the negator is at most this many tokens behind "who". */
const NEGATED = 3;
/** "Do not eat any kind of meat, fish or eggs": what they go without is at most this many behind the negator. */
const REACH = 8;
/** What ends the statement about them: "no meat, but", "no meat in podcasts". */
const ENDS = ["contrast", "sells", "seeks", "exclusive"] as const;
/** 肉を食べない人, お酒なしで過ごす方. */
const JAPANESE =
  /^(?:を|が|は|も|の|で)?[\p{Script=Han}\p{Script=Hiragana}]{0,5}?(?:ない|ません|なしで[\p{Script=Han}\p{Script=Hiragana}]{1,4})(?:人|方|世帯|家庭|層|女性|男性|若者|家族)/u;

interface Page {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly mentions: Mentions;
}

/** A statement of what some people do not eat, own or do. */
interface Statement {
  readonly negators: ReadonlySet<Mention>;
  readonly lacked: readonly Mention[];
}

/**
 * "People who eat no meat", "households without a car": these words refuse nothing, but say who the people are. What they go
 * without is read as what they want instead, if the lexicon knows it (`!instead`); anything else stays as it is.
 */
export function withReplacements(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const page = { text, tokens, mentions };
  const statements = [...inWords(page), ...inJapanese(page)];
  const goods = lackingIn(page);
  if (statements.length + goods.length === 0) return mentions;
  const negators = new Set([...statements, ...goods].flatMap((statement) => [...statement.negators]));
  const lacked = new Set(statements.flatMap((statement) => statement.lacked));
  const lackedByGoods = new Set(goods.flatMap((one) => one.lacked));
  return {
    ...mentions,
    content: mentions.content.map((one) => {
      if (lacked.has(one)) return replaced(one);
      return lackedByGoods.has(one) ? { ...one, senses: insteadOf(one), isReplaced: true as const } : one;
    }),
    scope: mentions.scope.filter((one) => !negators.has(one)),
  };
}

function replaced(mention: Mention): Mention {
  const ids = new Set(mention.senses.flatMap(replacementsOf));
  const senses = Array.from(ids, (id): Sense => ({ kind: "topic", id, isHint: false }));
  return { ...mention, senses, isReplaced: true };
}

function replacementsOf({ kind, id }: Sense): readonly string[] {
  return lineOf(kind, id)?.replacements ?? [];
}

function isReplaceable({ senses }: Mention): boolean {
  return senses.some((sense) => replacementsOf(sense).length > 0);
}

function inWords({ tokens, mentions }: Page): Statement[] {
  const scopeAt = Map.groupBy(mentions.scope, ({ from }) => from);
  const contentAt = Map.groupBy(mentions.content, ({ from }) => from);
  const isAt = (index: number, id: string) => scopeAt.get(index)?.find((one) => has(one, "scope", id));
  const people = [...mentions.scope.filter((one) => has(one, "scope", "people")), ...mentions.content.filter(isPeople)];
  const starts = [...people.flatMap(behindPeople), ...mentions.scope.filter(isWho).map(({ to }) => to)];
  return starts.flatMap((start) => statementFrom(start) ?? []);

  /** Where "who" ends that follows people, or where "without" begins. */
  function behindPeople({ to }: Mention): number[] {
    const at = tokens[to]?.text === "," ? to + 1 : to;
    const relative = isAt(at, "relative");
    if (relative) return [relative.to];
    return isAt(to, "without") || isAt(at, "other-than") ? [at] : [];
  }

  function statementFrom(start: number): Statement | undefined {
    const isNegated = (index: number) => (scopeAt.get(index) ?? []).some(isNegative);
    const first = range(start, start + NEGATED).find((index) => tokens[index]?.kind === "break" || isNegated(index));
    if (first === undefined || !isNegated(first)) return undefined;
    const negators = new Set<Mention>();
    const lacked: Mention[] = [];
    for (let index = first; index < first + REACH; index++) {
      const token = tokens[index];
      const isEnd = ENDS.some((id) => isAt(index, id)) && !isNegated(index);
      if (!token || isEnd || (token.kind === "break" && !isListing(index))) break;
      for (const one of scopeAt.get(index) ?? []) if (isNegative(one)) negators.add(one);
      lacked.push(...(contentAt.get(index) ?? []).filter(isReplaceable));
    }
    return lacked.length > 0 ? { negators, lacked } : undefined;
  }

  /** "No meat, fish or eggs": a list of such things goes on behind a comma. */
  function isListing(index: number): boolean {
    const next = contentAt.get(index + 1) ?? [];
    return tokens[index]?.text === "," && next.some(isReplaceable);
  }
}

const NEGATORS = ["lacks", "negator", "none", "nor", "without", "never", "other-than"] as const;

function isNegative(one: Mention): boolean {
  return NEGATORS.some((id) => has(one, "scope", id));
}

/** "Those who", "reach people who": not "find". */
function isWho(one: Mention): boolean {
  return has(one, "scope", "those-who") || (has(one, "scope", "seeks") && one.to - one.from > 1);
}

function isPeople({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === "audience");
}

/** In Japanese the people come last, and "not" before them. */
function inJapanese({ text, mentions }: Page): Statement[] {
  return mentions.content.flatMap((one): Statement[] => {
    const behind = JAPANESE.exec(text.slice(one.end, one.end + LONGEST));
    if (!behind || !isReplaceable(one)) return [];
    const end = one.end + behind[0].length;
    const inside = mentions.scope.filter((little) => little.start >= one.end && little.end <= end);
    return [{ negators: new Set(inside.filter(isNegative)), lacked: [one] }];
  });
}

/** No ending of `JAPANESE` is further on. */
const LONGEST = 16;

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
