import { type Chip, isFirm } from "../chip.ts";

/** Behind these stands what somebody has. */
const HAVING =
  /(?<!\p{L})(?:already (?:have|got|run|running|booked|use|using|advertise on|advertising on)|haben (?:schon|bereits)|ya (?:tenemos|hacemos|usamos)|mamy już|już mamy|hebben (?:we |wij )?al|lopen al met)(?!\p{L})/giu;
/** What is wanted besides is said behind these. */
const WANTING =
  /[.;,!?\n،]|(?<!\p{L})(?:now|want|need|looking|seeking|add|jetzt|nun|suchen|wollen|brauchen|ahora|queremos|buscamos|teraz|chcemy|szukamy|nu|willen|zoeken)(?!\p{L})/u;
/** In Arabic "already" stands behind it: 「لدينا الراديو بالفعل ونريد بودكاست」. */
const WE_HAVE = /(?<!\p{L})لدينا(?!\p{L})/gu;
const ALREADY = "بالفعل";
const BREAK = /[.،؛؟\n]/;
/** In characters. */
const MOST_BETWEEN = 60;
const MOST_BEHIND = 120;
const HINT = 0.3;

/** "We already have radio, now we want podcasts": of media, what somebody has is not what they ask for. */
export function withoutRunning(chips: readonly Chip[], text: string): Chip[] {
  const parts = [...text.matchAll(HAVING)].map((match) => partFrom(match.index + match[0].length, text));
  for (const { index } of text.matchAll(WE_HAVE)) {
    const end = text.indexOf(ALREADY, index);
    if (end >= 0 && end - index <= MOST_BETWEEN && !BREAK.test(text.slice(index, end)))
      parts.push({ start: index, end });
  }
  if (parts.length === 0) return [...chips];
  const isHad = ({ span }: Chip) =>
    span !== null && parts.some(({ start, end }) => span.start >= start && span.end <= end);
  const isDemanded = (chip: Chip) => chip.kind === "channel" && !chip.negated && isFirm(chip);
  if (!chips.some((chip) => isDemanded(chip) && !isHad(chip))) return [...chips];
  return chips.map((chip) => (isDemanded(chip) && isHad(chip) ? { ...chip, certainty: HINT } : chip));
}

function partFrom(start: number, text: string) {
  const behind = text.slice(start, start + MOST_BEHIND);
  const wanting = behind.search(WANTING);
  return { start, end: start + (wanting < 0 ? behind.length : wanting) };
}
