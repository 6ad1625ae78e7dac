import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Our ads must not be shown in the Czech Republic.", ["-CZ"]],
  ["Nasze reklamy nie mogą być emitowane w Czechach.", ["-CZ"]],
  ["لا تعرضوا الإعلانات في قطر.", ["-QA"]],
  ["韓国では広告を出さないでください。", ["-KR"]],
])("a place where no ads may be shown is refused: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Exclude Argentina from our campaign.", ["-AR"]],
  ["Excluez l'Allemagne de la campagne.", ["-DE"]],
  ["Proszę wykluczyć Niemcy z kampanii.", ["-DE"]],
  ["Excluez la radio du plan média.", ["-radio"]],
  ["استبعدوا وسائل التواصل الاجتماعي من الخطة.", ["-social"]],
])("what is taken out of the campaign is refused: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["We hebben posters nodig.", ["ooh"]],
  ["الحملة في الأردن وتونس.", ["JO", "TN"]],
  ["Enkel radio, graag.", ["radio"]],
])("what is needed is demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});
