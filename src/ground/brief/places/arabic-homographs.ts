import { lineOf } from "../lexicon/lexicon.ts";
import { has, type Mention } from "../mention.ts";

/** مكناس ووجدة, but الرياض وجدة: the name of one city is "and" with that of another. */
const OUJDA = "oujda";
const JEDDAH = "jeddah";
/** عمّان is Amman, and عُمان Oman; most write neither mark. */
const AMMAN = /^[وف]?[لب]?ع\u064E?م[\u064E\u064F]?\u0651/u;
const OMAN = /^[وف]?[لب]?ع\u064F/u;
/** مدينة عمان, العاصمة عمان. */
const CITY = /(?:مدينة|العاصمة|بلدية|وسط|مطار|شوارع|أحياء)\s$/u;
const SULTANATE = /(?:سلطنة|خليج|بحر)\s$/u;
const LONGEST_WORD = 12;

/** Names of places that Arabic writes alike, by the marks or places beside them. */
export function withArabicHomographs(text: string, content: readonly Mention[]): Mention[] {
  return content
    .filter((one) => !isFinancial(one, text, content) && !isPrayer(one, text))
    .map((one, at) => {
      if (has(one, "city", OUJDA) && has(one, "city", JEDDAH)) return withOneCity(one, content[at - 1], content);
      return has(one, "country", "OM") && isAmman(one, text, content) ? asAmman(one) : one;
    });
}

/** مالي is Mali, and "financial" behind a noun; with the article it cannot be the country. */
function isFinancial(one: Mention, text: string, content: readonly Mention[]): boolean {
  if (!has(one, "country", "ML") || one.to - one.from > 1) return false;
  if (/^[وفبكل]*ال/u.test(text.slice(one.start, one.end))) return true;
  const before = text.slice(Math.max(0, one.start - LONGEST_WORD), one.start);
  if (IN_COUNTRY.test(before) || /^[بفل]/u.test(text.slice(one.start, one.end))) return false;
  const isListed = content.some((other) => other !== one && isPlace(other) && Math.abs(other.from - one.from) <= NEAR);
  return !isListed && NOUN.test(before);
}

const IN_COUNTRY = /(?:^|\s)(?:في|من|إلى|الى|دولة|جمهورية|سوق|داخل)\s$/u;
const NOUN = /\p{L}\p{L}\p{L}\s$/u;
/** In tokens. */
const NEAR = 2;

/** وقت الصلاة, بعد المغرب: the prayer at sunset. */
function isPrayer(one: Mention, text: string): boolean {
  if (!has(one, "country", "MA") || text.slice(one.start, one.end).includes(" ")) return false;
  return (
    PRAYER_BEFORE.test(text.slice(Math.max(0, one.start - LONGEST_WORD), one.start)) ||
    PRAYER_BEHIND.test(text.slice(one.end))
  );
}

const PRAYER_BEFORE = /(?:صلاة|أذان|اذان|بعد|قبل|وقت|العصر و|العصر)\s?$/u;
const PRAYER_BEHIND = /^\sو?العشاء(?!\p{L})/u;

/** Behind a Moroccan place it is Oujda, behind another the "and" of a list, and first in a list neither. */
function withOneCity(one: Mention, last: Mention | undefined, content: readonly Mention[]): Mention {
  const isListed = last !== undefined && last.to === one.from && isPlace(last);
  const isMoroccan = content.some((other) => other !== one && countriesOf(other).includes("MA"));
  const wrong = isListed && !isMoroccan ? OUJDA : JEDDAH;
  return { ...one, senses: one.senses.filter(({ id }) => id !== wrong) };
}

function isAmman(one: Mention, text: string, content: readonly Mention[]): boolean {
  const written = text.slice(one.start, one.end);
  if (!WRITTEN.test(written) || OMAN.test(written)) return false;
  if (AMMAN.test(written)) return true;
  const before = text.slice(Math.max(0, one.start - LONGEST_WORD), one.start);
  if (SULTANATE.test(before)) return false;
  const others = content.filter((other) => other !== one).flatMap(countriesOf);
  return !others.includes("OM") && (CITY.test(before) || others.includes("JO"));
}

/** One word, with or without its marks; سلطنة عمان is two. */
const WRITTEN = /^[وف]?[لب]?ع[\u064B-\u0652]*م[\u064B-\u0652]*ان[\u064B-\u0652]*$/u;

function asAmman(one: Mention): Mention {
  return { ...one, senses: [{ kind: "city", id: "amman", isHint: false }] };
}

function isPlace({ senses }: Mention): boolean {
  return senses.some(({ kind }) => kind === "city" || kind === "country" || kind === "region");
}

function countriesOf({ senses }: Mention): readonly string[] {
  return senses.flatMap(({ kind, id }) =>
    kind === "city" || kind === "country" ? (lineOf(kind, id)?.values ?? []) : [],
  );
}
