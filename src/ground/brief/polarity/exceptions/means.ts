import { DEMANDED_ALONE, WANTED } from "../../stance.ts";
import { type Before, isChannel } from "../clause.ts";

/** 「ポスターで、ネットは不要」: behind the medium that is the means, what is refused is something else, known or not. */
const MEANS =
  /^(?<alone>だけ|のみ|限定)?(?:で|に|へ)(?:お願いします)?[、。](?<other>[^、。！？\n]{1,12}?)(?:は|も)?(?:なし|無し|不要|要りません|いりません|使いません|避け|除)/u;
/** In characters. */
const WITHIN = 40;

/** Japanese refuses at the end, and what is refused need not be known. */
export function keepMeans({ text, content, stances }: Before): void {
  if (!/[はも]?(?:なし|無し|不要|りません|使いません|避け|除)/u.test(text)) return;
  for (const one of content) {
    if (!isChannel(one) || !stances.get(one)?.negated) continue;
    const said = MEANS.exec(text.slice(one.end, one.end + WITHIN));
    if (!said) continue;
    const end = one.end + said[0].length;
    const isOther = content.some((other) => other.start >= one.end && other.end <= end && stances.get(other)?.negated);
    if (isOther) continue;
    const listed = content.filter(
      (other) => other.end <= one.start && isChannel(other) && /^[かやと・、]$/u.test(text.slice(other.end, one.start)),
    );
    for (const kept of [...listed, one]) stances.set(kept, said.groups?.["alone"] ? DEMANDED_ALONE : WANTED);
  }
}
