import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention, type Mentions } from "../mention.ts";
import { plainOf } from "../words.ts";

/** What campaigns have too. It is a subject where another word is about the same: a kick-off, beside football. */
const OF_CAMPAIGNS: ReadonlySet<string> = new Set(
  "kick-off,kick off,kickoff,kick-offs,kickoffs,aftrap,キックオフ,episode,episodes,episodio,episodios,episodi,aflevering,afleveringen,odcinek,odcinki,odcinku,odcinka,エピソード,حلقه,حلقات,parque".split(
    ",",
  ),
);
/** Behind a number they are counted: "2 flights", "40 employees", "deux vagues". */
const COUNTED: ReadonlySet<string> = new Set(
  "flight,flights,フライト,employees,staff,vagues,ondas,golven,fale,fal,ondate,oleadas".split(","),
);
const NUMBER_BEFORE =
  /(?:\p{Nd}|(?<!\p{L})(?:two|three|four|five|six|zwei|drei|vier|fünf|sechs|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro|duas|três|quatro|twee|drie|vier|dwie|trzy|cztery))\s?$/iu;
/** "2 flights to Rome". */
const BOUND_FOR = /^\s?(?:to|from|per|nach|von|ab|vers|pour|naar|van|tot|do|z|a|行|発)/iu;
/** "WK 23": a week, and no championship. */
const WEEK = /^wks?$/u;
const OF_YEAR = /^\.?\s?\p{Nd}{1,2}(?![\p{Nd}.])/u;
/** "Facturación de 4 millones". */
const TURNOVER = /^f(?:a|att)[ct]?t?ur/u;
const SUM_BEHIND = /^\s?(?:de|di|do|anual|annua|mensal|:|é|es|è)?\s?(?:de|di)?\s?(?:R?\p{Sc}\s?)?\p{Nd}/iu;
/** "Wir fahren im Mai eine Kampagne", "the campaign runs in May". */
const RUNS: ReadonlySet<string> = new Set("fahren,fahrt,gefahren,runs,corre,corren,court,corra,corrono".split(","));
/** "Leute, die gern laufen". */
const OF_PEOPLE = /(?<!\p{L})(?:die|der|who|that|qui|que|che|gerne?|viel|oft)\s$/iu;
const CAMPAIGN =
  /kampag|kampani|campaign|campag|campañ|campanh|(?<!\p{L})(?:flights?|ads|spots?|anzeigen|annonces|anuncios|annunci)(?!\p{L})/iu;
/** "Plus VAT", "IVA non inclusa", and no returns of it. */
const TAX = /^(?:vat|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|iva|btw|gst)$/u;
const TAX_BEFORE =
  /(?:\+\s?|(?<!\p{L})(?:plus|net of|before|ex|excl?\.?|incl\.?|zzgl\.?|inkl\.?|exkl\.?|ohne|ht|hors|sans|avec|sin|con|más|sem|com|mais|senza|più|oltre|escl\.?|esclusa|bez|zonder|met|exclusief|inclusief)\s)$/iu;
const TAX_BEHIND =
  /^\s(?:(?:is |est |è |no |não |non |not |nicht |niet |nie )?(?:incl|inkl|escl|excl|compr|inbegrepen|aparte|apart|extra|on top|en sus|w cenie))/iu;
const RUN = /^\p{Nd}{1,3}\s?k$/u;
const CLAUSE_START = /(?:^|[,;.|\n–—-])\s?$/u;
const CLAUSE_END = /^\s?(?:$|[+,;.|\n–—-])/u;
/** Polish "mamy" is "mothers", and "we have": "mamy budżet". */
const HAD_BEHIND =
  /^\s(?:\p{Nd}|(?:budżet|już|tylko|też|także|bann?er|spot|kreacj|film|pytani|prośb|nadziej|kampani|mał[yo]|dużo|około|ok\.|jakieś|czas|klient|produkt|sklep|swój|własn|materiał|do\s|nowy|nową|gotow|plan|propozycj|problem|ofert))/iu;
/** "Mamy małych dzieci", "mamy z dziećmi", "mamy szukają": of mothers, also where a clause begins. */
const OF_MOTHERS =
  /^(?:\s?(?:$|[+,;.:!?|\n–—-])|\s(?:z|ze|na|w|we|i|oraz|lub|które|która|dziec|mał[ey]|maluch|malutk|niemowl|noworod|bliźni|przedszkolak|nastolatk|karmi|pracując|małych|młod|samotn|czyta|szuka|\p{L}{2,16}(?:ają|ują|eją|szą|iją|dzą|cą)(?!\p{L})))/iu;
