import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function refusedIn(brief: string): string[] {
  return readBrief(brief).chips.flatMap(({ kind, negated, concept }) => (kind === "topic" && negated ? [concept] : []));
}

test.each([
  ["Podcasts, TKP bis 18, wie immer ohne Nachrichten.", "news"],
  ["En cines, con la condición de que no vaya con terror.", "horror-films"],
  ["We willen niets te maken hebben met gokprogramma's.", "gambling"],
  ["Se un sito parla di scommesse, saltatelo.", "gambling"],
  ["Rien pendant les journaux d'information.", "news"],
  ["Nothing during football.", "soccer"],
  ["Vetos: acidentes, roubo de carga", "crime"],
  ["Der Kunde verbittet sich jede Platzierung neben Katastrophenmeldungen.", "disasters"],
  ["Zéro pub à côté d'articles sur les avalanches.", "disasters"],
  ["Reklama obok relacji z wypadku? Tego właśnie prosimy uniknąć.", "disasters"],
  ["Product placement, ma non in storie di mafia.", "crime"],
  ["Que no haya contenido sensacionalista alrededor.", "celebrity-news"],
  ["أدخلوا الإعلان في الألعاب نفسها، وأبعدوه عن المراهنات.", "sports-betting"],
  ["狩猟や銃の記事とは離してください。", "hunting"],
] as const)("what an ad must not stand beside is refused: %s", (brief, concept) => {
  expect(refusedIn(brief)).toContain(concept);
});

test.each([
  "We make airbags for avalanches, podcasts please.",
  "Wie immer Podcasts, mit Nachrichten.",
  "Un sito che parla di calcio andrebbe bene.",
  "Nada: radio y prensa, como siempre.",
])("what looks alike is not: %s", (brief) => {
  expect(refusedIn(brief)).toEqual([]);
});
