import type { Mention, Mentions } from "../mention.ts";
import { has } from "../mention.ts";
import type { Token } from "../words.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** By the word for "not", those for "only" that belong to it: "not solo travellers" are refused. */
const ONLY = new Map(
  (
    [
      ["not t dont doesnt", "only just solely merely exclusively purely simply strictly"],
      ["nicht", "nur bloß bloss ausschließlich ausschliesslich allein alleine alleinig lediglich einzig rein"],
      ["pas", "seulement uniquement exclusivement juste simplement"],
      [
        "no non",
        "solo solamente soltanto unicamente exclusivamente esclusivamente meramente simplemente semplicemente",
      ],
      ["não nao", "só so apenas somente unicamente exclusivamente meramente"],
      ["niet", "alleen enkel uitsluitend slechts louter exclusief"],
      ["nie", "tylko wyłącznie wylacznie jedynie"],
      ["لا ليس ليست لن", "فقط حصرا حصريا"],
    ] as const
  ).flatMap(([nots, onlys]) => nots.split(" ").map((not) => [not, words(onlys)] as const)),
);

/** "Wir wollen nicht | nur Display", "not just in Germany": what is wanted and more is wanted, however long the words are that refuse. */
export function withNotOnly(tokens: readonly Token[], mentions: Mentions): Mentions {
  const found = mentions.scope.flatMap((one) => affirmed(one, tokens) ?? []);
  if (found.length === 0) return mentions;
  const isWithin = (one: Mention) => found.some(({ from, to }) => one.from < to && one.to > from);
  const scope = [...mentions.scope.filter((one) => !isWithin(one)), ...found];
  return { ...mentions, scope: scope.toSorted((a, b) => a.start - b.start || a.end - b.end) };
}

function affirmed(one: Mention, tokens: readonly Token[]): Mention | undefined {
  if (!has(one, "scope", "negator")) return undefined;
  for (let at = one.from + 1; at <= one.to; at++) {
    const only = tokens[at];
    if (only?.kind !== "word" || !saysNot(one.from, at, only, tokens)) continue;
    const to = Math.max(one.to, at + 1);
    return { ...one, to, end: Math.max(one.end, only.end), senses: AFFIRMER };
  }
  return undefined;
}

function saysNot(from: number, at: number, only: Token, tokens: readonly Token[]): boolean {
  return tokens.slice(from, at).some(({ plain, text }) => {
    const onlys = ONLY.get(plain) ?? ONLY.get(text.toLowerCase());
    return onlys?.has(only.plain) || onlys?.has(only.text.toLowerCase());
  });
}

const AFFIRMER = [{ kind: "scope", id: "affirmer", isHint: false }] as const;
