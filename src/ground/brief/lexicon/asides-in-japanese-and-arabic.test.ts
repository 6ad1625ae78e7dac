import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ["返信はメールでお願いします。ディスプレイ、日本。", "JP display"],
  ["レポートは毎週メールで送付。媒体はポッドキャスト、日本。", "JP podcast"],
  ["連絡はメールで。CTVを希望。", "ctv"],
  ["التقارير أسبوعيا عبر البريد الالكتروني. الوسيلة: بودكاست في اسبانيا", "ES podcast"],
  ["سلسلة دور سينما، إعلانات مصورة في ألمانيا", "DE display"],
  ["メルマガ読者限定クーポン。ディスプレイ広告。", "display"],
  ["SNS疲れの人向けのラジオ", "radio"],
  ["テレビ離れの若者、ポッドキャスト", "podcast"],
])("how to answer, who sells and what people have had enough of is no medium to buy: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).join(" ")).toBe(demands);
});

test.each([
  ["メルマガで配信", "email"],
  ["إعلانات عبر البريد الإلكتروني في مصر", "EG email"],
  ["نريد الإعلان في سلسلة دور سينما", "cinema"],
  ["SNSで若者へ", "social"],
])("and it is one where ads are to run in it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).join(" ")).toBe(demands);
});

test.each([
  ["ﾎﾟｯﾄﾞｷｬｽﾄ", "podcast"],
  ["ﾃﾞｨｽﾌﾟﾚｲ広告", "display"],
  ["ﾃﾚﾋﾞ以外、ﾗｼﾞｵは不要", "-ctv -linear_tv -radio"],
  ["Podkast, Deutschland", "DE podcast"],
  ["anuncios en podkast, españa", "ES podcast"],
  ["صوت فقط", "streaming_audio"],
])("media are read in half-width letters and further spellings: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).join(" ")).toBe(demands);
});

test.each([["فديو في ايطاليا"], ["نفضل الفيديو"], ["لا نمانع الإعلانات المصورة لكن نفضل الفيديو"]])(
  "Arabic video is a medium: %s",
  (brief) => {
    expect(readBrief(brief).chips.map(({ value }) => value)).toContain("olv");
  },
);
