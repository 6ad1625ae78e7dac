import type { Chip } from "../chip.ts";
import { has, type Mention } from "../mention.ts";
import type { Part } from "./part-of-sentence.ts";
import { holdsAny, listed, placeOf, plainly } from "./word-lists.ts";

/** What makes of a price that is no ceiling one that would be welcome, right before it or its "CPM": "a target CPM of 9", "around 12 euros". */
const AIMS = listed(`
target, targets, goal, aim, aiming for, we aim at, hoping for, hoped for, ballpark, roughly, around, approximately, approx, in the region of, somewhere near, on average, average, average of, indicative, benchmark, in a dream, would love
ziel, zielwert, richtwert, wunsch, ziel-tkp, tkp-ziel, zielpreis, wunschpreis, anpeilen, erhoffen, hoffen auf, ungefähr, etwa, im schnitt, durchschnittlich, schnitt von, durchschnitt von, in der regel, orientierung
cible, objectif, viser, visons, visé, espérer, espérons, environ, autour de, aux alentours de, en moyenne, moyenne de, indicatif, indicative, à titre indicatif, idéal
objetivo, meta, aspiramos a, esperamos, alrededor de, en torno a, de media, media de, en promedio, promedio de, orientativo, orientativa, aproximadamente
obiettivo, target, puntiamo a, speriamo, intorno a, attorno a, in media, media di, mediamente, indicativo, indicativamente, a titolo indicativo, orientativo
objetivo, meta, alvo, esperamos, cerca de, à volta de, por volta de, em média, média de, indicativo, aproximadamente
doel, streefprijs, streefwaarde, streven, streven naar, richtprijs, richtbedrag, hopen op, ongeveer, rond de, gemiddeld, gemiddelde van, indicatief
cel, docelowo, docelowy, celujemy, liczymy na, orientacyjnie, orientacyjny, około, średnio, średnia, średnią, mniej więcej, w okolicach
目標, 目安, 平均, およそ, だいたい, 約, 理想
الهدف, نستهدف, نأمل, نطمح, حوالي, في حدود, تقريبا, تقريباً, في المتوسط, استرشادي, متوسط
`);
/** What says behind a price that it binds nobody: "but we are flexible". */
const UNBOUNDED = listed(`
no limit, no limits, no cap, no ceiling, no maximum, not a limit, not a cap, not a ceiling, isn't a must, not a must, is not a must, not a condition, flexible, open to more, pay more if, no hard limit, not fixed, do not insist, don't insist, won't insist, not insist on, no requirement, not a requirement, isn't a condition, no condition, no deal-breaker, not a deal-breaker, not set in stone, not binding, non-binding, nice to have, not mandatory, not essential, not a must, isn't essential, not necessary, isn't necessary, not obligatory, would be nice, would be lovely, would be great, would be ideal, would be a dream, would be welcome, would be appreciated
kein limit, kein deckel, keine obergrenze, keine grenze, nach oben offen, flexibel, kein festes limit, keine vorgabe, ohne limit, kein muss, bestehen wir nicht, bestehen wir aber nicht, bestehen aber nicht, bestehen nicht, nicht darauf bestehen, keine bedingung, keine pflicht, nicht zwingend, keine voraussetzung, unverbindlich, nicht verbindlich, nicht notwendig, nicht nötig, muss nicht sein, nicht bindend, ohne obergrenze, wäre schön, wäre super, wäre ideal, wäre toll, wäre traum, wäre willkommen, wäre ein traum
pas de limite, pas de plafond, sans plafond, sans limite, n'est pas un plafond, rien d'un plafond, flexible, flexibles, pas une obligation, pas une condition, pas une exigence, n'exigeons pas, n'y tenons pas, pas impératif, pas obligatoire, pas un impératif, n'insistons pas, pas rédhibitoire, sans obligation, rien d'obligatoire, serait apprécié, seraient appréciés, sans engagement, pas nécessaire, pas indispensable, sans fixer, serait bien, serait idéal, serait parfait, serait super
sin límite, sin tope, sin techo, no es un límite, no es un tope, no es condición, no es una condición, no es una exigencia, no es exigencia, no es un requisito, no es requisito, no insistimos, no lo exigimos, no es obligatorio, no es imprescindible, no es vinculante, no es necesario, no hace falta, sin ser obligatorio, flexible, flexibles, no pasa nada, sería ideal, estaría bien, sería genial
senza limite, senza limiti, senza tetto, nessun limite, nessun tetto, non è un tetto, non è un limite, flessibile, flessibili, si può sforare, non poniamo limiti, non è un requisito, non è una condizione, non insistiamo, non è vincolante, non è obbligatorio, non è un obbligo, non lo pretendiamo, non è tassativo, senza vincolo, senza impegno, sarebbe gradito, non è necessario, non è indispensabile, sarebbe bello, sarebbe ideale, sarebbe perfetto
sem limite, sem teto, sem tecto, não é um limite, não é um teto, não fazemos questão, não é uma exigência, não é exigência, não é um requisito, não é requisito, não é condição, não é uma condição, não é obrigatório, não insistimos, não exigimos, não é vinculativo, não é imprescindível, não é necessário, não é indispensável, flexível, flexíveis, seria ótimo, seria bom, seria ideal
geen limiet, geen plafond, geen bovengrens, flexibel, is geen maximum, is geen plafond, is geen grens, geen voorwaarde, voorwaarde is dat niet, geen vereiste, geen eis, geen harde eis, geen must, niet verplicht, staan er niet op, niet bindend, dat hoeft niet, hoeft niet, niet noodzakelijk, niet nodig, niet vast, zou mooi zijn, zou fijn zijn, zou ideaal zijn
bez limitu, nie jest limitem, to nie limit, bez górnej granicy, elastyczny, elastyczni, elastycznie, nie jest to warunek, nie jest warunkiem, to nie warunek, nie upieramy, nie nalegamy, nie jest to wymóg, nie jest wymogiem, nie wymagamy, niewiążąc*, nie jest konieczne, nie jest to konieczne, nie jest niezbędne, to nie konieczność, byłoby super, byłoby miło, byłoby idealnie
上限なし, 上限はなし, 上限はありません, 上限ではない, 上限ではありません, 柔軟に, 応相談, 相談可, 必須ではありません, 必須ではない, 条件ではありません, 条件ではない, こだわりません, こだわらない, 強制ではありません, 必要ではありません, 絶対ではありません, だと嬉しい, だとうれしい, が理想
بلا سقف, بدون سقف, لا سقف, ليس سقفا, ليس سقفاً, ليس حدا, ليس حداً أقصى, بلا حد, بدون حد, مرن, مرنون, لا نشترط, ليس شرطا, ليست شرطا, غير ملزم, لا نصر, لسنا متمسكين, ليس إلزاميا, ليس ضروريا, ليست ضرورية, ليس مطلوبا, ستكون رائعة, ستكون مثالية, ليست إلزامية, سيكون رائعا, سيكون مثاليا, يا ريت
`);