/** "BH e Vitória": Belo Horizonte. */
const IN_PORTUGUESE_BEHIND = /^\se\s/u;
const IN_PORTUGUESE_BEFORE = /(?<!\p{L})(?:e|em)\s$/u;
const LABEL_BEHIND = /^\s?:/u;
/** Whom a letter speaks to. */
const FOLKS: ReadonlySet<string> = new Set(
  "ragazzi,ragazze,chicos,chicas,guys,boys,girls,ladies,gentlemen,jungs,madels,jongens,meiden,dames,heren,chlopaki,dziewczyny,panowie,panie,meninos,meninas,rapazes,mesdames,messieurs,damen,herren,malta".split(
    ",",
  ),
);
const GREETED =
  /^(?:(?:hi|hello|hey|dear|ok|hallo|liebe|salut|bonjour|hola|buenas|buenos días|ciao|salve|buongiorno|cari|care|oi|olá|bom dia|hoi|dag|beste|cześć|hej|drodzy)[\s,]*)?$/iu;
const ADDRESSED = /^\s?[,!]/u;
const ADDRESSED_IN_GREETING = /^\s?(?:[,!.;:\n]|$)/u;

/** In characters: nothing that is asked for here stands further away. */
const NEAR = 16;

/** Without the words that are subjects elsewhere, and that here tell of the campaign, of the firm, or of whom a letter is to. */
export function withoutTradeWords(text: string, mentions: Mentions): Mentions {
  const { content } = mentions;
  const dropped = content.filter((one) => isSubject(one) && isOfTrade(one, text, content));
  return dropped.length === 0 ? mentions : { ...mentions, content: content.filter((one) => !dropped.includes(one)) };
}

function isSubject({ senses }: Mention): boolean {
  return senses.every(({ kind }) => kind === "topic" || kind === "audience");
}

function isOfTrade(one: Mention, text: string, content: readonly Mention[]): boolean {
  const word = wordOf(one, text);
  const [before, behind] = [text.slice(Math.max(0, one.start - NEAR), one.start), text.slice(one.end, one.end + NEAR)];
  if (OF_CAMPAIGNS.has(word)) return !isSupported(one, text, content);
  if (COUNTED.has(word)) return NUMBER_BEFORE.test(before) && !BOUND_FOR.test(behind);
  if (WEEK.test(word)) return OF_YEAR.test(behind);
  if (TAX.test(word)) return TAX_BEFORE.test(before) || TAX_BEHIND.test(behind);
  if (RUNS.has(word)) return !OF_PEOPLE.test(before) && CAMPAIGN.test(clauseAround(one, text));
  if (TURNOVER.test(word)) return SUM_BEHIND.test(behind);
  if (word === "mamy") return HAD_BEHIND.test(behind) || (CLAUSE_START.test(before) && !OF_MOTHERS.test(behind));
  if (word === "bh") return IN_PORTUGUESE_BEHIND.test(behind) || IN_PORTUGUESE_BEFORE.test(before);
  if (word === "market" || word === "markets") return LABEL_BEHIND.test(behind) || isBeforeCountry(one, content);
  if (FOLKS.has(word)) return isAddressed(text.slice(0, one.start), behind);
  return RUN.test(word) && isAlone(one, text) && !isSupported(one, text, content);
}

/** "Ragazzi, cerco…", "ciao ragazzi." */
function isAddressed(before: string, behind: string): boolean {
  if (!GREETED.test(before)) return false;
  return (before.trim() === "" ? ADDRESSED : ADDRESSED_IN_GREETING).test(behind);
}

function wordOf({ start, end }: Mention, text: string): string {
  return plainOf(text.slice(start, end).toLowerCase());
}

function clauseAround({ start, end }: Mention, text: string): string {
  const before =
    text
      .slice(Math.max(0, start - CLAUSE), start)
      .split(BREAK)
      .at(-1) ?? "";
  return `${before} ${text.slice(end, end + CLAUSE).split(BREAK)[0] ?? ""}`;
}

/** In characters, on either side. */
const CLAUSE = 40;
const BREAK = /[.,;:!?\n]/u;

/** "Display Italy, 5k": at the end of a note it is money, where nothing else is about running. */
function isAlone({ start, end }: Mention, text: string): boolean {
  return CLAUSE_START.test(text.slice(Math.max(0, start - 2), start)) && CLAUSE_END.test(text.slice(end, end + 2));
}

function isBeforeCountry({ end }: Mention, content: readonly Mention[]): boolean {
  return content.some((other) => other.start - end === 1 && has(other, "country"));
}

/** Another word means the same, or something of its kind. */
function isSupported(one: Mention, text: string, content: readonly Mention[]): boolean {
  const meant = new Set(one.senses.map(({ id }) => id));
  return content.some((other) => {
    if (other === one || wordOf(other, text) === wordOf(one, text) || RUN.test(wordOf(other, text))) return false;
    return other.senses.some(({ kind, id }) => meant.has(id) || meant.has(lineOf(kind, id)?.parent ?? ""));
  });
}
