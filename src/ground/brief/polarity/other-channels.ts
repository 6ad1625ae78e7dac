import { has, type Mention } from "../mention.ts";
import type { Stance } from "../stance.ts";
import type { Token } from "../words.ts";
import type { Before } from "./clause.ts";
import { clauseOf, isIn, isRefusing, type Sentences } from "./clause.ts";

/** What is refused with "other" in front: all of its kinds that are not named. */
const OTHERS: Readonly<Record<string, ReadonlySet<string>>> = {
  "other-media": new Set(["channel", "property"]),
  "other-places": new Set(["country", "region", "city"]),
};

/** "No other channels": what a text names of the kind is all that is wanted. */
export function closeOthers(before: Before): void {
  for (const other of before.scope) {
    const kinds = kindsOf(other);
    if (!kinds || isOfAll(other, before.tokens) || refusalsOf(other, before).length === 0) continue;
    const named = before.content.filter(
      (one) => one.senses.some(({ kind }) => kinds.has(kind)) && isOpen(before.stances.get(one)),
    );
    // "Video or banners is all the same to us, other channels no": what is only preferred is all that is wanted.
    const firm = named.filter((one) => !before.stances.get(one)?.hedged);
    for (const mention of firm.length > 0 ? firm : named)
      before.stances.set(mention, { negated: false, hedged: false, exclusive: true });
  }
}

function isOpen(stance: Stance | undefined): boolean {
  return stance !== undefined && !stance.negated && !stance.withdrawn;
}

/** The words that refuse others refuse nothing that is named. */
export function refusalsOfOthers(sentences: Sentences): Mention[] {
  const { scope, tokens } = sentences;
  // "No other media than radio" goes on.
  const isGoingOn = ({ to }: Mention) =>
    scope.some((one) => one.from === to && ["than", "other-than"].some((id) => has(one, "scope", id)));
  return scope.flatMap((one) =>
    kindsOf(one) && !isGoingOn(one) && !isOfAll(one, tokens) ? refusalsOf(one, sentences) : [],
  );
}

/** "All channels except podcasts" refuses those, and no others. */
const ALL: ReadonlySet<string> = new Set(
  "all every any alle samtliche tous toutes todos todas tutti tutte wszystkie كل جميع".split(" "),
);

function isOfAll({ from }: Mention, tokens: readonly Token[]): boolean {
  return [tokens[from - 1], tokens[from - 2]].some((one) => one !== undefined && ALL.has(one.plain));
}

function kindsOf(other: Mention): ReadonlySet<string> | undefined {
  const [id] = Object.keys(OTHERS).filter((one) => has(other, "scope", one));
  return id === undefined ? undefined : OTHERS[id];
}

function refusalsOf(other: Mention, { tokens, content, scope }: Sentences): Mention[] {
  const clause = clauseOf(other, tokens);
  const isNamedBetween = (from: number, to: number) => content.some(({ start, end }) => start >= from && end <= to);
  return scope.filter((one) => {
    if (!isRefusing(one)) return false;
    // "Other channels: none", but "channels: no radio".
    if (one.from === other.to + 1 && tokens[other.to]?.text === ":")
      return !content.some(({ from }) => from === one.to);
    // "Channels excluded: TV" says what follows.
    if (!isIn(clause, one) || tokens[Math.max(one.to, other.to)]?.text === ":") return false;
    return one.end <= other.start ? !isNamedBetween(one.end, other.start) : !isNamedBetween(other.end, one.start);
  });
}

/** "Other media than" has at most this many tokens between its ends. */
const APART = 3;

/** What refuses all that does not follow it: "other than", "other media than". */
export function exceptionsIn(tokens: readonly Token[], scope: readonly Mention[]): ReadonlySet<Mention> {
  const others = scope.filter((one) => COMPARED.some((id) => has(one, "scope", id)));
  const isExcepting = (one: Mention) =>
    has(one, "scope", "other-than") ||
    (has(one, "scope", "than") && others.some((other) => isBehind(one, other) && isIn(clauseOf(one, tokens), other)));
  return new Set(scope.filter(isExcepting));
}

const COMPARED = ["other", "other-media", "other-places"] as const;

function isBehind({ from }: Mention, { to }: Mention): boolean {
  return from >= to && from - to <= APART;
}
