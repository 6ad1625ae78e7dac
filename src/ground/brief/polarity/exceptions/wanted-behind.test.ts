import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../../firm-demands.fixture.ts";

test.each([
  ["niente tv, podcast di calcio", "podcast", ["soccer"]],
  ["sin tele, podcast de cocina", "podcast", ["cooking"]],
  ["sem tv, podcast de futebol", "podcast", ["soccer"]],
  ["pas de radio, podcast de foot", "podcast", ["soccer"]],
  ["bez telewizji, podcasty sportowe", "podcast", ["sports"]],
  ["darujcie sobie radio, podcast o finansach", "podcast", ["personal-finance"]],
  ["no radio, podcast about football", "podcast", ["soccer"]],
])("a medium with its subject is no further item of refused media: %s", (brief, medium, subjects) => {
  expect(firmDemandsOf(brief)).toContain(medium);
  expect(subjectsOf(brief)).toEqual(subjects);
});

test.each([
  ["no a scommesse, sì a moda; display Italia", "fashion"],
  ["non alla moda, sì alle auto", "automotive"],
])("what a yes begins is wanted: %s", (brief, subject) => {
  expect(subjectsOf(brief)).toContain(subject);
  expect(subjectsOf(brief)).not.toContain(`-${subject}`);
});

test.each(["gastos de producción excluidos, podcast de cocina", "frais techniques exclus, podcast"])(
  "what is refused behind its name refuses nothing behind a comma: %s",
  (brief) => {
    expect(firmDemandsOf(brief)).toEqual(["podcast"]);
  },
);

test("behind a list of subjects, a country is the market", () => {
  expect(firmDemandsOf("display qui ne parle pas de foot, auto UK")).toContain("GB");
  expect(firmDemandsOf("podcast, keine Politik, Waffen, Deutschland")).toContain("DE");
});

test("bare media, and media on what brands avoid, are items all the same", () => {
  expect(firmDemandsOf("sem tv, podcast")).toContain("-podcast");
  expect(firmDemandsOf("no radio, cinema, print; display in the UK")).toEqual([
    "-cinema",
    "-print",
    "-radio",
    "GB",
    "display",
  ]);
  expect(subjectsOf("no TV, podcasts about politics, gambling")).toContain("-gambling");
});

test("a few words that name one vice are about it, and of several they are to be avoided", () => {
  expect(subjectsOf("poker and betting fans")).toContain("gambling");
  expect(subjectsOf("Whisky und Gin")).toEqual(["alcohol"]);
  expect(subjectsOf("no poker, betting")).toContain("-gambling");
});
