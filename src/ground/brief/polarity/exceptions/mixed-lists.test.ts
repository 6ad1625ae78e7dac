import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../../firm-demands.fixture.ts";

const saidIn = (brief: string) => [...firmDemandsOf(brief), ...subjectsOf(brief)].toSorted();

test.each([
  ["Podcasts. Gambling and influencers are out.", ["-gambling", "-influencer", "podcast"]],
  ["Podcasts. Radio and France are out.", ["-FR", "-radio", "podcast"]],
  ["Podcasts. Glücksspiel und Influencer sind tabu.", ["-gambling", "-influencer", "podcast"]],
  ["Podcasts. La France et la radio sont exclues.", ["-FR", "-radio", "podcast"]],
  ["Podcasts. Radio y política quedan descartadas.", ["-politics", "-radio", "podcast"]],
  ["Podcast. Politica e radio sono escluse.", ["-politics", "-radio", "podcast"]],
  ["Podcasts. Política e rádio estão fora de questão.", ["-politics", "-radio", "podcast"]],
  ["Podcasts. Politiek en radio vallen af.", ["-politics", "-radio", "podcast"]],
  ["بودكاست. السياسة والراديو غير مرغوب فيهما.", ["-politics", "-radio", "podcast"]],
  ["ポッドキャスト。フランスとラジオは対象外。", ["-FR", "-radio", "podcast"]],
  ["Press ads, gambling titles we'd rather not touch.", ["-gambling", "print"]],
  ["Gambling titles and influencers we'd rather not touch.", ["-gambling", "-influencer"]],
])("what refuses a list refuses all of it: %s", (brief, said) => {
  expect(saidIn(brief)).toEqual(said);
});

test.each([
  ["Podcasts, and politics is out.", "podcast"],
  ["Podcasts in Germany and radio are fine, politics is out.", "podcast"],
  ["We want podcasts and France is excluded.", "podcast"],
])("a verb that speaks of one thing refuses the last alone: %s", (brief, wanted) => {
  expect(saidIn(brief)).toContain(wanted);
});

test.each([
  ["La presse, c'est non, et la radio non plus.", ["-print", "-radio"]],
  ["Telly's a no, and radio too.", ["-linear_tv", "-radio"]],
  ["Radio ist ein Nein, Podcasts auch.", ["-podcast", "-radio"]],
  ["Radio is een nee, en podcasts ook.", ["-podcast", "-radio"]],
  ["Radio, c'est oui, et les podcasts aussi.", ["podcast", "radio"]],
  ["La radio, c'est non, et les podcasts oui.", ["-radio", "podcast"]],
])("who says no says it of what is added: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "Podcasts; bei 15 Euro TKP ist Schluss.",
  "Podcasts, más de 15 euros de CPM queda descartado.",
  "Podcast, sopra i 15 euro di CPM non se ne parla.",
  "Podcasts, meer dan 15 euro CPM valt af.",
  "Podcasty, powyżej 15 euro CPM odpada.",
  "بودكاست، أكثر من 15 يورو للألف مرفوض.",
  "ポッドキャスト、CPM1500円超は不可。",
])("a price that is refused refuses no medium: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["podcast"]);
  expect(subjectsOf(brief)).toEqual([]);
});

test.each([
  ["Radio, 30 Euro TKP, das ist nichts für uns. Podcasts.", ["-radio", "podcast"]],
  ["Podcasts. Radio with 30 euros CPM is out.", ["-radio", "podcast"]],
])("and a medium is refused with its price: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
