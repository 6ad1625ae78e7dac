import { type Chip, isFirm } from "../chip.ts";

/** "Fernsehen, und zwar nur klassisches", "telewizji, tej zwykłej naziemnej": behind it the part of the sentence ends. */
const LINEAR =
  /^[\s,(–—]{1,3}(?:(?:und|zwar|nur|only|just|the|but|das|die|im|rein|ganz|la|le|seulement|mais|el|los|solo|sólo|pero|ma|quella|quello|o|a|só|mas|aquela|alleen|maar|dan|wel|ale|tylko|tej|tę|ta|tą|zwykłej|zwykłą|klassisches|klassische|gewoon|czyli|cioè)[\s,]{1,2}){0,4}(?:linear(?:e|es|en|na|ną|nej)?|lineair|lineaire|linéaire|lineal|liniow(?:a|ą|ej)|klassisch(?:e|es|en)?|herkömmlich(?:e|es|en)?|hertzienne|classique|clásica|tradicional|tradizionale|traditional|traditionell(?:e|es|en)?|naziemn(?:a|ą|ej)|zwykł(?:a|ą|ej)|tradycyjn(?:a|ą|ej)|klassieke|gewone)(?=\s?(?:$|[,.;:!?)–—\n]))/iu;
const STREAMED = /stream|connected|conect|connect|conness|połączon|podłączon|配信|internet/iu;
/** In characters. */
const BEHIND = 64;

/** "Television, and only the classic kind": what is said behind a medium of its kind. */
function ofTelevision(chips: readonly Chip[], text: string): readonly Chip[] {
  const sets = chips.filter((one) => isWanted(one) && one.concept === "tv" && one.span);
  const isLinear = ({ span }: Chip) => {
    const behind = text.slice(span?.end ?? 0, (span?.end ?? 0) + BEHIND);
    const said = LINEAR.exec(behind)?.[0];
    return said !== undefined && !STREAMED.test(said);
  };
  const linear = sets.filter(isLinear);
  return chips.filter((one) => one.value !== "ctv" || !linear.includes(one));
}

/** Nothing but this between the two, and they are two of a list. Dutch "en" is Spanish for "on". */
const LISTED =
  /^\s?(?:,|;|\/|\+|&|、|・|と|や|か|،)?\s?(?:and|und|et|y|e|ed|i|or|oder|ou|o|of|lub|oraz|plus|sowie|و|أو)?\s?$/iu;
const AUDIO: ReadonlySet<string> = new Set(["radio", "podcast", "streaming_audio"]);

/** "Audio ads on Spotify": audio where music is streamed is no radio and no podcast, unless they are named as well. */
function ofAudio(chips: readonly Chip[], text: string): readonly Chip[] {
  const streamed = chips.filter((one) => isWanted(one) && one.concept === "streaming_audio" && isFirm(one));
  if (streamed.length === 0) return chips;
  const isOfIt = (one: Chip) =>
    isWanted(one) &&
    one.concept === "audio" &&
    one.value !== "streaming_audio" &&
    AUDIO.has(one.value) &&
    !streamed.some((other) => areListed(one, other, text));
  return chips.filter((one) => !isOfIt(one));
}

/** "Audio, Spotify", but neither "audio Spotify" nor 「Spotifyの音声広告」. */
function areListed({ span }: Chip, { span: other }: Chip, text: string): boolean {
  if (!span || !other) return false;
  const [first, second] = span.start <= other.start ? [span, other] : [other, span];
  const between = text.slice(first.end, second.start);
  return /\S/u.test(between) && LISTED.test(between);
}

function isWanted({ kind, negated }: Chip): boolean {
  return kind === "channel" && !negated;
}

/** A wide word for media means those of its kind that are said beside it. */
export function withKindsOfMedia(chips: readonly Chip[], text: string): readonly Chip[] {
  return ofAudio(ofTelevision(chips, text), text);
}
