import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Radio no, solo podcasts", ["-radio", "podcast"]],
  ["LinkedIn non, seulement la newsletter", ["-social", "email"]],
  ["Rádio não, só podcasts", ["-radio", "podcast"]],
  ["Rádio não, apenas podcasts", ["-radio", "podcast"]],
  ["Radio nie, tylko podcasty", ["-radio", "podcast"]],
  ["Francia no, solo Italia", ["-FR", "IT"]],
  ["Podcast solo, no radio", ["-radio", "podcast"]],
  ["Radio nein, nur Podcasts", ["-radio", "podcast"]],
])('what is refused before an "only" stays refused: %s', (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["No queremos sólo display", ["display"]],
  ["Non vogliamo solo display", ["display"]],
  ["Não queremos só display", ["display"]],
  ["Nie chcemy tylko radia, ale i podcastów", ["podcast", "radio"]],
  ["لا نريد فقط الراديو بل البودكاست", ["podcast", "radio"]],
  ["No queremos radio, solo podcasts", ["-radio", "podcast"]],
  ["Nie chcemy radia, tylko podcasty", ["-radio", "podcast"]],
])('"not only" behind a verb refuses nothing: %s', (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Podcast o, si no hay, radio", ["podcast", "radio"]],
  ["Podcast o, se non c'è, radio", ["podcast", "radio"]],
  ["Podcast ou, se não houver, rádio", ["podcast", "radio"]],
  ["Se não houver podcasts, rádio", ["podcast", "radio"]],
])("what there might be none of is wanted first: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["なぜラジオではないのか", ["radio"]],
  ["لماذا لا نجرب الراديو؟", ["radio"]],
  ["لماذا لا نعلن في البودكاست؟", ["podcast"]],
  ["ラジオではなくポッドキャスト", ["-radio", "podcast"]],
  ["لا نريد الراديو", ["-radio"]],
])('"why not" suggests: %s', (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