/** What makes a preference of a price, even of one that is called a ceiling: "ideally below 9". */
const PREFERENCES = listed(`
ideally, ideal, in an ideal world, preferably, would prefer, our preference, hopefully, would be nice, would be great, would be lovely, would be good, we would love, we'd love
idealerweise, ideal, am liebsten, im idealfall, wünschenswert, wunsch wäre, optimal wäre, schön wäre, vorzugsweise, toll wäre, super wäre, wäre schön, wäre toll, wäre gut
idéalement, idéal, de préférence, serait bien, serait parfait, serait super, ce serait bien
ideal, idealmente, a ser posible, preferiblemente, preferentemente, estaría bien, sería bueno, sería estupendo, sería perfecto
ideale, idealmente, preferibilmente, di preferenza, sarebbe bello, sarebbe ottimo, sarebbe perfetto
ideal, idealmente, de preferência, preferencialmente, seria bom, seria ótimo, seria perfeito
liefst, idealiter, ideaal, bij voorkeur, zou fijn, zou mooi, zou prettig
najlepiej, idealnie, ideałem, najchętniej, byłoby miło, byłoby dobrze, byłoby super, dobrze byłoby, miło byłoby
できれば, 理想, 可能なら, 可能であれば, だと嬉しい, だとうれしい, が望ましい, 希望です
يفضل, نفضل, مثاليا, من الأفضل, حبذا, الأمثل, المثالي, يستحسن, سيكون جميلا, سيكون رائعا, من الجميل, يا حبذا
`);

