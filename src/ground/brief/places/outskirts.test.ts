import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const placesIn = (brief: string) =>
  [
    ...new Set(
      readBrief(brief)
        .chips.filter((chip) => (chip.kind === "country" || (chip.kind === "region" && chip.negated)) && isFirm(chip))
        .map(({ value, negated }) => `${negated ? "-" : ""}${value}`),
    ),
  ].sort();

test.each([
  ["Family-run garden centre outside Galway. We'd like people living in the county to know our opening hours.", "IE"],
  ["Riding school just outside Bristol, looking for families in the surrounding villages.", "GB"],
  ["Gärtnerei außerhalb von Kassel. Wir suchen Leute aus dem Landkreis.", "DE"],
  ["Jardinerie juste en dehors d'Angers. Nous cherchons des gens du département.", "FR"],
  ["Vivero en las afueras de Girona. Buscamos gente de la provincia.", "ES"],
  ["Vivaio appena fuori Lucca. Cerchiamo gente della provincia.", "IT"],
  ["Viveiro fora de Évora, queremos pessoas do concelho.", "PT"],
  ["Tuincentrum vlak buiten Zwolle, we willen dat mensen uit de streek ons kennen.", "NL"],
  ["Centrum ogrodnicze tuż za Lublinem, szukamy ogrodników z okolicy.", "PL"],
  ["熊本郊外の園芸店です。県内の方に新しい営業時間を知らせたいです。", "JP"],
  ["مشتل خارج طنطا، نريد أن يعرفنا أهل المحافظة.", "EG"],
])("a firm just outside a town seeks the people around it: %s", (brief, country) => {
  expect(placesIn(brief)).toEqual([country]);
});

test.each([
  ["We're a dental practice in Cork. Looking for local patients.", "IE"],
  ["Wir sind Tierärzte in Kassel. Gesucht: Hundehalter von hier.", "DE"],
  ["Nous sommes dentistes à Dijon. Nous cherchons des patients locaux.", "FR"],
  ["Somos dentistas en Burgos. Buscamos clientes locales.", "ES"],
  ["Siamo dentisti a Parma. Cerchiamo clienti locali.", "IT"],
  ["Escola de música em Coimbra, inscrições abertas. Queremos famílias da cidade e arredores.", "PT"],
  ["Muziekschool in Gent, inschrijving open. We willen gezinnen uit de stad en omstreken.", "BE"],
  ["Jesteśmy piekarnią w Toruniu i chcemy dotrzeć do mieszkańców okolicy.", "PL"],
  ["岡山の音楽教室です。市内と周辺のご家族に届けたいです。", "JP"],
  ["مدرسة موسيقى في طنطا. نريد عائلات من المدينة وضواحيها.", "EG"],
])("those around a firm are in its country: %s", (brief, country) => {
  expect(placesIn(brief)).toEqual([country]);
});

test.each([
  ["We look for gardeners outside London.", ["-london"]],
  ["Gardening fans outside Zurich, in Switzerland.", ["-zurich", "CH"]],
  ["Tuinliefhebbers buiten Amsterdam, in Nederland.", ["-amsterdam", "NL"]],
])("people outside a town are not in it, and in the country named behind it: %s", (brief, places) => {
  expect(placesIn(brief)).toEqual(places);
});
