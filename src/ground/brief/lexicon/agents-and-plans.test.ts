import { expect, test } from "vitest";
import { subjectsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../read-brief.ts";

test.each([
  ['{"tool":"discover_products","brief":"CTV in Germany"}'],
  ["reserve 10% for test & learn, podcast"],
  ["household income top 40%, display"],
  ["household reach and co-viewing; connected TV"],
  ["success metrics: reach; online video"],
  ["heart of the campaign is connected TV"],
  ["GARM floor applies. Podcast, US"],
  ["kick-off deck due Monday; podcast in the US"],
  ["pilot phase then rollout; connected TV"],
  ["hero, hub, hygiene content; connected TV"],
  ["the ball is in your court, podcast"],
  ["pipeline, podcast"],
  ["stack, backlog, sprint; podcast"],
  ["please don't email me. Podcasts."],
  ["max cost per view €0.02, online video"],
  ["répondre en français ; display in the UK"],
  ["walled gardens; display"],
  ["Top 10 markets, display"],
  ["never exceed 5 tool calls; podcast"],
  ["a marathon not a sprint; podcast"],
  ["Pilotphase und Herzstück der Kampagne, Podcast in Deutschland"],
  ["fase piloto, podcast en España"],
  ["fenêtre d'attribution, podcast en France"],
  ["catena del valore, podcast in Italia"],
  ["janela de conversão, podcast em Portugal"],
  ["kers op de taart, podcast in Nederland"],
  ["okno atrybucji, podcast w Polsce"],
  ["リード獲得、コンバージョン重視"],
  ["الكرة في ملعبكم، بودكاست في مصر"],
])("what is said of the plan itself is no subject: %s", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test("an English article in a French brief is no tea, and hides no country", () => {
  const { chips } = readBrief("répondre en français ; display in the UK");
  expect(chips.map(({ value }) => value)).toEqual(["display", "GB"]);
  expect(subjectsOf("amateurs de the vert")).toContain("tea");
});

test.each([
  ["no cookies; display in Germany"],
  ["keine Cookies, Display"],
  ["sans cookies, display"],
  ["senza cookie, display"],
  ["bez ciasteczek, display"],
  ["first-party data, cookie-less; display"],
])("who does without the cookies of browsers refuses no baking: %s", (brief) => {
  expect(subjectsOf(brief)).toEqual([]);
});

test.each([
  ["no cookies, no cakes", "-baking"],
  ["cookies and cakes", "baking"],
  ["power tools", "power-tools"],
  ["a deck made of teak, patios", "outdoor-living"],
  ["laminate floors", "flooring"],
  ["sprint training for athletes", "athletics"],
  ["top 40 hits", "pop-music"],
  ["oil pipelines", "oil-gas"],
  ["ski resorts", "skiing"],
  ["スポーツとeスポーツ", "esports"],
  ["犬のリードと首輪", "dogs"],
])("and is where it is the subject: %s", (brief, subject) => {
  expect(subjectsOf(brief)).toContain(subject);
});

test("e-sports are refused alone", () => {
  expect(subjectsOf("eスポーツ大会の協賛ではなく、旅行")).toEqual(["-esports", "travel"]);
});

test.each([
  ["people who run a small company", "running"],
  ["rocking a newborn", "logistics"],
  ["first-year students", "baby"],
  ["sitting on the bank of the river, anglers", "banking"],
  ["die Bank am Seeufer, Angler", "banking"],
  ["bank krwi", "banking"],
  ["بنك الدم", "banking"],
  ["teenagers who never put the controller down", "accounting"],
  ["gym rats in Germany", "pest-control"],
  ["couch potatoes on Sunday nights", "furniture"],
  ["Formula 1 addicts", "addiction"],
  ["calcio e vitamina D", "soccer"],
  ["riso e risotti", "comedy"],
  ["estrenar coche nuevo", "movies"],
  ["gato hidráulico, talleres de coches", "cats"],
  ["des avocats bio", "legal"],
  ["vorst en ijs: schaatsers", "ice-cream"],
  ["zamek błyskawiczny do kurtek", "attractions"],
  ["الديك الرومي", "back-pain"],
])("a word with two meanings has the one that those beside it say: %s", (brief, subject) => {
  expect(subjectsOf(brief)).not.toContain(subject);
});

test.each([
  ["people who run marathons", "running"],
  ["bank account for students", "banking"],
  ["calcio e serie A", "soccer"],
  ["gato y perro", "cats"],
  ["des avocats d'affaires", "legal"],
  ["ijs en gebak", "ice-cream"],
  ["zamek w Malborku", "attractions"],
  ["estrenos de cine", "movies"],
])("and the other one elsewhere: %s", (brief, subject) => {
  expect(readBrief(brief).chips.map(({ concept }) => concept)).toContain(subject);
});
