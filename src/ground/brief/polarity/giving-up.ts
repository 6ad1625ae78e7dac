import { has, type Mention } from "../mention.ts";
import { SUBJECTS } from "../phrases/verbs.ts";
import { PREFERRED, type Stance, WITHDRAWN } from "../stance.ts";
import { isChoosable } from "./clause.ts";
import { isAnd, isPlace, type Page } from "./lists.ts";
import type { State } from "./state.ts";

/** "We are done with radio": other than a negator it stands on either side of its object, and refuses no subject. */
export function isGivingUp(little: Mention): boolean {
  return has(little, "scope", "done-with") && !has(little, "scope", "negator") && !has(little, "scope", "drops");
}

/** "Leave print out of the plan", "Finger weg von Waffen": on either side of its object as well, which may be a subject. */
export function isDropping(little: Mention): boolean {
  return has(little, "scope", "drops") && !has(little, "scope", "negator");
}

/** What a verb refuses is named at most this many tokens behind it. */
const NEAR = 5;

/** "We leave out radio", but not "radio we leave out and book podcasts". */
export function isObjectNear(
  { to }: Mention,
  { tokens, contentAt, scopeAt }: Pick<Page, "tokens" | "contentAt" | "scopeAt">,
): boolean {
  for (let at = to; at < to + NEAR; at++) {
    if (contentAt.has(at)) return true;
    const token = tokens[at];
    if (!token || isAnd(token.plain)) return false;
    if (token.kind === "break" && !(token.text === ":" && at === to)) return false;
    // "We need nothing only for Italy", but not "websites we skip: only apps".
    const ends = at > to && tokens[to]?.kind === "break" ? isContrast : isBut;
    if (scopeAt.get(at)?.some((one) => ends(one) || has(one, "scope", "if"))) return false;
  }
  return false;
}

function isContrast(one: Mention): boolean {
  return has(one, "scope", "contrast");
}

function isBut(one: Mention): boolean {
  return isContrast(one) && !has(one, "scope", "exclusive");
}

/** Whether anything is mentioned between a word and the end of its clause, or an "and", or the next negator. */
export function isObjectAhead({ to }: Mention, { tokens, contentAt, scopeAt }: Page): boolean {
  for (let at = to; at < tokens.length && tokens[at]?.kind !== "break"; at++) {
    if (contentAt.has(at)) return true;
    // Portuguese "o" is an article, and no "or".
    const { plain = "" } = tokens[at] ?? {};
    if ((isAnd(plain) && plain !== "o") || scopeAt.get(at)?.some((one) => has(one, "scope", "negator"))) return false;
  }
  return false;
}

/** "Anywhere in Europe but Spain", "everything but radio", "any channel but the radio". */
export function isExcepting({ from, to }: Mention, { tokens, contentAt, scopeAt }: Page): boolean {
  if (tokens[from]?.plain !== "but") return false;
  const excepted = contentAt.get(to) ?? (tokens[to]?.plain === "the" ? contentAt.get(to + 1) : undefined) ?? [];
  if (!excepted.some(isChoosable)) return false;
  for (let at = from - 1; at >= 0 && tokens[at]?.kind !== "break"; at--) {
    if (scopeAt.get(at)?.some((one) => has(one, "scope", "everywhere"))) return true;
    // "Not the US any more but the UK."
    const isAnyMore = MORE.has(tokens[at + 1]?.plain ?? "");
    if (from - at <= NEAR && ALL.has(tokens[at]?.plain ?? "") && !isAnyMore) return true;
  }
  return false;
}

const MORE: ReadonlySet<string> = new Set(["more", "longer"]);
const ALL: ReadonlySet<string> = new Set(["everything", "anything", "all", "any", "every"]);

/** "Strike cinema from the plan" says where from; "stay away from news of crime" says which news. */
export function isAbout(little: Mention, { isGivingUp: gives, taken }: State, page: Page): boolean {
  // "Was mit Waffen zu tun hat."
  if (page.tokens[little.from]?.plain === "zu" && !isObjectNear(little, page)) return false;
  if (taken.every(isPlace) || isOfCampaign(little, page)) return false;
  if (!gives) return true;
  return taken.every(({ senses }) => senses.every(({ kind }) => SUBJECTS.has(kind))) && isObjectNear(little, page);
}

const PLANS = ["campaign", "drop-particle"] as const;

/** "Excluez la radio de la campagne": what it is taken out of. */
function isOfCampaign({ from, to }: Mention, { scopeAt }: Page): boolean {
  const isPlan = (one: Mention) => PLANS.some((id) => has(one, "scope", id)) && one.to > to;
  for (let at = from; at <= to + 2; at++) if (scopeAt.get(at)?.some(isPlan)) return true;
  return false;
}

/** "No news about politics" refuses politics, and asks for no news. */
export function giveBack(state: State, stances: Map<Mention, Stance>): void {
  const [only] = state.taken;
  if (!only || state.taken.length > 1) return;
  const isSubject = only.senses.every(({ kind }) => SUBJECTS.has(kind));
  stances.set(only, isSubject ? WITHDRAWN : PREFERRED);
  state.taken = [];
}
