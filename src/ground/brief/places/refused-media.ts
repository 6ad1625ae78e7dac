import { has, type Mention, type Mentions } from "../mention.ts";

/** "No American media", "pas de médias américains": of media that have no other name, the nation is what is refused. */
export function isOfRefusedMedia(place: Mention, text: string, { scope }: Pick<Mentions, "scope">): boolean {
  const before = text.slice(Math.max(0, place.start - WITHIN), place.start);
  if (NO_MEDIA.test(before) || (NO.test(before) && MEDIA.test(text.slice(place.end, place.end + WITHIN)))) return true;
  const media = scope.find((one) => isBeside(one, place) && has(one, "scope", "medium-label"));
  const from = Math.min(media?.from ?? 0, place.from);
  const isRefusal = (one: Mention) =>
    (has(one, "scope", "negator") || has(one, "scope", "without")) && one.to <= from && from - one.to <= 1;
  return media !== undefined && scope.some(isRefusal);
}

/** In characters. */
const WITHIN = 24;
/** Where media are no label of a form: Italian "media" is an average, too. */
const NO_MEDIA = /(?<!\p{L})(?:niente|senza|nessun|بدون|دون|بلا)\s(?:media|وسائل(?:\sإعلام)?)\s$/iu;
const NO = /(?<!\p{L})(?:bez|żadnych|niente)\s$/iu;
const MEDIA = /^\s(?:mediów|tytułów|media)(?!\p{L})/iu;

function isBeside(one: Mention, place: Mention): boolean {
  return one.to === place.from || one.from === place.to;
}
