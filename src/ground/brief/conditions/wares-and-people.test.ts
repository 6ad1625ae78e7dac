import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["新製品はワイヤレスラジオです。", []],
  ["商材：液晶テレビ。媒体：ポッドキャスト", ["podcast"]],
  ["商材：ラジオ。媒体：ポッドキャスト", ["podcast"]],
  ["ラジオ局のクライアント。CTVで", ["ctv"]],
  ["ラジオを聴く人にSNSで", ["social"]],
  ["テレビを見ない若者にSNSで", ["social"]],
  ["クライアントはフランスの企業、配信は日本。", ["JP"]],
  ["米国ブランドの日本進出に伴い、CTVで", ["JP", "ctv"]],
  ["フランスのワインを日本で", ["JP"]],
  ["منتجنا شاشات تلفزيون، القناة: الراديو", ["radio"]],
  ["شركة ألعاب، إعلانات خارجية فقط", ["dooh", "ooh"]],
  ["مستمعي الراديو عبر البودكاست", ["podcast"]],
  ["عميلنا من اليابان ويريد الإعلان في ألمانيا.", ["DE"]],
  ["السياحة في اليابان، الجمهور في الإمارات", ["AE"]],
])("wares, clients and audiences demand no medium and no market: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["ラジオを聴く人に届けたい", ["radio"]],
  ["フランスのワイン", ["FR"]],
  ["クライアントは日本の企業です。", ["JP"]],
  ["السياحة في اليابان", ["JP"]],
  ["العميل شركة تأمين في دبي", ["AE"]],
])("the only medium or market that is named is meant: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
