import { has, type Mention, type Mentions } from "../mention.ts";
import type { Token } from "../words.ts";

const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience"]);
/** Posts of those who write briefs. */
const POST =
  /^(?:media[ -]?(?:planner|buyer|manager|director)|account (?:manager|director|executive)|(?:brand|marketing|campaign|project|product|growth) manager|marketing director|head of (?:media|marketing)|mediaplaner(?:in)?|marketingleiter(?:in)?|responsable marketing|directrice marketing|directeur marketing|directora? de marketing|diretora? de marketing|responsabile marketing|direttore marketing|direttrice marketing|mediaplanner|marketingmanager|dyrektor marketingu)$/iu;
const CAPITAL = /^\p{Lu}/u;
const SENTENCE_END = /[.!?\n]/u;
/** Somebody speaks of themselves, or asks. */
const SPEAKS =
  /(?<!\p{L})(?:we|we're|we'd|i|i'm|our|my|please|wir|ich|unser\p{L}{0,2}|bitte|nous|je|notre|nos|merci|queremos|quiero|buscamos|busco|nuestr[oa]s?|vogliamo|vorrei|vorremmo|cerchiamo|cerco|nostr[oaie]|quero|procuramos|procuro|noss[oa]s?|wij|we|ik|ons|onze|graag|chcemy|szukamy|szukam|nasz\p{L}{0,2}|prosz[ęe])(?!\p{L})/iu;

/** "Media Planner. We need podcasts": a post that stands alone in its sentence signs what somebody asks for. */
export function withoutJobTitles(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const titles = mentions.content.filter(
    (one) => isPost(one, text) && (isTitle(one, text, tokens) || isSigned(one, text, mentions.scope)),
  );
  if (titles.length === 0) return mentions;
  return { ...mentions, content: mentions.content.filter((one) => !titles.includes(one)) };
}

function isPost({ start, end, senses }: Mention, text: string): boolean {
  return senses.every(({ kind }) => SUBJECTS.has(kind)) && POST.test(text.slice(start, end));
}

/** "Regards, Tom Baker, Media Director". */
function isSigned({ start }: Mention, text: string, scope: readonly Mention[]): boolean {
  return scope.some(
    (one) =>
      one.end <= start &&
      start - one.end <= LONGEST_NAME &&
      has(one, "scope", "regards") &&
      isOfNames(text.slice(one.end, start)) &&
      CAPITAL.test(text.slice(one.end, start).replace(/^[,\s]{1,3}/u, "")),
  );
}

/** In characters, with what parts it. */
const LONGEST_NAME = 48;

function isTitle({ start, end, from }: Mention, text: string, tokens: readonly Token[]): boolean {
  if (!tokens[from]?.isCapital) return false;
  const [before, behind] = [text.slice(0, start).split(SENTENCE_END).at(-1) ?? "", text.slice(end)];
  const rest = behind.split(SENTENCE_END)[0] ?? "";
  return rest.trim() === "" && isOfNames(before) && SPEAKS.test(text.slice(0, start) + behind);
}

/** "Kim, Senior": what a signature has before the post. */
function isOfNames(before: string): boolean {
  return before.split(/[\s,]/).every((word) => word === "" || CAPITAL.test(word));
}
