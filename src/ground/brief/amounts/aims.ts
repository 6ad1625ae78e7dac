import type { Chip } from "../chip.ts";

/** What makes of a price that is no ceiling one that would be welcome, right before it or its "CPM": "a target CPM of 9", "around 12 euros". */
const AIMS = listed(`
target, targets, goal, aim, aiming for, we aim at, hoping for, hoped for, ballpark, roughly, around, approximately, approx, in the region of, somewhere near, on average, average, indicative, benchmark, in a dream, would love
ziel, zielwert, richtwert, wunsch, ziel-tkp, tkp-ziel, zielpreis, wunschpreis, anpeilen, erhoffen, hoffen auf, ungefähr, etwa, im schnitt, durchschnittlich, in der regel, orientierung
cible, objectif, viser, visons, visé, espérer, espérons, environ, autour de, aux alentours de, en moyenne, indicatif, indicative, à titre indicatif, idéal
objetivo, meta, aspiramos a, esperamos, alrededor de, en torno a, de media, en promedio, orientativo, orientativa, aproximadamente
obiettivo, target, puntiamo a, speriamo, intorno a, attorno a, in media, mediamente, indicativo, indicativamente, a titolo indicativo, orientativo
objetivo, meta, alvo, esperamos, cerca de, à volta de, por volta de, em média, indicativo, aproximadamente
doel, streefprijs, streefwaarde, streven, streven naar, richtprijs, richtbedrag, hopen op, ongeveer, rond de, gemiddeld, indicatief
cel, docelowo, docelowy, celujemy, liczymy na, orientacyjnie, orientacyjny, około, średnio, mniej więcej, w okolicach
目標, 目安, 平均, およそ, だいたい, 約, 理想
الهدف, نستهدف, نأمل, نطمح, حوالي, تقريبا, تقريباً, في المتوسط, استرشادي, متوسط
`);
/** What says behind a price that it binds nobody: "but we are flexible". */
const UNBOUNDED = listed(`
no limit, no limits, no cap, no ceiling, no maximum, not a limit, not a cap, not a ceiling, isn't a must, not a must, is not a must, not a condition, flexible, open to more, pay more if, no hard limit, not fixed, would be nice, would be lovely, would be great, would be ideal, would be a dream
kein limit, kein deckel, keine obergrenze, keine grenze, nach oben offen, flexibel, kein festes limit, keine vorgabe, ohne limit, kein muss, ohne obergrenze, wäre schön, wäre super, wäre ideal, wäre toll, wäre traum, wäre ein traum
pas de limite, pas de plafond, sans plafond, sans limite, n'est pas un plafond, rien d'un plafond, flexible, flexibles, pas une obligation, sans fixer, serait bien, serait idéal, serait parfait, serait super
sin límite, sin tope, sin techo, no es un límite, no es un tope, no es condición, flexible, flexibles, no pasa nada, sería ideal, estaría bien, sería genial
senza limite, senza limiti, senza tetto, nessun limite, nessun tetto, non è un tetto, non è un limite, flessibile, flessibili, si può sforare, non poniamo limiti, sarebbe bello, sarebbe ideale, sarebbe perfetto
sem limite, sem teto, sem tecto, não é um limite, não é um teto, flexível, flexíveis, seria ótimo, seria bom, seria ideal
geen limiet, geen plafond, geen bovengrens, flexibel, is geen maximum, is geen plafond, is geen grens, niet vast, zou mooi zijn, zou fijn zijn, zou ideaal zijn
bez limitu, nie jest limitem, to nie limit, bez górnej granicy, elastyczny, elastyczni, elastycznie, nie jest to warunek, byłoby super, byłoby miło, byłoby idealnie
上限なし, 上限はなし, 上限はありません, 上限ではない, 上限ではありません, 柔軟に, 応相談, 相談可, だと嬉しい, だとうれしい, が理想
بلا سقف, بدون سقف, لا سقف, ليس سقفا, ليس سقفاً, ليس حدا, ليس حداً أقصى, بلا حد, بدون حد, مرن, مرنون, سيكون رائعا, سيكون مثاليا, يا ريت
`);

/** What negates a verb. */
const DENIALS = listed(`
don't, do not, doesn't, does not, isn't, is not, aren't, mustn't, must not, shouldn't, should not, can't, cannot, shan't, won't, will not, wouldn't, nothing, never, nobody, no
nicht, kein, keine, keinen, keinem, nie, niemals, nichts
ne, n', jamais, sans, pas
no, nunca, sin, nada, jamás
non, nn, mai, senza, niente
não, nao, nunca, sem, nada
niet, geen, nooit, niets
nie, bez, nigdy
ない, 不可
لا, ما, مش, لن, ألا, مو
`);

/** What an aim stands before is at most this many characters away, and what takes a bound back is within this many behind it. */
const BEFORE = 24;
const BEHIND = 60;
/** Behind it another sentence begins. */
const SENTENCE_END = /[.;!?\n。؛؟]/;

/** It orders what is shown, and hides nothing. */
export const WELCOME = 0.5;
const CALLED_CEILING = 0.95;

/** "CPM under 3 pounds would be nice", "a target CPM of 6", "around 10 euros, no limit". */
export function isOnlyWelcome({ kind, span, certainty }: Chip, text: string): boolean {
  if (kind !== "maxCpm" || !span) return false;
  return (certainty < CALLED_CEILING && isAim(span.start, text)) || isUnbounded(span.end, text);
}

/** "We don't pay over 7", "isn't to go above 90": the negation of the verb that a floor belongs to, in its clause. */
const DENYING = 24;
const CLAUSE_END = /[.,;:!?\d。、،؛؟]/u;

export function isDenied(start: number, text: string): boolean {
  const before = text.slice(Math.max(0, start - DENYING), start).toLowerCase();
  return holdsAny(before.split(CLAUSE_END).at(-1) ?? "", DENIALS);
}

/** Whether the words right before an amount of which the CPM is told say that it is only hoped for. */
function isAim(start: number, text: string): boolean {
  const before = text.slice(Math.max(0, start - BEFORE), start).toLowerCase();
  return holdsAny(before, AIMS);
}

/** Whether the rest of the sentence says that the amount is none that binds. */
function isUnbounded(end: number, text: string): boolean {
  const behind = text.slice(end, end + BEHIND).toLowerCase();
  const [rest = ""] = behind.split(SENTENCE_END);
  return UNBOUNDED.some((word) => holds(rest, word) && !(YIELDING.test(word) && isDenied(rest.indexOf(word), rest)));
}

/** "We are not flexible." */
const YIELDING = /^(?:fle[kx]s?i|elast|مرن)/;

/** A line for each language, in the order of the lexicon. */
function listed(words: string): readonly string[] {
  return words.trim().split(/,\s|\n/);
}

const LETTER = /\p{L}/u;
const SCRIPT_WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;

function holdsAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => holds(text, word));
}

/** As a whole word, where the script has words. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (SCRIPT_WITHOUT_SPACES.test(word)) return true;
    if (!LETTER.test(text[at - 1] ?? "") && !LETTER.test(text[at + word.length] ?? "")) return true;
  }
  return false;
}
