import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

const countriesIn = (brief: string, negated = false) =>
  readBrief(brief)
    .chips.filter((chip) => chip.kind === "country" && chip.negated === negated && isFirm(chip))
    .map(({ value }) => value);

test.each([
  "Cooling pillows, made in a shed in Devon; we want people who sleep badly.",
  "Solar kits for homes; we operate nationwide in France but take any market that fits.",
  "Photovoltaik für Eigenheime, bundesweit tätig, aber wir nehmen jeden Markt, der passt.",
])("where something is made, or where any market will do, no country is demanded: %s", (brief) => {
  expect(countriesIn(brief)).toEqual([]);
});

test.each([
  ["日本のヒートポンプメーカーです。ドイツ国内のみで、家を持っている人に広告を出したい。", ["DE"]],
  ["フランスの化粧品ブランドです。日本の女性向け。", ["JP"]],
  ["大阪の自転車店です。大阪の人に来てほしい。", ["JP"]],
  ["Enkel Belgisch publiek: tuincentra in Oost-Vlaanderen en Limburg.", ["BE"]],
])(
  "a firm's own country is not its market, and of one name's two places the one in a named country is: %s",
  (brief, countries) => {
    expect([...new Set(countriesIn(brief))]).toEqual(countries);
  },
);

test.each([
  "Procuramos donos de casa em Portugal, não nos interessa mais nenhum país.",
  "Buscamos propietarios en Portugal, no nos interesa ningún país más.",
  "We look for home owners in Portugal, no other country interests us.",
  "Nous cherchons des propriétaires au Portugal, aucun autre pays ne nous intéresse.",
])("what is dismissed is every other country: %s", (brief) => {
  expect(countriesIn(brief)).toEqual(["PT"]);
  expect(countriesIn(brief, true)).toEqual([]);
});

test.each([
  ["We sell compost without peat and look for people who love gardening.", "gardening"],
  ["Wij verkopen potgrond zonder turf en zoeken mensen die graag tuinieren.", "gardening"],
  ["Nous vendons du terreau sans tourbe et cherchons des gens qui aiment jardiner.", "gardening"],
])("what is sought behind what a product lacks is not refused: %s", (brief, topic) => {
  const chips = readBrief(brief).chips.filter(({ concept }) => concept === topic);
  expect(chips.map(({ negated }) => negated)).toEqual([false]);
});

test.each([
  "Chcemy trafić do kupców z branży opakowań i druku.",
  "We want buyers in the packaging and print industry.",
])("who works in a medium is no medium: %s", (brief) => {
  expect(readBrief(brief).chips.filter((chip) => chip.kind === "channel" && isFirm(chip))).toEqual([]);
});
