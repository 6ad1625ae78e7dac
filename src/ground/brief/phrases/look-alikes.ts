import type { Sense } from "../lexicon/sense.ts";
import { CERTAINTY, has, type Mention, type Mentions } from "../mention.ts";
import { isAnd, isOr } from "../polarity/lists.ts";
import type { Token } from "../words.ts";

const CHUNK = /\S+/g;
const HAS_ADDRESS = /[@=]|www\.|:\/\//;

/** The address of a page or of a mail, and what is counted in it. */
function isAddress(chunk: string): boolean {
  if (chunk.includes("://") || chunk.startsWith("www.") || chunk.startsWith("utm_")) return true;
  const at = chunk.indexOf("@");
  return at > 0 && chunk.includes(".", at);
}

/** "Radio de 10 km", "radio: 15 kilómetros": how far. */
const FAR = /^\s?(?:de|d['’]|:)?\s?\d[\d.,]{0,6}\s?(?:km|kil[oó]m|mill?as|metros|m\b)/i;
/** 「SNS疲れ」: those who are tired of it. */
const TIRED = /^(?:疲れ|離れ|断ち|依存|をやらない|を使わない|をやっていない|を見ない)/;

/** 「みんなYouTube見てるよね」: what people are said to do. */
const WATCHED =
  /^(?:を|は|ばかり|ばっかり)?(?:見て|観て|聴いて|聞いて|使って)い?(?:る|ます)(?:よね|らし|みたい|そう|と聞|って)/;

/** What looks like a medium and is none, and "SEM", which looks like Portuguese for "without" and is one. */
export function withoutLookAlikes(text: string, tokens: readonly Token[], mentions: Mentions): Mentions {
  const spans = HAS_ADDRESS.test(text) ? [...text.matchAll(CHUNK)].filter(([chunk]) => isAddress(chunk)) : [];
  const isInAddress = ({ start }: Mention) =>
    spans.some(({ index, 0: address }) => start >= index && start < index + address.length);
  const isMedium = (one: Mention) => has(one, "channel") || has(one, "format") || has(one, "property");
  const isOther = (one: Mention) =>
    (isMedium(one) && (isInAddress(one) || isRadius(one, text) || TIRED.test(text.slice(one.end, one.end + 8)))) ||
    (isMedium(one) && WATCHED.test(text.slice(one.end, one.end + LONGEST_DOING))) ||
    (has(one, "country", "CM") && isCommercial(one, text, tokens)) ||
    (has(one, "channel", "sponsored_intelligence") && isWriter(one, tokens));
  const sems = text.includes("SEM") ? semsIn(tokens) : [];
  const content = mentions.content.filter((one) => !isOther(one) && !sems.some(({ from }) => from === one.from));
  if (content.length === mentions.content.length && sems.length === 0) return mentions;
  const scope = mentions.scope.filter((one) => !sems.some(({ from }) => from === one.from));
  return { ...mentions, content: [...content, ...sems].sort((a, b) => a.start - b.start), scope };
}

/** 「ドイツのCM」 */
function isCommercial({ start, end }: Mention, text: string, tokens: readonly Token[]): boolean {
  return text.slice(start, end) === "CM" && tokens.some(({ kind }) => kind === "japanese");
}

/** In tokens: "of our brand's". */
const OWNED = 3;

/** "Request from the AI assistant of the marketing department": an assistant that writes, and none in whose answers to advertise. */
function isWriter({ from, to }: Mention, tokens: readonly Token[]): boolean {
  let at = from - 1;
  while (ARTICLES.has(tokens[at]?.plain ?? "")) at--;
  const before = tokens[at]?.plain ?? "";
  const earlier = tokens[at - 1]?.plain ?? "";
  if (SELVES.has(before) || (FROM.has(before) && REQUESTS.has(earlier)) || (at < from - 1 && REQUESTS.has(before)))
    return true;
  const behind = tokens.slice(to, to + OWNED + 1);
  const end = behind.findIndex(({ kind }) => kind === "break");
  const owner = behind.slice(0, end < 0 ? behind.length : end).findIndex(({ plain }) => OWNERS.has(plain));
  // "AI assistants and the marketing of games": the owner stands behind short words only.
  return owner >= 0 && behind.slice(0, owner).every(({ plain }) => LINKS.has(plain));
}

const ARTICLES: ReadonlySet<string> = new Set(
  "the an a our my your brand client s der die dem den des unser unserem unseres l le la el nuestro lo il nostro o nosso het de onze".split(
    " ",
  ),
);
const FROM: ReadonlySet<string> = new Set(
  "from by of von vom des der de du d del da dal dall dell do van od من".split(" "),
);
const REQUESTS: ReadonlySet<string> = new Set(
  [
    "request enquiry inquiry query brief briefing message note mail email written sent",
    "anfrage nachricht auftrag bitte briefing",
    "demande requete message",
    "peticion solicitud consulta mensaje encargo",
    "richiesta messaggio incarico",
    "pedido mensagem solicitacao",
    "aanvraag verzoek bericht vraag",
    "zapytanie zlecenie prosba wiadomosc",
    "طلب رساله استفسار",
  ].flatMap((words) => words.split(" ")),
);
/** "I am the AI assistant of …", "hier schreibt der KI-Assistent". */
const SELVES: ReadonlySet<string> = new Set(
  "am m bin schreibt spricht suis soy habla escribe sono parla scrive sou fala escreve ben schrijft jestem pisze انا هنا".split(
    " ",
  ),
);
const LINKS: ReadonlySet<string> = new Set(
  "of for at in the our a der die des von im fur de du la le l del los las el della dello dell do da dos das van het bij voor ai ia ki".split(
    " ",
  ),
);
const OWNERS: ReadonlySet<string> = new Set(
  [
    "marketing team department agency brand buyer media procurement",
    "marketingabteilung abteilung marketings agentur marke einkaufs mediaabteilung",
    "marketingafdeling afdeling bureau merk agence service marque equipe",
    "departamento equipo marca agencia reparto agenzia marchio squadra equipa equipe",
    "dzialu dzial agencji marki zespolu لقسم قسم لفريق فريق لشركه لوكاله",
  ].flatMap((words) => words.split(" ")),
);

/** In characters. */
const LONGEST_DOING = 16;

function isRadius({ start, end }: Mention, text: string): boolean {
  return /^radio$/i.test(text.slice(start, end)) && FAR.test(text.slice(end, end + 24));
}

const SEARCH: Sense = { kind: "channel", id: "search", isHint: false };

/** "SEM y display", "campagne SEM et SEO": in capitals where other words are not, and behind it an "and", or nothing. */
function semsIn(tokens: readonly Token[]): Mention[] {
  if (tokens.every(({ kind, isAllCapitals }) => kind !== "word" || isAllCapitals === true)) return [];
  return tokens.flatMap(({ plain, isAllCapitals, start, end }, from) => {
    const next = tokens[from + 1];
    const isApart = !next || next.kind === "break" || next.plain === "y" || isAnd(next.plain) || isOr(next.plain);
    // "SEM / Google Ads".
    const isSearch = next?.plain === "google" || next?.plain === "sea" || next?.plain === "seo";
    if (plain !== "sem" || !isAllCapitals || !(isApart || isSearch)) return [];
    return [{ start, end, from, to: from + 1, senses: [SEARCH], certainty: CERTAINTY.word }];
  });
}
