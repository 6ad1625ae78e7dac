import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function mediaOf(brief: string): string[] {
  const chips = readBrief(brief).chips.filter(({ kind }) => kind === "channel");
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value));
}

test.each([
  "We want to advertise our video game.",
  "we launch a video game about farming",
  "our video game is out in June",
  "Le jeu vidéo est sorti.",
  "Nous lançons un jeu vidéo.",
  "We zoeken spelers voor onze nieuwe videogame.",
  "videogame voor tieners",
  "videospiel für Kinder",
  "Werbung für ein Handyspiel",
  "a mobile game studio",
  "スマホゲームの新作を宣伝したい",
  "spends his nights gaming",
  "card game",
  "gra wideo dla nastolatków",
  "لعبة فيديو جديدة للأطفال",
  "football team shirt sponsorship",
  "gaming",
  "jeux vidéo",
  "new video games for teenagers",
  "We maken videogames.",
])("a game that is advertised, or played, is no place for ads: %s", (brief) => {
  expect(mediaOf(brief)).toEqual([]);
});

test.each([
  "ads in video games",
  "gaming ads",
  "mobile game ads",
  "Media: gaming",
  "We want to be seen inside racing games on phones",
  "reklamy w gry wideo",
  "anuncios en videojuegos para móviles",
  "スマホゲーム内の広告",
])("in games, or as ads in them, it is: %s", (brief) => {
  expect(mediaOf(brief)).toEqual(["gaming"]);
});

test("beside other media, or refused, games are one", () => {
  expect(mediaOf("display, gaming, Italy")).toEqual(["display", "gaming"]);
  expect(mediaOf("no gaming")).toEqual(["-gaming"]);
});

test("a match that people watch is no game to place ads in", () => {
  expect(mediaOf("Lançamento de uma coleção de chuteiras. Público: quem não perde um jogo de futebol.")).toEqual([]);
});
