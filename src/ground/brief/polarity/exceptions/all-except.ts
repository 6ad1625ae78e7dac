import { has, type Mention } from "../../mention.ts";
import { REFUSED } from "../../stance.ts";
import { type Before, clauseOf, isIn, isRefusing, SENTENCE_END } from "../clause.ts";
import { areOfOneMatter } from "../lists.ts";
import { AND, areJoinedBy } from "../rejections.ts";

/** "All channels except radio and podcasts are welcome": what is said behind the list is said of all the others. */
export function refuseAllExcepted(before: Before): void {
  for (const little of before.scope) {
    if (!isExcept(little, before)) continue;
    const list = listBehind(little, before);
    const [first, last] = [list[0], list.at(-1)];
    if (!first || !last || first === last || !before.stances.get(first)?.negated) continue;
    if (!isOfAll(little, last, before) || isRefusedBehind(last, before)) continue;
    for (const one of list) before.stances.set(one, REFUSED);
  }
}

/** "… are not an option": then it is all the others that are refused. */
function isRefusedBehind(last: Mention, { tokens, scope }: Before): boolean {
  const clause = clauseOf(last, tokens);
  return scope.some((one) => one.start >= last.end && isIn(clause, one) && isRefusing(one));
}

/** What else leaves out what follows it, beside the words that the lexicon has as `except`. */
const EXCEPTS: ReadonlySet<string> = new Set(["bis auf", "ما عدا", "ماعدا", "عدا", "باستثناء", "سوى", "إلا", "الا"]);

function isExcept(little: Mention, { text }: Before): boolean {
  return (
    has(little, "scope", "negator") &&
    (has(little, "scope", "except") || EXCEPTS.has(text.slice(little.start, little.end).toLowerCase()))
  );
}

/** The items of one matter behind a word, of which an "and" ends more than one. */
function listBehind({ to, end }: Mention, { text, tokens, content }: Before): Mention[] {
  const list: Mention[] = [];
  let edge = end;
  for (const one of content) {
    if (one.from < to) continue;
    const [last] = list.slice(-1);
    const gap = text.slice(edge, one.start);
    if (!last ? one.from - to > FIRST || !isWords(to, one.from, tokens) : !areJoinedBy(gap)) break;
    if (last && !areOfOneMatter(last, one)) break;
    list.push(one);
    edge = one.end;
    if (last && AND.test(joint(gap, one, text))) return list;
  }
  return [];
}

/** An article and a preposition may stand before the first item. */
const FIRST = 2;

function isWords(from: number, to: number, tokens: Before["tokens"]): boolean {
  return tokens.slice(from, to).every(({ kind }) => kind !== "break");
}

/** Arabic joins "and" to its word. */
function joint(gap: string, { start }: Mention, text: string): string {
  return gap.trim() === "" && text[start] === "و" ? "و" : gap;
}

const ALL: ReadonlySet<string> = new Set(
  "all every any everything anything alle alles samtliche tous toutes tout toute todos todas todo toda tutti tutte tutto ogni tudo qualquer elk elke wszystkie wszystko wszystkich kazdy كل جميع".split(
    " ",
  ),
);

/** Whether "all" stands before what excepts, or in the clause behind its list: "außer Radio kommt alles infrage". */
function isOfAll(little: Mention, last: Mention, { tokens, content }: Before): boolean {
  const clause = clauseOf(last, tokens);
  for (let at = little.from - 1; at >= 0 && !SENTENCE_END.test(tokens[at]?.text ?? ""); at--)
    if (ALL.has(tokens[at]?.plain ?? "")) return !content.some(({ from }) => from > at && from < little.from);
  return tokens.some((one) => one.start >= last.end && isIn(clause, one) && ALL.has(one.plain));
}
