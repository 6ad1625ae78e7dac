import { type Chip, isFirm } from "../chip.ts";
import { isBreak, isJustBehind, isSaidAt, type Named, type Page, saidOf } from "./page.ts";

/** In these languages an adjective stands before its noun: "a German firm". */
const ADJECTIVE_FIRST: ReadonlySet<string> = new Set(["en", "de", "nl", "pl"]);

/** Where goods and firms are from, and where trips go: "UK-based brand", "entreprise suisse", "weekend a Parigi". */
export function isOfSender(named: Named, page: Page): boolean {
  const { from, to } = named;
  const isBehind = (id: string) => saidOf(id, page).some((one) => isJustBehind(one.to, from, page));
  return (
    isBehind("origin") ||
    isBehind("trip") ||
    (isSaidAt(to, "seated", page) && !isOfPeople(to + 1, page)) ||
    isOfOffice(to, page) ||
    saidOf("project", page).some((one) => one.to === from) ||
    isOfFirm(named, page)
  );
}

/** "Berlin-based professionals" are sought, and several; a "Berlin-based start-up" is not. */
function isOfPeople(from: number, page: Page): boolean {
  for (let at = from; at < from + FIRM_NAME && !isBreak(at, page); at++)
    if (isSaidAt(at, "people", page) || PLURAL.test(page.tokens[at]?.plain ?? "")) return true;
  return false;
}

/** In tokens. */
const FIRM_NAME = 3;
const PLURAL = /[^sui]s$|^(?:women|men|people)$/u;

/** "Our Vienna team", and not "UK team members". */
function isOfOffice(at: number, page: Page): boolean {
  return saidOf("seated-there", page).some((one) => one.from === at && !isOfWorkers(one.to, page));
}

function isOfWorkers(at: number, page: Page): boolean {
  return (
    ["people", "staff", "goods", "audience"].some((id) => isSaidAt(at, id, page)) || WORKERS.has(plainAt(at, page))
  );
}

const WORKERS: ReadonlySet<string> = new Set("members worker workers sports leaders leads commuters space".split(" "));

function plainAt(at: number, { tokens }: Page): string {
  return tokens[at]?.plain ?? "";
}

/** "My name is Florence", "Codename: Tokyo", "Campaign name 'Paris Spring'": nobody is called like a country. */
export function isNameOfOther({ from }: Named, page: Page): boolean {
  const at = /^[:"'“„«»\s]+$/u.test(page.tokens[from - 1]?.text ?? "-") ? from - 1 : from;
  const isTown = page.named.some((one) => one.from === from && one.chip.kind === "region");
  return isTown && saidOf("named-so", page).some((one) => one.to === from || one.to === at);
}

/** "ctv_plan_germany.xlsx", "Paris_Spring_UK": part of the name of a file or of a campaign. */
export function isInFileName({ chip: { span } }: Named, { text }: Page): boolean {
  if (!span) return false;
  const before = text.slice(Math.max(0, span.start - LONGEST_NAME), span.start);
  const behind = text.slice(span.end, span.end + LONGEST_NAME);
  const whole = `${before.split(NO_NAME).at(-1)}_${NAME_BEHIND.exec(behind)?.[0] ?? ""}`;
  const isJoined = /[_-]$/u.test(before) || /^[_-]/u.test(behind);
  return EXTENSION.test(whole) || (isJoined && whole.split("_").length > NAME_PARTS && !/["']/u.test(before.slice(-1)));
}

/** In characters. */
const LONGEST_NAME = 40;
/** With the place itself, which stands for one. */
const NAME_PARTS = 3;
const NO_NAME = /[^\p{L}\p{N}_-]/u;
const NAME_BEHIND = /^[\p{L}\p{N}_.-]*/u;
const EXTENSION = /\.(?:xlsx?|csv|pdf|docx?|pptx?|zip|png|jpe?g|mp[34]|mov|txt|key)$/iu;

/** "We don't operate in Wales". */
export function isNotThere({ from }: Named, page: Page): boolean {
  return saidOf("not-there", page).some((one) => one.to === from);
}

function isOfFirm({ from, to }: Named, page: Page): boolean {
  return saidOf("firm", page).some((one) => {
    const isAhead = ADJECTIVE_FIRST.has(one.language) && one.from === to;
    const isBehind = one.language !== "en" && one.language !== "de" && one.to === from;
    if (!isAhead && !isBehind) return false;
    return !["staff", "ads"].some((id) => isSaidAt(one.to, id, page)) && !isPlural(from, one.from, page);
  });
}

/**
 * "Our office in Dublin wants display in Germany": a town that is only spoken of, in a country that is not demanded, says nothing of
 * where a product should be.
 */
export function withoutFarTowns(chips: readonly Chip[]): readonly Chip[] {
  const isWanted = (chip: Chip) => chip.kind === "country" && !chip.negated;
  const demanded = new Set(chips.filter((chip) => isWanted(chip) && isFirm(chip)).map(({ value }) => value));
  if (demanded.size === 0) return chips;
  const isFar = (town: Chip) => {
    const there = chips.filter((chip) => isWanted(chip) && chip.span?.start === town.span?.start);
    return there.length > 0 && !there.some(({ value }) => demanded.has(value));
  };
  return chips.filter(
    (chip) => chip.kind !== "region" || chip.negated || chip.certainty > SPOKEN_OF || !chip.span || !isFar(chip),
  );
}

/** A place that is only spoken of is at most as certain. */
const SPOKEN_OF = 0.5;

/** "Deutsche Unternehmen" are several; a single one is a "deutsches". */
function isPlural(adjective: number, noun: number, { tokens }: Page): boolean {
  return tokens[noun]?.plain === "unternehmen" && !tokens[adjective]?.plain.endsWith("es");
}
