import { expect, test } from "vitest";
import { CHANNELS } from "../../channels/channel.ts";
import { firmDemandsOf } from "../firm-demands.fixture.ts";
import { readBrief } from "../index.ts";
import { tokensOf } from "../words.ts";
import { clausesOf, ROOM } from "./clause-features.ts";
import { mediaBytesOf, mediaWeightsIn, UNIT } from "./media-weights.ts";

test.each([
  ["Please put us into the minutes before the lights go down for the main film.", ["cinema"]],
  ["Running shoes: a spoken message while people stream their workout playlist.", ["streaming_audio"]],
  ["Chcemy być w przerwie na reklamy przed wieczornymi wiadomościami.", ["linear_tv"]],
  ["Vorremmo uscire sulle pagine del quotidiano della domenica.", ["print"]],
])("a medium is recognised by the words that describe it: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test("what is recognised is where it stands in the brief", () => {
  const brief = "Energy drink. Mobile game interstitials between levels, please.";
  const [chip] = readBrief(brief).chips.filter(({ kind }) => kind === "channel");
  expect(brief.slice(chip?.span?.start, chip?.span?.end)).toBe("Mobile game");
});

test.each([
  ["We make cinema seats and sell them to architects."],
  ["Our app counts the songs that you sing in the shower."],
  ["We restore old printing presses for museums."],
  ["Nous vendons des consoles de jeux d'occasion."],
])("what only looks like it is no medium: %s", (brief) => {
  expect(readBrief(brief).chips.filter(({ kind }) => kind === "channel")).toEqual([]);
});

test("a feature is the same number wherever its clause stands, and weights have room for it", () => {
  const [[first], [second]] = [
    clausesOf(tokensOf("on the wireless")),
    clausesOf(tokensOf("Well, on the wireless")),
  ].map((clauses) => clauses.slice(-1)) as [ReturnType<typeof clausesOf>, ReturnType<typeof clausesOf>];
  expect(first?.map(({ features }) => features)).toEqual(second?.map(({ features }) => features));
  expect(first?.flatMap(({ features }) => features.flat()).every((one) => one >= 0 && one < ROOM)).toBe(true);
});

test("weights are read as they were written, wherever their bytes begin", () => {
  const count = CHANNELS.length;
  const values = new Int8Array(ROOM * count);
  const set = (feature: number, medium: number, value: number) => values.set([value], feature * count + medium);
  set(5, 0, 40);
  set(5, count - 1, -80);
  set(7, 3, 80);
  set(31, 3, -40);
  set(ROOM - 1, 12, -120);
  const bytes = mediaBytesOf(values, new Int8Array(count).fill(-20));
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  const read = mediaWeightsIn(shifted.subarray(3));
  const sumOf = (features: readonly number[]) => {
    const sums = new Float64Array(count);
    for (const feature of features) read.add(feature, sums);
    return [...sums].flatMap((sum, medium) => (sum === 0 ? [] : [[medium, sum * UNIT]]));
  };
  expect(sumOf([5])).toEqual([
    [0, 40],
    [count - 1, -80],
  ]);
  expect(sumOf([7, 31])).toEqual([[3, 40]]);
  expect(sumOf([ROOM - 1, 6, 0])).toEqual([[12, -120]]);
  expect([...read.least]).toEqual(Array.from({ length: count }, () => -20 / UNIT));
  expect(read.digest).toBe(mediaWeightsIn(bytes).digest);
});
