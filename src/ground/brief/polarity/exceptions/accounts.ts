import { has, type Mention } from "../../mention.ts";
import { type Before, isIn, type Span } from "../clause.ts";

/** An agency speaks of itself; German and Polish verbs need no pronoun, nor do the Romance ones: `ocupamos`, `zajmujemy`. */
const US: ReadonlySet<string> = new Set(
  "we i our us wir ich unsere unser nous on je notre nosotros nuestra noi nostra nossa nos wij ik ons onze my nasza نحن وكالتنا".split(
    " ",
  ),
);
const OF_US = /(?:[aei]mos|iamo|emy|imy|amy)$|^ن.{3,}/u;
/** "We look after Germany ourselves", "Wir kümmern uns um Amazon in Italien selbst". */
const OURSELVES: ReadonlySet<string> = new Set(
  (
    "ourselves myself internally inhouse in-house already selbst selber intern bereits schon nous-memes memes interne deja mismos mismas propios internamente ya " +
    "stessi soli gia mesmos proprios ja zelf reeds al sami samodzielnie juz بانفسنا داخليا بالفعل"
  ).split(" "),
);
/** "We look after Nivea in Germany": an agency names its client and where the client is to advertise; nothing is settled there. */
export function isAccount({ start, end }: Span, before: Before): boolean {
  const { tokens, scope } = before;
  const within = tokens.filter((token) => token.kind !== "break" && isIn({ start, end }, token));
  const verb = scope.find((one) => has(one, "scope", "handles") && isIn({ start, end }, one));
  if (!verb || within.some(({ plain }) => OURSELVES.has(plain))) return false;
  const isOurs = within.some((token) => token.start < verb.end && (US.has(token.plain) || OF_US.test(token.plain)));
  return isOurs && namesClient(verb, end, before);
}

/** A name that the lexicon does not know, behind the verb or behind a medium that is handled for it. */
function namesClient(verb: Mention, end: number, { tokens, content, scope }: Before): boolean {
  const isKnown = (at: number) => [...content, ...scope].some((one) => one.from <= at && at < one.to);
  for (let at = verb.to; at < tokens.length && (tokens[at]?.start ?? end) < end; at++) {
    const token = tokens[at];
    if (!token || isKnown(at)) continue;
    const isArabic = /^\p{Script=Arabic}/u.test(token.text);
    if (isArabic || token.isCapital) return true;
  }
  return false;
}
