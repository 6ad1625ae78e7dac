import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const channelsIn = (brief: string, negated: boolean) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "channel" && chip.negated === negated)
    .map(({ value }) => value)
    .sort();

test.each([
  "Excluded:\n- radio\n- podcasts",
  "Excluded are:\n- radio\n- podcasts\n\nBudget: 3000 EUR.",
  "Please avoid:\n• radio\n• podcasts\nGermany only.",
  "We will not run on:\n1. radio\n2. podcasts\nGermany only.",
  "Ausgeschlossen sind:\n- Radio\n- Podcasts",
  "Bitte nicht:\nRadio\nPodcasts\nDanke, Budget 3000 Euro",
  "Exclus :\n- la radio\n- les podcasts\nLe reste est ouvert.",
  "À éviter :\n– la radio\n– les podcasts",
  "No queremos:\n* radio\n* podcasts",
  "Esclusi tassativamente:\n- radio\n- podcast\nIl resto è da discutere.",
  "Não queremos:\n- rádio\n- podcasts",
  "Wat we niet willen:\n- radio\n- podcasts",
  "Wykluczamy:\n- radio\n- podcasty",
  "除外：\n・ラジオ\n・ポッドキャスト",
  "■除外媒体\n・ラジオ\n・ポッドキャスト\n■エリア\n大阪",
  "■NG\nラジオ\nポッドキャスト",
  "●不要な媒体\nラジオ、ポッドキャスト",
  "除外媒体\n・ラジオ\n・ポッドキャスト",
  "Excluded\n- radio\n- podcasts",
  "NG：政治、ラジオ、ポッドキャスト",
  "Excluded: gambling, radio, podcasts",
  "لا نريد: قمار، راديو، بودكاست",
  "المستبعد: القمار، الراديو، البودكاست",
  "لا نريد:\n- الراديو\n- البودكاست",
])("each item of a list is refused by its heading: %j", (brief) => {
  expect(channelsIn(brief, true)).toEqual(["podcast", "radio"]);
  expect(channelsIn(brief, false)).toEqual([]);
});

test.each(["Channels we like:\n- radio\n- podcasts", "No restrictions:\n- radio\n- podcasts"])(
  "the items of another list are wanted: %j",
  (brief) => {
    expect(channelsIn(brief, false)).toEqual(["podcast", "radio"]);
    expect(channelsIn(brief, true)).toEqual([]);
  },
);

test("what stands below the list is no longer refused", () => {
  const brief = "Excluded are:\n- radio\n- podcasts\n\nNewsletters welcome.";
  expect(channelsIn(brief, true)).toEqual(["podcast", "radio"]);
  expect(channelsIn(brief, false)).toEqual(["email"]);
});

test.each([
  "We sell bread. What we do not want: screens in public spaces.",
  "Was wir nicht wollen: Bildschirme im öffentlichen Raum.",
  "Ce que nous ne voulons pas : des écrans dans l'espace public.",
])("what is not wanted may follow its heading in the same line: %s", (brief) => {
  expect(channelsIn(brief, true)).toEqual(["dooh"]);
});

test("subjects in a list are refused too", () => {
  const chips = readBrief("Must not appear next to:\n- gambling\n- politics, religion").chips;
  expect(chips.filter(({ negated }) => negated).map(({ concept }) => concept)).toEqual([
    "gambling",
    "politics",
    "religion",
  ]);
});

test.each([
  ["媒体：CTV　除外：ラジオ", ["-radio", "ctv"]],
  ["媒体：CTV　エリア：大阪　除外：ラジオ", ["-radio", "JP", "ctv"]],
  ["媒体：デジタルOOH　除外：テレビ、ラジオ", ["-ctv", "-linear_tv", "-radio", "dooh"]],
  ["希望媒体：ポッドキャスト　不要媒体：ラジオ", ["-radio", "podcast"]],
  ["媒体:CTV NG:ラジオ エリア:大阪", ["-radio", "JP", "ctv"]],
  ["媒体：CTV／除外：ラジオ", ["-radio", "ctv"]],
  ["NG：ラジオ、媒体はポッドキャスト", ["-radio", "podcast"]],
  ["■媒体\nCTV\n■NG媒体\n・ラジオ\n■エリア\n大阪", ["-radio", "JP", "ctv"]],
  ["No: radio, in Belgium", ["-radio", "BE"]],
])("each label governs what stands behind it alone, on one line too: %j", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});
