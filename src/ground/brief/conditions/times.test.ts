import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["De momento 10k €, luego veremos, podcasts", ["podcast"]],
  ["luego veremos, podcasts", ["podcast"]],
  ["podcasts en Francia, luego ya veremos", ["FR", "podcast"]],
  ["Ya veremos el presupuesto, display en Francia", ["FR", "display"]],
  ["Veremos os resultados; podcasts", ["podcast"]],
  ["Podcast in Italia, poi vedremo", ["IT", "podcast"]],
  ["Zobaczymy; podcasty", ["podcast"]],
  ["Podcasty we Francji, potem zobaczymy", ["FR", "podcast"]],
])("what will be seen later takes back no medium behind it, nor what comes first: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Podcasts. Radio, ya veremos.", ["podcast"]],
  ["Podcasts in Italy. France, we'll see.", ["IT", "podcast"]],
])("what may come one day is not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "Last Ramadan we advertised on the radio. This year we have frozen kunafa.",
  "Letzte Weihnachten haben wir im Radio geworben. Dieses Jahr verkaufen wir Eis.",
  "في رمضان الماضي أعلنّا في الراديو. هذا العام عندنا كنافة مجمدة.",
])("what was done last season is over: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual([]);
});
