import { expect, test } from "vitest";
import { isFirm } from "../../chip.ts";
import { readBrief } from "../../read-brief.ts";

const saidOf = (brief: string) =>
  readBrief(brief).chips.flatMap(({ kind, value, negated, ...chip }) =>
    (kind === "channel" || kind === "country") && isFirm({ kind, value, negated, ...chip })
      ? [negated ? `no ${value}` : value]
      : [],
  );

test.each([
  ["Ads for boats without leaving Ireland.", ["IE"]],
  ["Des bannières sans sortir de France.", ["display", "FR"]],
  ["Maquinaria de poda, sin salir de Argentina.", ["AR"]],
  ["Banner per barche senza uscire dall'Italia.", ["display", "IT"]],
  ["Banners para barcos sem sair de Portugal.", ["display", "PT"]],
  ["إعلانات من دون الخروج من مصر", ["EG"]],
  ["De Benelux is ons werkgebied en daarbuiten hoeft er niets te lopen.", ["BE", "NL", "LU"]],
  ["España es nuestro mercado y fuera no hace falta nada.", ["ES"]],
  ["日本が市場で、それ以外の国では不要です。", ["JP"]],
  ["مصر هي سوقنا ولا نحتاج شيئا خارجها.", ["EG"]],
  ["Alleen in Nederland, dus niet in België.", ["NL", "no BE"]],
  ["Radio dus niet.", ["no radio"]],
  ["Radio in Germany, beyond that no podcasts.", ["radio", "DE", "no podcast"]],
])("what is not to leave a place is wanted there: %s", (brief, said) => {
  expect(saidOf(brief)).toEqual(said);
});

test.each([
  ["In Russland und Belarus darf von unserer Reiseversicherung nichts erscheinen.", ["no RU", "no BY"]],
  ["In Russia nothing of ours may run.", ["no RU"]],
  ["We advertise in Poland, and nothing may run in Russia.", ["PL", "no RU"]],
  ["En Russie rien ne doit paraître.", ["no RU"]],
  ["Na Rússia não deve aparecer nada.", ["no RU"]],
  ["W Rosji nic nie może się ukazać.", ["no RU"]],
  ["ロシアでは何も出さないでください。", ["no RU"]],
  ["في روسيا لا يجوز أن يظهر شيء.", ["no RU"]],
])("where nothing may appear is refused: %s", (brief, said) => {
  expect(saidOf(brief)).toEqual(said);
});

test.each([
  ["Podcasts laufen schon woanders, also bitte keine.", ["no podcast"]],
  ["Ya estamos en radio, así que nada de eso.", ["no radio"]],
  ["Já estamos em cinema e rádio, portanto esses meios não são para repetir.", ["no cinema", "no radio"]],
  ["الراديو حجزناه خلاص فلا تحطونه", ["no radio"]],
  ["Sin redes sociales, nuestro público no está ahí.", ["no social"]],
  ["Senza radio, il nostro pubblico non è lì.", ["no radio"]],
  ["Bez radia, naszych klientów tam nie ma.", ["no radio"]],
  ["بدون راديو، فجمهورنا ليس هناك.", ["no radio"]],
  ["Sin radio, no hay campaña.", ["radio"]],
  ["Bez radia nie ma kampanii.", ["radio"]],
])("what runs already, or reaches nobody, is refused: %s", (brief, said) => {
  expect(saidOf(brief)).toEqual(said);
});

test.each([
  "Nothing linked to video games.",
  "Brettspiel für Familien. Nichts im Zusammenhang mit Videospielen.",
  "Jeu de société. Rien en lien avec les jeux vidéo.",
  "Juego de mesa. Nada ligado a videojuegos, gracias.",
  "Gioco da tavolo. Niente legato ai videogiochi.",
  "Nada ligado a videojogos, obrigada.",
  "Bordspel. Niets wat te maken heeft met videogames.",
  "Gra planszowa. Nic związanego z grami wideo.",
  "لعبة لوحية. لا شيء يتعلق بألعاب الفيديو",
])("what nothing is to be connected with is refused: %s", (brief) => {
  const games = readBrief(brief).chips.filter(({ concept }) => concept.startsWith("gaming"));
  expect(games.length).toBeGreaterThan(0);
  expect(games.every(({ negated }) => negated)).toBe(true);
});

test.each([
  "Außerhalb von Japan nützt uns die Kampagne für Apotheken nichts.",
  "Whatever you propose, it mustn't run outside Japan.",
  "Fuera d Japón no compramos.",
  "Poza Japonią kampania sklepu z herbatą nie ma sensu.",
  "日本国外への配信はしないでください。",
  "ما نشتغل خارج اليابان.",
])("outside it nothing is of use: %s", (brief) => {
  expect(saidOf(brief)).toEqual(["JP"]);
});
