import { expect, test } from "vitest";
import { firmDemandsOf } from "./firm-demands.fixture.ts";
import { readBrief } from "./read-brief.ts";

const topicsIn = (brief: string) =>
  readBrief(brief).chips.flatMap(({ kind, concept }) => (kind === "topic" || kind === "audience" ? [concept] : []));
const regionsIn = (brief: string) =>
  readBrief(brief).chips.flatMap(({ kind, value, negated }) =>
    kind === "region" ? [negated ? `-${value}` : value] : [],
  );

test.each([
  ["ラジオも検討したが、見送った。", ["-radio"]],
  ["ラジオに代えてポッドキャスト", ["-radio", "podcast"]],
  ["英国は含まず", ["-GB"]],
  ["屋外ビジョンと駅広告、ただしラジオは見送り。", ["-radio", "dooh", "ooh"]],
  ["従来はラジオ中心。今後はCTVへ。", ["ctv"]],
  ["テレビからCTVへ予算を移したい。", ["-linear_tv", "ctv"]],
  ["地元ラジオを希望", ["radio"]],
  ["ゲーム広告を希望", ["gaming"]],
  ["ネット広告は不要。", ["-display", "-olv"]],
  ["屋外メディアを希望", ["dooh", "ooh"]],
  ["ディスプレイと動画に絞ります。", ["display", "olv"]],
  ["デジタルのみ。", ["display", "olv"]],
  ["媒体は交通広告、それ以外は今回結構です。", ["dooh", "ooh"]],
  ["■媒体：DOOH ■NG業種：ギャンブル、アダルト", ["dooh"]],
  ["メールは送らないでください。CTV希望。", ["-email", "ctv"]],
  ["国内線の機内誌は対象外。", []],
  ["屋外広告（デジタルを除く）", ["-dooh", "ooh"]],
  ["中国・台湾", ["CN", "TW"]],
  ["インバウンド（中国・台湾）", ["CN", "TW"]],
  ["フランス語圏スイス向け。ドイツ語圏は対象外。", ["-AT", "-DE", "CH"]],
])("Japanese is read as its planners write it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  "本件はCTVで",
  "本日中に",
  "本格的",
  "本キャンペーン",
  "首都圏",
  "会社員",
  "デジタルのみ。",
  "意味がある",
  "動画3本",
])("a character within a word is no subject: %s", (brief) => {
  expect(topicsIn(brief)).toEqual([]);
});

test.each([
  ["本が好きな人", ["books"]],
  ["本屋", ["books"]],
  ["登山愛好家", ["hiking"]],
  ["政府観光局", ["travel"]],
])("a character that is a word is one: %s", (brief, topics) => {
  expect(topicsIn(brief)).toEqual(topics);
});

test.each([
  ["首都圏以外の地方で、地元ラジオを希望。", ["-tokyo"]],
  ["東日本のみ、西日本は含まない。", ["east-japan", "-west-japan"]],
  ["الرياض وجدة", ["riyadh", "jeddah"]],
  ["وجدة وفاس", ["oujda", "fez-morocco"]],
  ["لوحات في وجدة", ["oujda"]],
  ["القاهرة الكبرى", ["cairo"]],
  ["بودكاست في عمّان", ["amman"]],
  ["بودكاست في عمان وإربد", ["amman", "irbid"]],
  ["بودكاست في عُمان", []],
  ["بودكاست في سلطنة عمان", []],
  ["القنوات الرياضية في قطر", []],
])("places that are written alike are told apart: %s", (brief, regions) => {
  expect(regionsIn(brief)).toEqual(regions);
});

test.each([
  ["بودكاست غير سياسي في ألمانيا", ["DE", "podcast"]],
  ["أي وسيلة غير الراديو في ألمانيا", ["-radio", "DE"]],
  ["any medium other than radio in Germany", ["-radio", "DE"]],
  ["الشباب الذين لا يشاهدون التلفزيون، عبر الألعاب.", ["gaming"]],
  ["لوحات تقليدية غير رقمية في الرياض", ["SA", "ooh"]],
  ["دون اللجوء إلى الراديو، بودكاست", ["-radio", "podcast"]],
  ["دون الراديو، التلفزيون والصحف", ["-ctv", "-linear_tv", "-print", "-radio"]],
  ["دونما راديو", ["-radio"]],
  ["الراديو والبودكاست مرفوضان.", ["-podcast", "-radio"]],
  ["القناة ليست مهمة، المهم السعودية.", ["SA"]],
  ["لدينا حملة راديو قائمة، ونريد الآن لوحات رقمية.", ["dooh"]],
  ["تسويق بالعمولة في الإمارات، لا مواقع كوبونات.", ["AE", "affiliate"]],
  ["إعلانات بحث وعرض", ["display", "search"]],
  ["إعلانات رقمية في السعودية", ["SA", "display", "olv"]],
  ["على التلفزيون المتصل في قطر", ["QA", "ctv"]],
])("Arabic is read as its planners write it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["بودكاست بالإنجليزية لا العربية", []],
  ["الجنس: ذكور", ["men"]],
  ["خيار الراديو", []],
  ["المغتربين", ["expats"]],
])("a homograph is no subject: %s", (brief, topics) => {
  expect(topicsIn(brief)).toEqual(topics);
});
