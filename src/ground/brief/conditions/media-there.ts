import { has, type Mention } from "../mention.ts";
import { type Before, isChannel } from "../polarity/clause.ts";
import { isPlace } from "../polarity/lists.ts";
import { areJoinedBy } from "../polarity/rejections.ts";
import { REFUSED } from "../stance.ts";
import { wordSet } from "../word-sets.ts";

const NONE = ["without", "negator", "none"] as const;
/** "No other", "żadnych": in tokens. */
const NEAR = 2;
/** "Which are still published in the north of". */
const WITHIN = 7;

/** "Without titles that appear in Germany", "bez mediów, które wychodzą w Niemczech": media are refused by where they are. */
export function refuseMediaThere(before: Before): void {
  const { text, scope, content, stances } = before;
  if (!content.some(isPlace)) return;
  for (const none of scope.filter((one) => NONE.some((id) => has(one, "scope", id)))) {
    const place = placeOf(none, before);
    if (!place) continue;
    const listed = [place];
    for (const one of content) {
      const last = listed.at(-1) ?? place;
      const to = startOf(one, scope);
      if (isPlace(one) && one.from >= last.to && areJoinedBy(text.slice(last.end, Math.max(last.end, to))))
        listed.push(one);
    }
    for (const one of listed) stances.set(one, REFUSED);
  }
}

/** With the "in the" before it. */
function startOf(place: Mention, scope: readonly Mention[]): number {
  const where = scope.find((one) => has(one, "scope", "locator") && one.to <= place.from && place.from - one.to <= 1);
  return where?.start ?? place.start;
}

/** The place in the relative clause of the media that follow. */
function placeOf(none: Mention, { tokens, content }: Before): Mention | undefined {
  const isMedia = (at: number) =>
    MEDIA.has(tokens[at]?.plain ?? "") || content.some((one) => one.to === at + 1 && isChannel(one));
  const media = [0, 1].map((step) => none.to + step).find((at) => isMedia(at) && at - none.to < NEAR);
  if (media === undefined) return undefined;
  const who = tokens[media + 1]?.text === "," ? media + 2 : media + 1;
  if (!RELATIVE.has(tokens[who]?.plain ?? "")) return undefined;
  const place = content.find((one) => one.from > who && isPlace(one));
  if (!place || place.from - who > WITHIN) return undefined;
  return tokens.slice(who, place.from).some(({ kind }) => kind === "break") ? undefined : place;
}

/** A place is told of them as where they are; Arabic and Japanese say it without a pronoun. */
const RELATIVE = wordSet("that which die welche qui que che ktore ktory ktora dat die wat");

const MEDIA = wordSet(
  "media medium outlets titles papers newspapers magazines stations channels publications publishers sites websites anything",
  "medien titel zeitungen zeitschriften blatter magazine sender kanale seiten portale publikationen werbetrager",
  "medias titres journaux stations chaines supports publications",
  "medios cabeceras titulos periodicos revistas emisoras cadenas canales soportes sitios publicaciones",
  "mezzi testate giornali riviste emittenti canali siti pubblicazioni",
  "meios jornais emissoras estacoes canais suportes veiculos publicacoes",
  "titels kranten bladen tijdschriften zenders kanalen uitgaven",
  "mediow tytulow gazet pism czasopism stacji kanalow portali stron serwisow nadawcow",
);
