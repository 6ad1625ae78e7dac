import { has, type Mention } from "../mention.ts";
import { type Before, clauseOf, isIn } from "../polarity/clause.ts";
import { isStrict, withdraw } from "../stance.ts";
import { areJoined } from "./joints.ts";

/** "You find us on Instagram", "my brother works in television": the medium stands right behind it; in Japanese, before it. */
export function leaveFound(little: Mention, before: Before): void {
  const isJapanese = before.tokens[little.from]?.kind === "japanese";
  for (const one of openBeside(little, before)) {
    const gap = isJapanese ? little.start - one.end : one.from - little.to;
    if (has(one, "channel") && gap >= -1 && gap <= 1) withdrawList(one, before);
  }
}

/** "Swears by display and newsletters". A comma belongs to the list if an "and" ends it: "find us on social, display for builders". */
function withdrawList(first: Mention, before: Before): void {
  const list = [first];
  let length = 1;
  for (const one of before.content) {
    const last = list.at(-1) ?? first;
    if (one === first || !has(one, "channel") || one.from < first.from || !areJoined(last, one, before.tokens))
      continue;
    list.push(one);
    if (before.tokens[last.to]?.kind !== "break") length = list.length;
  }
  for (const one of list.slice(0, length)) if (!isStrict(one, before)) withdraw(one, before);
}

/** "We are a podcast network", "wir sind selbst ein Radiosender": the medium stands within a few words. */
export function leaveOwn(little: Mention, before: Before): void {
  for (const one of openBeside(little, before)) {
    const gap = one.from - little.to;
    const isMedium = one.senses.some(({ kind, isHint }) => kind === "channel" && !isHint);
    if (isMedium && gap >= 0 && gap < OWN) withdraw(one, before);
  }
}

/** In tokens. */
const OWN = 3;

/** "We have a podcast of our own and a weekly newsletter": what a clause says that its writer has, if "own" stands beside a medium. */
export function leaveOwned(little: Mention, before: Before): void {
  const clause = clauseOf(little, before.tokens);
  const first = (ids: readonly string[]) =>
    before.scope.find((one) => isIn(clause, one) && ids.some((id) => has(one, "scope", id)));
  const [having, sought] = [first(HAVING), first(SOUGHT)];
  if (!having) return;
  const isHad = (one: Mention) =>
    has(one, "channel") && one.start >= having.start && !(sought && one.start >= sought.start);
  const isOfOwn = before.content.some((one) => isIn(clause, one) && isHad(one) && isOwn(little, one));
  if (isOfOwn) for (const one of openBeside(little, before).filter(isHad)) withdraw(one, before);
}

/** "Un podcast propio", "our own newsletter", "nous produisons nous-mêmes un podcast". */
function isOwn(little: Mention, medium: Mention): boolean {
  return medium.start < little.start ? little.from === medium.to : medium.from - little.to <= 1;
}

const HAVING = ["in-hand", "have", "produces"] as const;
const SOUGHT = ["seeks", "aim", "wants"] as const;

/** "They follow fashion on Instagram": what people do there, and in Japanese before the verb. */
export function leaveFollowed(little: Mention, before: Before): void {
  const isJapanese = before.tokens[little.from]?.kind === "japanese";
  for (const one of openBeside(little, before)) {
    const isBehind = isJapanese ? one.end <= little.start : one.start >= little.end;
    if (has(one, "channel", "social") && isBehind) withdraw(one, before);
  }
}

/** "Send me a PDF by e-mail", "let's talk on a video call". */
export function leaveMeans(little: Mention, before: Before): void {
  const { text, tokens } = before;
  for (const one of openBeside(little, before)) {
    const isCall = CALL.test(text.slice(one.start, one.end + CALLED));
    if (!has(one, "channel", "email") && !isCall) continue;
    const isMeans = BY.has(tokens[one.from - 1]?.plain ?? "") || MEANS.test(text.slice(one.start, one.end + 1));
    if (isMeans || isCall) withdraw(one, before);
  }
}

const BY: ReadonlySet<string> = new Set("by via per par por no over przez pelo poprzez".split(" "));
/** "Mailem", 「メールで」, بالبريد: with the preposition in it. */
const MEANS = /^(?:e-?)?mailem$|で$|^\s?بال/iu;
const CALL = /^(?:video|vidéo|vídeo|wideo)[ -]?(?:call|chat|anruf|llamada|chiamata|chamada|bellen|rozmow)/iu;
/** "Video" is the medium, and "call" behind it. */
const CALLED = 10;

function openBeside(little: Mention, before: Before): Mention[] {
  const clause = clauseOf(little, before.tokens);
  return before.content.filter((one) => isIn(clause, one) && !isStrict(one, before));
}
