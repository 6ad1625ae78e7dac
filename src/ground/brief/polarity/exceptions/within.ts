import { has, type Mention } from "../../mention.ts";
import { PREFERRED, type Stance } from "../../stance.ts";
import type { Token } from "../../words.ts";
import { clauseOf, isIn, isMedium, type Sentences } from "../clause.ts";
import { endsOne } from "../forward.ts";
import { isMoreOfAnother, isPlace, type Page } from "../lists.ts";
import { newState, type State } from "../state.ts";
import { isPlainSubject } from "./wanted-behind.ts";

/** "No sport other than cycling", "no news except business": what follows is taken out of what was refused. */
export function isExceptionWithin(little: Mention, { negating, taken }: State): boolean {
  return negating && has(little, "scope", "except") && taken.at(-1)?.to === little.from;
}

/** "No podcasts unless they're in Spanish": then they are welcome, and so is the language. */
export function giveBackAll(state: State, stances: Map<Mention, Stance>): void {
  for (const one of state.taken) stances.set(one, PREFERRED);
  Object.assign(state, newState(), { hedgedAt: state.hedgedAt, affirmedUntil: state.affirmedUntil });
}

/** "لا نريد إلا الراديو", "فلا يناسبنا سوى الشاشات": a no at most this many tokens before an "except" leaves one thing alone. */
const NO_BUT = 4;
const BUT: ReadonlySet<string> = new Set(["الا", "سوى", "سوي"]);
/** "We …", "… us", "… me". */
const OF_WRITER = /^[ناأ]|ن[اي]$/u;
const NOES: ReadonlySet<string> = new Set(["لا", "ولا", "فلا", "ما", "وما", "فما", "لن", "ولن", "فلن", "ليس", "وليس"]);

export function isOnlyBehindNo({ from, to }: Mention, { tokens, contentAt, contentUntil }: Page): boolean {
  if (to - from !== 1 || !BUT.has(tokens[from]?.plain ?? "")) return false;
  for (let at = from - 1; at >= from - NO_BUT; at--) {
    const token = tokens[at];
    if (token?.kind !== "word" || contentAt.has(at) || contentUntil.has(at + 1)) return false;
    // "Some watch nothing but television" says what others do.
    if (NOES.has(token.plain)) return tokens.slice(at + 1, from).some(({ plain }) => OF_WRITER.test(plain));
  }
  return false;
}

/** "Non-political podcasts" are podcasts. */
export function isBehindNon(index: number, { negating, taken, opensAt }: State, { tokens, languages }: Page): boolean {
  const [only] = taken;
  if (!negating || !only || taken.length > 1 || languages[0] !== "en") return false;
  return tokens[opensAt - 1]?.plain === "non" && only.from === opensAt && only.to === index;
}

/** "No radio in Germany", "podcasts without politics in Germany": that is where to advertise, and it is the medium that is refused. */
export function isWhereToAdvertise(
  index: number,
  state: State,
  { tokens, contentAt, contentUntil, scopeAt }: Page,
): boolean {
  const { negating, taken, opensAt, isOutside } = state;
  const said = contentAt.get(index) ?? [];
  if (!negating || isOutside || !said.every(isPlace) || taken.some(isPlace)) return false;
  const at = [index - 1, index - 2].find((one) => scopeAt.get(one)?.some((word) => has(word, "scope", "locator")));
  const until = taken.at(-1)?.to ?? at;
  if (at === undefined || until !== at || at <= opensAt) return false;
  if (tokens.slice(opensAt, index).some(({ kind }) => kind === "break")) return false;
  // "No radio in the US, podcasts in the UK": then somewhere else is where to advertise.
  if ([...contentAt].some(([from, there]) => from !== index && there.some(isPlace))) return false;
  // "No news of the war in Ukraine": a subject is somewhere too.
  return taken.some(isMedium) || isBehindMedium(opensAt, { contentAt, contentUntil, tokens });
}

/** "CTV without …": the medium stands before the negator. */
function isBehindMedium(
  opensAt: number,
  { contentAt, contentUntil, tokens }: Pick<Page, "contentAt" | "contentUntil" | "tokens">,
): boolean {
  const end = [opensAt - 1, opensAt - 2].find((at) => contentUntil.has(at));
  if (end === undefined || tokens.slice(end, opensAt).some(({ kind }) => kind === "break")) return false;
  return [...contentAt.values()].flat().some((one) => one.to === end && isMedium(one));
}

/** Behind these is something else than what was refused: "instead of posters we would like screens". */
const ENDERS = ["seeks", "sells", "wants", "rather"] as const;

const WHO: ReadonlySet<string> = new Set(["who", "qui", "que", "che", "die"]);

/** Whether what comes next is no longer refused. */
export function endsRefusal(little: Mention, state: State, page: Page): boolean {
  const is = (id: string) => has(little, "scope", id);
  const { negating, taken, isWithout, since } = state;
  // "A detergent without perfume, and a target of parents".
  if (negating && taken.length > 0 && (ENDERS.some(is) || isMoreOfAnother(little, page))) return true;
  // "Compost without peat and seek gardeners": what is missing need not be known.
  if (isWithout && since > 0 && is("seeks")) return true;
  // "Without fees for migrants": what is missing is no longer spoken of, but "ohne die Bahnhöfe" begins with an article.
  if (isWithout && since > 1 && taken.length === 0 && (is("closer") || is("those-who"))) return true;
  // "Anglers without a boat who live in Germany".
  if (isWithout && taken.length > 0 && is("settled") && WHO.has(page.tokens[little.from]?.plain ?? "")) return true;
  // "Any medium other than radio in Germany", 「غير سياسي في ألمانيا」: where it is, is not refused with it.
  return is("locator") && endsOne(state, page);
}

/** "No football, cars UK": behind a list of subjects stands where to advertise. */
export function isMarketBehind(
  index: number,
  { negating, taken, opensAt, isOutside, isLabelled }: State,
  { tokens, contentAt }: Page,
): boolean {
  const [first] = taken;
  if (!negating || isOutside || isLabelled || !first || taken.length < 2) return false;
  if (!taken.every(isPlainSubject) || !(contentAt.get(index) ?? []).every(isPlace)) return false;
  const isEnd = (tokens[contentAt.get(index)?.[0]?.to ?? 0]?.kind ?? "break") === "break";
  return isEnd && taken.at(-1)?.to === index && tokens.slice(opensAt, index).some(({ kind }) => kind === "break");
}

/** "Without social media, our audience is not there": the reason of a refusal, and not its contrary. */
export function isNotThere(little: Mention, { tokens, scope }: Pick<Sentences, "tokens" | "scope">): boolean {
  const clause = clauseOf(little, tokens);
  return scope.some((one) => has(one, "scope", "there") && isIn(clause, one) && !isArticle(tokens[one.from]));
}

/** `là` is there, and `la` is an article. */
function isArticle({ text, plain }: Partial<Token> = {}): boolean {
  return plain !== undefined && plain.length <= 2 && text === plain;
}
