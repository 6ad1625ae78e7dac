import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["インスタのみ。TikTokは不要。", ["social"]],
  ["SNSで。TikTokは除く。", ["social"]],
  ["アフィリエイトで。ポイントサイトは不可。", ["affiliate"]],
  ["リテールメディアで。店頭サイネージは不要。", ["retail_media"]],
  ["إنستغرام. مستبعد: فيسبوك.", ["social"]],
  ["Instagram only. No TikTok.", ["social"]],
  ["Instagram und TikTok, kein Facebook", ["social"]],
  ["TikTokは不要。", ["-social"]],
  ["SNSは不要。TikTokも不要。", ["-social"]],
])("a part of a medium that is refused is not all of it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
