import { has, type Mention, type Mentions } from "../mention.ts";
import { clauseOf, isIn, SENTENCE_END, type Span } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import type { Token } from "../words.ts";

const DATA: ReadonlySet<string> = new Set(
  "data daten donnees datos dati dados gegevens dane danych backups logs بيانات البيانات".split(" "),
);
const COMPOUND = /(?:daten|gegevens)$/u;
/** Laws, and what they protect: they stand before a colon or a comma. */
const LAWS: ReadonlySet<string> = new Set("gdpr dsgvo rgpd rodo avg pii ccpa lgpd appi".split(" "));
const KEPT: ReadonlySet<string> = new Set(
  (
    "leave leaves leaving stored storage store transfer transfers transferred hosted hosting processed processing remain remains stay stays kept reside resides residency exported " +
    "verlassen gespeichert speichern ubertragen ubermittelt ubermittlung verarbeitet verarbeitung bleiben gehostet liegen " +
    "quittent quitter stockees stockes stocker hebergees heberges transfert transferees transferes traitees traites restent rester " +
    "salen salir almacenan almacenados almacenar transferencia transferir alojan alojados procesan permanecen quedarse " +
    "escono uscire lasciano conservati archiviati trasferiti trasferimento ospitati trattati restano rimangono rimanere " +
    "saem sair armazenados armazenar transferidos hospedados tratados permanecem ficar " +
    "verlaten opgeslagen overgedragen doorgifte verwerkt blijven gehost " +
    "opuszczac opuszczaja przechowywane przekazywane przetwarzane pozostaja " +
    "تغادر تخزين تخزن تنقل نقل معالجه تبقي"
  ).split(" "),
);
const IN_JAPANESE = /データ|個人情報/u;
const KEPT_IN_JAPANESE = /移転|保存|保管|転送|持ち出|処理|域外/u;

/** "No data leaves the EU", "GDPR: no transfer outside the EU": where data are kept says nothing of where to advertise. */
export function withoutKeptData(tokens: readonly Token[], mentions: Mentions): Mentions {
  if (!tokens.some((one) => isOfData(one) || LAWS.has(one.plain))) return mentions;
  const kept = new Set(mentions.content.filter((one) => isPlace(one) && isOfKeptData(one, tokens, mentions)));
  return kept.size === 0 ? mentions : { ...mentions, content: mentions.content.filter((one) => !kept.has(one)) };
}

function isOfKeptData(place: Mention, tokens: readonly Token[], { content, scope }: Mentions): boolean {
  const clause = clauseOf(place, tokens);
  const here = tokens.filter((one) => one.start >= clause.start && one.end <= clause.end);
  const isKept = here.some(({ kind, plain, text }) =>
    kind === "japanese" ? KEPT_IN_JAPANESE.test(text) : KEPT.has(plain),
  );
  if (!isKept || content.some((one) => isIn(clause, one) && (has(one, "channel") || has(one, "audience"))))
    return false;
  // 人 in 個人 is nobody who is sought.
  const isJapanese = here.some(({ kind }) => kind === "japanese");
  if (!isJapanese && scope.some((one) => isIn(clause, one) && has(one, "scope", "people"))) return false;
  if (here.some(isOfData)) return true;
  const part = partOf(place, tokens);
  return tokens.some((one) => LAWS.has(one.plain) && one.start >= part.start && one.end <= part.end);
}

function isOfData({ kind, plain, text }: Token): boolean {
  return kind === "japanese" ? IN_JAPANESE.test(text) : DATA.has(plain) || COMPOUND.test(plain);
}

/** A sentence, or what a semicolon parts of it. */
function partOf({ start, end }: Mention, tokens: readonly Token[]): Span {
  const isEnd = ({ kind, text }: Token) => kind === "break" && (SENTENCE_END.test(text) || text.includes(";"));
  return {
    start: tokens.findLast((one) => one.end <= start && isEnd(one))?.end ?? 0,
    end: tokens.find((one) => one.start >= end && isEnd(one))?.start ?? tokens.at(-1)?.end ?? 0,
  };
}
