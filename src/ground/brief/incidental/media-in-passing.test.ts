import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  "Les habitants écoutent beaucoup la radio locale le matin.",
  "Kopers kijken veel tv en zitten op insta.",
  "Klienci rano słuchają radia w ciągniku.",
  "Der Chef hört viel Podcasts.",
  "Ella é fã de cinema e lê muito jornal.",
  "She watches a lot of connected TV herself.",
  "عميلاتنا يشاهدن التلفزيون كل مساء.",
])("how much people hear and see demands nothing: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});

test.each([
  "Beaucoup de randonneurs nous ont connus sur YouTube.",
  "Sus mejores clientes vieron la demo en YouTube.",
  "Ci trovano quasi tutti con Google.",
  "インスタで火がついて百貨店にも置いてもらえるようになりました。",
  "Letztes Jahr liefen Banner auf Kochseiten, davor ein Flight im Kino.",
  "Im Frühjahr liefen wir im Radio.",
  "Finora ha fatto solo fiere e qualche pagina su riviste.",
  "Até hoje viveu de uma página numa revista.",
  "Nu doen ze huis-aan-huisbladen.",
  "友達の会社は電車広告やったらしいです。",
  "Half the fintechs we know did billboards.",
])("where a firm was seen, and what it and others did, demand nothing: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});

test.each([
  "Im Idealfall Instagram, aber ich bin da ganz offen.",
  "Kino byłoby miłe, choć się przy nim nie upieram.",
  "Ci piacerebbero i podcast, però valutiamo volentieri anche altro.",
  "理想を言えば映画館とかも面白いかなと。まあ、何でも見せてください。",
  "السينما فكرة حلوة لو اتوفرت، مش شرط.",
])("what is no condition is no demand: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});

test.each([
  ["We want people who listen to a lot of podcasts, on podcasts.", ["podcast"]],
  ["Nos clients écoutent beaucoup la radio : c'est là que nous voulons de la radio.", ["radio"]],
  ["Last year we did radio, this year we want podcasts.", ["podcast"]],
  ["Za tablice zapłaciliśmy w maju 14 zł. Jesienią kupujemy wideo w internecie.", ["olv"]],
  ["Ein Freund hat Plakate gehabt. Wir wollen Kino.", ["cinema"]],
])("what is asked for beside it is one: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