/** What negates a verb. */
const DENIALS = listed(`
don't, do not, doesn't, does not, isn't, is not, aren't, mustn't, must not, shouldn't, should not, can't, cannot, shan't, won't, will not, wouldn't, nothing, never, nobody, nowhere, no, forbidden, prohibited
nicht, kein, keine, keinen, keinem, nie, niemals, nirgends, nichts, verboten, untersagt
ne, n'*, jamais, sans, pas, nulle part, interdit, interdiction
no, nunca, sin, nada, jamás, prohibido, prohibida
non, nn, mai, senza, niente, vietato, divieto
não, nunca, sem, nada, jamais, proibido, proibida
niet, geen, nooit, nergens, niets, verboden
nie, bez, nigdy, nigdzie, zakaz, zakazane
ない, 不可, 禁止
لا, ما, مش, لن, ألا, مو, ممنوع, يمنع, عدم
`);

/** What an aim stands before is at most this many characters away, and what takes a bound back is within this many behind it. */
const BEFORE = 24;
const BEHIND = 90;
/** A preference may have its verb between: "am liebsten wäre uns ein TKP unter 9 Euro". */
const PREFERRED_WITHIN = 48;

/** It orders what is shown, and hides nothing. */
export const WELCOME = 0.5;
/** Of a price that the words beside it call a ceiling. */
export const CALLED_CEILING = 0.95;

/** "CPM under 3 pounds would be nice", "a target CPM of 6", "around 10 euros, no limit". */
export function isOnlyWelcome({ kind, certainty }: Chip, part: Part): boolean {
  if (kind !== "maxCpm") return false;
  return (certainty < CALLED_CEILING && isAim(part)) || isUnbounded(part);
}

/** The words right before an amount of which the CPM is told say that it is only hoped for. */
function isAim({ before }: Part): boolean {
  return holdsAny(before.slice(-BEFORE), AIMS);
}

/** The rest of the sentence says that the amount is none that binds. */
function isUnbounded({ behind }: Part): boolean {
  const rest = behind.slice(0, BEHIND);
  return UNBOUNDED.some((word) => {
    const at = placeOf(word, rest);
    return at >= 0 && !(YIELDING.test(word) && isDenied(at, rest));
  });
}

/** "Ideally the CPM would be below 9", where it is no medium that is preferred. */
export function isPreference({ kind, span }: Chip, part: Part, content: readonly Mention[]): boolean {
  if (kind !== "maxCpm" || !span) return false;
  const before = preferredIn(part);
  const from = span.start - Math.min(PREFERRED_WITHIN, before.length);
  const isMedium = content.some((one) => one.start >= from && one.end <= span.start && has(one, "channel"));
  return !isMedium && holdsAny(before.slice(-PREFERRED_WITHIN), PREFERENCES);
}

/** What stands alone before its comma is of the clause behind: "Ideally, …"; but "ideal 8 €, máximo 10 €" has a price of its own. */
function preferredIn({ before }: Part): string {
  const [clause = "", opening = ""] = before.split(/[,:،、]/u).toReversed();
  return opening.trim().length <= OPENING && !/\d/.test(opening) ? `${opening} ${clause}` : clause;
}

/** In characters: "in an ideal world". */
const OPENING = 20;

/** "We are not flexible." */
const YIELDING = /^(?:fle[kx]s?i|elast|مرن)/;

/** "We don't pay over 7", "isn't to go above 90": the negation of the verb that a floor belongs to, in its clause. */
const DENYING = 24;
/** The point of "Fr. 16.50" ends nothing. */
const FRANCS = /\sfr\.\s?$/iu;
const CLAUSE_END = /[.,;:!?\d。、،؛؟]/u;

export function isDenied(start: number, text: string): boolean {
  const before = text.slice(Math.max(0, start - DENYING), start).replace(FRANCS, " ");
  return holdsAny(plainly(before.split(CLAUSE_END).at(-1) ?? ""), DENIALS);
}
