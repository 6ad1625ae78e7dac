import { describe, expect, it } from "vitest";
import { readBrief } from "../read-brief.ts";

function saidIn(brief: string): string[] {
  return readBrief(brief)
    .chips.filter(({ kind, certainty }) => (kind === "channel" || kind === "country") && certainty >= 0.58)
    .map(({ value, negated }) => (negated ? `not ${value}` : value));
}

describe("not only", () => {
  it.each([
    ["Wir wollen nicht nur Radio, sondern auch Podcasts.", "radio"],
    ["We willen niet alleen radio maar ook podcasts.", "radio"],
    ["Nicht ausschließlich Podcasts, auch Display. Deutschland.", "podcast"],
    ["Wir möchten nicht nur in Deutschland, sondern auch in Österreich werben. Podcast.", "DE"],
    ["Podcasts, not just in Germany but also in the UK.", "DE"],
    ["We don't want only radio but also podcasts.", "radio"],
    ["Nous ne voulons pas seulement de la radio, mais aussi des podcasts.", "radio"],
    ["No queremos solo radio, también podcasts.", "radio"],
    ["Non vogliamo solo radio ma anche podcast.", "radio"],
    ["Não queremos só rádio, mas também podcasts.", "radio"],
    ["Nie chcemy tylko radia, ale też podcasty.", "radio"],
    ["ラジオだけでなく、ポッドキャストも希望します。", "radio"],
    ["لا نريد فقط الراديو، بل البودكاست أيضا.", "radio"],
  ])("wants what is named, and more: %s", (brief, value) => {
    expect(saidIn(brief)).toContain(value);
    expect(saidIn(brief)).not.toContain(`not ${value}`);
  });

  it.each([
    "We don't want radio. Just podcasts.",
    "Wir wollen nicht ins Radio, nur Podcasts.",
    "No queremos radio, solo podcasts.",
    "Wij willen geen radio, alleen podcasts.",
  ])("still refuses what stands before: only something else: %s", (brief) => {
    expect(saidIn(brief)).toEqual(["not radio", "podcast"]);
  });
});

describe("a medium with a small word in its name", () => {
  it.each(["Display and out-of-home in Germany", "Display, out-of-home", "display and out of home"])(
    "refuses nothing beside it: %s",
    (brief) => {
      expect(saidIn(brief)).toEqual(expect.arrayContaining(["display", "ooh", "dooh"]));
    },
  );

  it("is no word that drops", () => {
    expect(saidIn("Podcasts. Radio is out.")).toEqual(["podcast", "not radio"]);
  });
});
