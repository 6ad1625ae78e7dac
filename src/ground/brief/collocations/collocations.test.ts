import { expect, test } from "vitest";
import { LANGUAGES } from "../languages.ts";
import { lexicon } from "../lexicon/lexicon.ts";
import { readBrief } from "../read-brief.ts";
import { collocationsText } from "./collocations-text.ts";

const meaningsIn = (text: string) => readBrief(text).chips.map(({ concept }) => concept);

test.each([
  ["People who talk to their lamps", "smart-home"],
  ["Her lamp listens whenever she talks", "smart-home"],
  ["Leute, die jeden Monat ein wenig vom Gehalt zurücklegen", "savings"],
  ["Chi di notte conta ancora le pecore", "sleep"],
  ["ゲレンデを滑る人", "skiing"],
  ["أشخاص فتحوا قبل عام محلهم", "small-business"],
  ["ceux qui vivent de la coupe et de la couleur", "haircare"],
  ["أعلاف ومكملات للخيول", "horses"],
  ["chi coltiva ortaggi di mestiere", "horticulture-trade"],
  ["lui die drie uur zwijgen en dan een paard offeren", "chess"],
  ["Leute, die am Amboss hämmern", "blacksmithing"],
  ["People who sweep the fields with a detector", "metal-detecting"],
  ["chi sul balcone ha solo gerani", "gardening"],
  ["ceux qui taillent leur genévrier", "bonsai"],
  ["Leute, die nachts um drei an die Decke starren", "sleep"],
  ["ceux qui grimacent et se tiennent les reins", "back-pain"],
  ["Ceux qui écrivent des applis et râlent contre les bugs", "developers"],
  ["من يقضون أيامهم عند الحفارات والآبار", "oil-gas"],
  ["People who hold the menu at arm's length", "glasses"],
  ["Gente que ya no se abrocha los vaqueros", "weight-loss"],
  ["chi il sabato accende la brace in giardino", "grilling"],
  ["Quem deixa a bolha no refúgio e volta a caminhar", "hiking"],
  ["mensen die hun varen op de vensterbank sproeien", "houseplants"],
  ["ludzie, którzy rozdają karty i licytują atu", "card-games"],
  ["毎朝鏡の前でコーデに悩む人", "fashion"],
  ["من يجلسون على الرمال تحت مظلة", "beach"],
])("what two words mean together is read in either order and form: %s", (text, meaning) => {
  expect(meaningsIn(text)).toContain(meaning);
});

test("what people do not do says who they are, and refuses nobody", () => {
  const negated = (text: string) => readBrief(text).chips.find(({ concept }) => concept === "left-handed")?.negated;
  expect(negated("Gente que no se apaña con las tijeras")).toBe(false);
});

test("a word of a pair alone, far away or in another sentence means what it always does", () => {
  expect(meaningsIn("A new lamp for the hall")).not.toContain("smart-home");
  expect(meaningsIn("They talk. The lamp is new.")).not.toContain("smart-home");
  expect(meaningsIn("They talk about much, and in the end one of them bought a lamp")).not.toContain("smart-home");
});

test("words of everyday scenes alone mean what they always do", () => {
  expect(meaningsIn("Staring at a screen all day")).not.toContain("sleep");
  expect(meaningsIn("calculs rénaux, douleurs aux reins")).toContain("urology");
  expect(meaningsIn("mensen met spataderen en varen op zee")).not.toContain("houseplants");
  expect(meaningsIn("Robes for the bath")).not.toContain("legal");
});

test("what is said together takes the place of what its word means alone", () => {
  expect(meaningsIn("quienes le hablan a la lámpara")).not.toContain("interior");
});

test("every line has a meaning of the lexicon, and a pair in each language", () => {
  const { lines } = lexicon();
  for (const line of collocationsText().split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [id = "", columns = ""] = line.split(" : ");
    expect(lines.has(`topic:${id}`) || lines.has(`audience:${id}`), id).toBe(true);
    const pairs = columns.split("|");
    expect(pairs, id).toHaveLength(LANGUAGES.length);
    for (const pair of pairs) expect(pair, `${id}: ${pair}`).toMatch(/\S+.* & .*\S/);
  }
});
