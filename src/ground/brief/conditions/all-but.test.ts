import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

const languagesIn = (brief: string) =>
  readBrief(brief)
    .chips.filter(({ kind }) => kind === "language")
    .map(({ value, negated }) => (negated ? `-${value}` : value));

test.each([
  ["媒体はポッドキャスト以外考えておりません。", ["podcast"]],
  ["CTV以外興味なし", ["ctv"]],
  ["CTV以外の提案は受け付けません", ["ctv"]],
  ["東京以外には出稿しません。", ["JP"]],
  ["CTVとポッドキャスト以外は不可", ["ctv", "podcast"]],
  ["CTV・ポッドキャスト以外は不要", ["ctv", "podcast"]],
])("who denies all that is other than something wants that alone: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test.each([
  ["ラジオ以外なら何でもかまいません。", ["-radio"]],
  ["ラジオ以外は問いません。", ["-radio"]],
  ["ラジオ以外の媒体でお願いします。", ["-radio"]],
])("who does not mind what else it is refuses it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test("so it is with languages", () => {
  expect(languagesIn("日本語・英語以外は不可。")).toEqual(["ja", "en"]);
});

test.each([
  ["音声メディア（ラジオを除く）", ["-radio", "podcast", "streaming_audio"]],
  ["音声広告（ラジオ以外）", ["-radio", "podcast", "streaming_audio"]],
  ["音声広告、ただしラジオを除く", ["-radio", "podcast", "streaming_audio"]],
  ["テレビ（地上波）は除く", ["-ctv", "-linear_tv"]],
])("what is refused in brackets is not what they belong to: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test("what is refused in brackets ends with them", () => {
  expect(firmDemandsOf("ヨーロッパ（フランス除く）でポッドキャスト")).toEqual(
    expect.arrayContaining(["-FR", "podcast"]),
  );
});
