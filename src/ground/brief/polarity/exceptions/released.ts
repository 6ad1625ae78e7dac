import { has, type Mention } from "../../mention.ts";
import type { Token } from "../../words.ts";
import { clauseOf, isDemandable, isIn, type Sentences } from "../clause.ts";

/** "Our wine is out", "das neue Spiel ist raus", "o nosso livro está fora". */
const OUT: ReadonlySet<string> = new Set(["out", "raus", "fora", "fuera", "fuori"]);
const IS: ReadonlySet<string> = new Set("is are s re ist sind esta estan estao e sono".split(" "));

/** Who brings something out calls it theirs, or new. */
const OURS: ReadonlySet<string> = new Set(
  [
    "our my his her their new newest latest next debut",
    "unser unsere mein meine neu neue neuer neues neueste neuester neuestes",
    "nuestro nuestra nuestros nuestras mi nuevo nueva nuevos nuevas",
    "nosso nossa nossos nossas meu minha novo nova novos novas",
    "nostro nostra nostri nostre mio mia nuovo nuova nuovi nuove",
  ].flatMap((words) => words.split(" ")),
);

/** "The film is out in June." */
const THE: ReadonlySet<string> = new Set("the this der die das el la los las o a os as il i le".split(" "));

/** When it comes out, besides what the lexicon knows of times. */
const WHEN: ReadonlySet<string> = new Set(
  [
    "now soon today tomorrow already every monday tuesday wednesday thursday friday saturday sunday",
    "january february march april may june july august september october november december",
    "jetzt bald heute morgen schon januar februar marz april mai juni juli august september oktober november dezember",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag ya ahora hoy ja agora hoje gia ora oggi adesso",
  ].flatMap((words) => words.split(" ")),
);

/** "Out of stock", "out of school": of these one is out, and refuses nothing. */
const LEFT: ReadonlySet<string> = new Set(
  [
    "stock school town print order date season office hospital way oven business money sight breath control",
    "hand work college university country tune touch warranty nappies diapers bed fashion energy power ideas",
  ].flatMap((words) => words.split(" ")),
);

/** So many tokens of the subject may be no part of what the brief names: "our little electric car". */
const UNKNOWN = 1;

/** "Our cookbook is out in May", "the kids are out of school": what has come out, or is out of something, is not refused. */
export function isReleased(little: Mention, { tokens, content }: Sentences): boolean {
  const [is, out] = [tokens[little.to - 2]?.plain ?? "", tokens[little.to - 1]?.plain ?? ""];
  if (!has(little, "scope", "postnegator") || !OUT.has(out) || !IS.has(is)) return false;
  if (tokens[little.to]?.plain === "of") return [1, 2].some((step) => LEFT.has(tokens[little.to + step]?.plain ?? ""));
  const clause = clauseOf(little, tokens);
  const subject = content.findLast((one) => isIn(clause, one) && one.to <= little.from);
  if (!subject) return false;
  const opening = tokens.findLastIndex(
    ({ plain }, at) => at < little.from && (OURS.has(plain) || THE.has(plain)) && isIn(clause, tokens[at] ?? little),
  );
  if (opening < 0 || unknownIn(opening + 1, little.from, content) > UNKNOWN) return false;
  if (OURS.has(tokens[opening]?.plain ?? "")) return true;
  return !isDemandable(subject) && isTimed(little, clause, { tokens, content });
}

function unknownIn(from: number, to: number, content: readonly Mention[]): number {
  let unknown = 0;
  for (let at = from; at < to; at++) if (!content.some((one) => one.from <= at && at < one.to)) unknown++;
  return unknown;
}

function isTimed(
  little: Mention,
  clause: { readonly start: number; readonly end: number },
  { tokens, content }: Pick<Sentences, "tokens" | "content">,
): boolean {
  const isBehind = (one: Pick<Token, "start" | "end">) => one.start >= little.end && isIn(clause, one);
  return (
    tokens.some((token) => isBehind(token) && (token.kind === "number" || WHEN.has(token.plain))) ||
    content.some((one) => isBehind(one) && has(one, "season"))
  );
}
