import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const refusedIn = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ negated }) => negated)
    .map(({ concept }) => concept);

test.each([
  ["Nothing beside alcohol, please: we're launching a hay fever tablet.", ["alcohol"]],
  ["Bitte keinesfalls neben Glücksspiel: ein Sparkonto für Kinder.", ["gambling"]],
  ["Ni una sola impresión cerca de la guerra: promocionamos apartamentos de playa.", ["war"]],
  ["Avoid: gambling, politics.", ["gambling", "politics"]],
])("a colon behind what is refused ends the list, and one before it opens it: %s", (brief, refused) => {
  expect(refusedIn(brief)).toEqual(refused);
});

test.each([
  ["Kaffeekapseln, kein Nespresso-Umfeld, CTV, 25-54", ["ctv"]],
  ["coffee, no Nespresso, podcasts", ["podcast"]],
  ["café, sin Nespresso, radio", ["radio"]],
  ["kawa, bez Nespresso, radio", ["radio"]],
  ["no Foobar, cinema or radio", ["-cinema", "-radio"]],
])(
  "a medium behind the comma is no item of what is refused, if that is not known, and no or ends the list: %s",
  (brief, demands) => {
    expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
  },
);

test.each([
  ["配信先は台湾と香港とし、中国本土は含めないこと。", ["-CN", "HK", "TW"]],
  ["日本で配信し、韓国は除く。", ["-KR", "JP"]],
])("a Japanese comma behind a particle begins something else: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test.each([
  ["Plakate an deutschen Bahnhöfen.", ["DE", "ooh"]],
  ["Digital screens in French airports.", ["FR", "dooh"]],
  ["Pantallas digitales en los aeropuertos españoles.", ["ES", "dooh"]],
])("a nation's places are in its country: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});
