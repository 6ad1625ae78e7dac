import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const countries = (brief: string) => demandsOf(readBrief(brief)).countries;

test.each([
  "We export to Norway and advertise there exclusively. Sledges for kids.",
  "We ship to Norway. Only there do we need customers. Sledges.",
  "Wir liefern nach Norwegen und werben ausschließlich dort. Schlitten.",
  "Nous exportons en Norvège et ne faisons de la publicité que là-bas. Luges.",
  "Exportamos a Noruega y nos anunciamos solo allí. Trineos.",
  "Esportiamo in Norvegia e facciamo pubblicità soltanto lì. Slittini.",
  "Exportamos para a Noruega e anunciamos só lá. Trenós.",
  "We exporteren naar Noorwegen en adverteren uitsluitend daar. Sleeën.",
  "Eksportujemy do Norwegii i reklamujemy się wyłącznie tam. Sanki.",
  "ノルウェーに輸出しており、広告もそこだけです。子ども用のそり。",
  "مصنعنا يصدّر إلى النرويج ونعلن هناك حصراً. زلاجات للأطفال.",
  "We export to Norway and look for customers there. Sledges.",
])("who advertises there alone has named the market: %s", (brief) => {
  expect(countries(brief)).toEqual({ any: ["NO"], none: [] });
});

test("all that a list names is meant", () => {
  expect(countries("مصنع بسكويت يصدّر إلى إسبانيا وإيطاليا، ونبحث عن إعلانات هناك حصرًا.").any).toEqual(["ES", "IT"]);
  expect(countries("We export to Spain and Italy, and advertise only there. Biscuits.").any).toEqual(["ES", "IT"]);
});

test.each([
  "Our guides go to Norway; there is snow. Skis for everyone.",
  "We export to Norway and need nobody there. Sledges.",
])("there is many a thing there that nobody asks for: %s", (brief) => {
  expect(countries(brief).any).toEqual([]);
});
