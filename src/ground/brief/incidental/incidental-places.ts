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

/** "Deutsche Unternehmen" are several; a single one is a "deutsches". */
function isPlural(adjective: number, noun: number, { tokens }: Page): boolean {
  return tokens[noun]?.plain === "unternehmen" && !tokens[adjective]?.plain.endsWith("es");
}
