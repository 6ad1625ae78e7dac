import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

function firmTopicsOf(brief: string): string[] {
  return readBrief(brief).chips.flatMap((chip) =>
    chip.kind === "topic" && !chip.negated && chip.certainty >= 0.58 ? [chip.concept] : [],
  );
}

test.each([
  ["工機通信メールを読む人", "telecom"],
  ["時計の職人が好きな人", "plumbing"],
  ["駅ホームの通勤客", "home-garden"],
  ["駅前の買い物客", "grocery"],
  ["旋盤を使う町工場", "woodworking"],
  ["الخيول العربية", "automotive"],
  ["باقات المحمول", "flower-shopping"],
  ["مراجعات العطور", "education"],
  ["شاشات في مساحات المول", "civil-engineering"],
  ["تربية الأغنام", "parenting"],
])("a word of another trade is no subject: %s", (brief, topic) => {
  expect(firmTopicsOf(brief)).not.toContain(topic);
});

test.each([
  ["通信会社の顧客", "telecom"],
  ["釣りリールを買う人", "fishing"],
  ["عربيات مستعملة", "used-cars"],
  ["باقات الورد", "flower-shopping"],
  ["أدوات النجارة", "diy"],
  ["elder care at home", "eldercare"],
])("and it is one in its own company: %s", (brief, topic) => {
  expect(firmTopicsOf(brief)).toContain(topic);
});
