import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readByRules } from "../read-brief.ts";
import { chancesOf, likeliest } from "./chances.ts";
import { featuresOf, ROOM } from "./features.ts";
import { sceneOf } from "./scene.ts";
import { bytesOf, UNIT, weights, weightsIn } from "./weights.ts";

test.each([
  ["Our stall in Lyon does fine by itself; what we lack is buyers in Belgium.", ["BE"]],
  ["Weil unser Vorstand Influencer ablehnt, bleiben uns die Kinos.", ["-influencer", "cinema"]],
  ["La télé, on laisse ça aux autres ; pour nous ce sera la radio.", ["radio"]],
  ["Comme la direction refuse la télévision, nous misons sur la presse.", ["-ctv", "-linear_tv", "print"]],
  ["Nuestros quesos vienen de Francia y queremos compradores en Chile.", ["CL"]],
])("what the rules misread is read by the words around it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["No other media than radio.", ["radio"]],
  ["If it is not video, we are not interested.", ["ctv", "linear_tv", "olv"]],
  ["Only podcasts, please.", ["podcast"]],
])("what is said of everything else does not undo what alone is wanted: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["prensa, radio, social", ["print", "radio", "social"]],
  ["Vuelos baratos, radio latina, social", ["radio", "social"]],
])("a bare list refuses nothing, whatever has been learnt: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).toSorted()).toEqual(demands);
});

test("what has been learnt tells how a mention is meant", () => {
  const { text, tokens, mentions } = readByRules("We would like to be on the radio. Please leave out television.");
  const scene = sceneOf(text, tokens, mentions);
  const meant = mentions.content.map((one) => likeliest(chancesOf(featuresOf(one, "channel", scene), weights())));
  expect(meant).toEqual(["demanded", "refused"]);
});

test("features are numbers that weights have room for", () => {
  const { text, tokens, mentions } = readByRules("Radio in Spanien, aber kein Fernsehen. ラジオをお願いします。");
  const scene = sceneOf(text, tokens, mentions);
  const features = mentions.content.flatMap((one) => [...featuresOf(one, "channel", scene)]);
  expect(features.length).toBeGreaterThan(100);
  expect(features.every((feature) => Number.isInteger(feature) && feature >= 0 && feature < ROOM)).toBe(true);
});

test("weights are read as they were written, wherever their bytes begin", () => {
  const values = new Int8Array(2 * ROOM);
  values.set([40, -80], 2 * 5);
  values.set([-127, 0], 2 * 77);
  values.set([1, 2], 2 * (ROOM - 1));
  const bytes = bytesOf(values);
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const read = weightsIn(shifted.subarray(3));
  expect(read.sumOf([5])).toEqual([40 / UNIT, -80 / UNIT]);
  expect(read.sumOf([77, ROOM - 1, 6])).toEqual([-126 / UNIT, 2 / UNIT]);
  expect(read.sumOf([0, 1, 4, 78])).toEqual([0, 0]);
  expect(read.digest).toBe(weightsIn(bytes).digest);
});
