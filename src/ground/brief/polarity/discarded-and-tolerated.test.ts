import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const demandsOf = (brief: string) => firmDemandsOf(brief).join(" ");

test.each([
  ["we considered radio, print and cinema and discarded them; podcast", "-cinema -print -radio podcast"],
  ["radio was considered but dropped; connected TV", "-radio ctv"],
  ["discarded: radio. Use connected TV", "-radio ctv"],
  ["Radio wurde erwogen und verworfen. Podcasts.", "-radio podcast"],
  ["la radio a été écartée. Podcast", "-radio podcast"],
  ["descartados: radio y cine. Podcast", "-cinema -radio podcast"],
  ["الراديو تم استبعاده. بودكاست", "-radio podcast"],
  ["لا راديو، بودكاست", "-radio podcast"],
  ["لا راديو، سينما، بودكاست", "-cinema -podcast -radio"],
])("what was considered and rejected is refused, and what is asked for instead is not: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["radio doesn't bother us"],
  ["la radio ne nous gêne pas"],
  ["Radio stört uns nicht"],
  ["radio no nos molesta"],
  ["ラジオでも構いません"],
  ["ラジオでもかまわない"],
  ["ليس لدينا اعتراض على الراديو"],
])("what nobody minds is neither refused nor demanded: %s", (brief) => {
  expect(demandsOf(brief)).toBe("");
  expect(readBrief(brief).chips.some(({ negated }) => negated)).toBe(false);
});

test.each([
  ["OOH×ポッドキャスト", "dooh ooh podcast"],
  ["CTV×SNSで若者へ", "ctv social"],
  ["ラジオ×、ポッドキャスト○", "-radio podcast"],
  ["ラジオ×ポッドキャスト○", "-radio podcast"],
  ["×ラジオ、×映画館", "-cinema -radio"],
  ["返信をお願いします。ディスプレイ、日本。", "JP display"],
  ["medium=social ; display", "display social"],
])("a cross between two words joins them unless the line has other marks: %s", (brief, demands) => {
  expect(demandsOf(brief)).toBe(demands);
});

test.each([
  ["poker and betting fans", "gambling"],
  ["Poker und Wetten", "gambling"],
  ["ポーカーとカジノ", "gambling"],
  ["Whisky und Gin", "alcohol"],
  ["tobacco and vape shops", "tobacco"],
])("two subjects that are often avoided are sought where nothing refuses them: %s", (brief, subject) => {
  const chips = readBrief(brief).chips.filter(({ concept }) => concept === subject);
  expect(chips.map(({ negated }) => negated)).toContain(false);
  expect(chips.map(({ negated }) => negated)).not.toContain(true);
});

test.each([["no gambling, no alcohol"], ["brand safety: gambling, alcohol"], ["off limits: gambling, alcohol"]])(
  "and they are refused where a word does so: %s",
  (brief) => {
    expect(subjectsOf(brief)).not.toContain("gambling");
    expect(readBrief(brief).chips.filter(({ negated }) => negated).length).toBeGreaterThan(0);
  },
);
