import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const wanted = (text: string) => readBrief(text).chips.filter(({ negated }) => !negated);
const meaningsIn = (text: string) => wanted(text).map(({ concept }) => concept);
const placesIn = (text: string) => wanted(text).filter(({ kind }) => kind === "country" || kind === "region");

test.each([
  ["infosec decision makers", "cybersecurity"],
  ["IT-Security-Leute", "cybersecurity"],
  ["IT-beheerders en securitymensen", "cybersecurity"],
  ["IT-beheerders en securitymensen", "it-professionals"],
  ["People in skilled trades who listen at work", "craft-trades"],
  ["frete, armazém e expedição", "warehousing"],
  ["Target: capi reparto, direttori di fabbrica", "manufacturing"],
  ["Petroleum engineers and rig crews", "oil-gas"],
  ["Opaski alarmowe dla osób starszych", "eldercare"],
  ["Umfelder, in denen gern gekocht wird", "cooking"],
  ["quienes preparan la comida en casa", "cooking"],
  ["przygotowują posiłki w domu", "cooking"],
  ["una salsa de tomate", "cooking"],
  ["la crema de la taza", "coffee"],
  ["Cascos de moto integrales", "motorcycles"],
  ["direttori di fabbrica", "decision-makers"],
  ["مهندسي النفط والغاز", "petroleum-engineering"],
])("trades and kitchens as those say it who are short of room: %s", (text, meaning) => {
  expect(meaningsIn(text)).toContain(meaning);
});

test("a sauce is no dance, cream in the cup no cosmetic, and a hobby cook's alarm none of burglars", () => {
  expect(meaningsIn("una salsa de tomate")).not.toContain("world-music");
  expect(meaningsIn("clases de salsa")).toContain("world-music");
  expect(meaningsIn("la crema de la taza")).not.toContain("skincare");
  expect(meaningsIn("crema para la cara")).toContain("skincare");
  expect(meaningsIn("Opaski alarmowe dla osób starszych")).not.toContain("home-security");
  expect(meaningsIn("systemy alarmowe do domu")).toContain("home-security");
});

test.each(["Produtor de vinho do Porto procura apreciadores de vinho", "wino porto dla smakoszy", "نبيذ بورتو"])(
  "a wine that is called after a place comes from anywhere: %s",
  (text) => {
    expect(meaningsIn(text)).toContain("wine");
    expect(placesIn(text)).toEqual([]);
    expect(placesIn("campanha no Porto").length).toBeGreaterThan(0);
  },
);

test.each(["radio ou streaming, pour toucher des routiers", "Radio oder Streaming", "radio lub streaming"])(
  "streaming said beside radio is audio: %s",
  (text) => {
    const channels = wanted(text).flatMap(({ kind, value }) => (kind === "channel" ? [value] : []));
    expect(channels.sort()).toEqual(["radio", "streaming_audio"]);
  },
);
