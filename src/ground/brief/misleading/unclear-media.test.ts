import { expect, test } from "vitest";
import { readBrief } from "../read-brief.ts";

const FIRM = 0.6;

function channelsIn(brief: string) {
  const { chips } = readBrief(brief);
  return chips.filter(({ kind, certainty }) => kind === "channel" && certainty >= FIRM).map(({ value }) => value);
}

test.each([
  "Wireless headphones for runners.",
  "We run social housing for older tenants.",
  "Vitamin supplement for pregnant women.",
  "Fishing reels and rods for anglers.",
  "Printed cotton dresses for summer.",
  "Email us your ideas; we want cyclists.",
  "We make radios and record players for music lovers.",
  "Wir verkaufen Fernseher an Sportfans.",
  "Eine Beilage zum Grillen, für Hobbyköche.",
  "Logement social pour familles modestes.",
  "Ce que le client affiche, c'est son goût du vin.",
  "Una cuna para bebés recién nacidos.",
  "Un producto creado para corredores.",
  "Pintura para la fachada exterior de las casas.",
  "Criadores de gado e produtores de leite.",
  "Redes de proteção para janelas.",
  "Minder papierwerk voor ondernemers.",
  "Mail ons gerust, we zoeken wandelaars.",
])("a word that names a thing demands no channel: %s", (brief) => {
  expect(channelsIn(brief)).toEqual([]);
});

test.each([
  ["Print and radio for gardeners.", ["print", "radio"]],
  ["Gardeners in Kent. Print only.", ["print"]],
  ["Display for gardeners in Spain", ["display"]],
  ["We want gardeners on social.", ["social"]],
  ["A paid social push for our tents", ["social"]],
  ["channels: email; audience: gardeners", ["email"]],
  ["Una campaña en redes para jardineros", ["social"]],
  ["We sell sheds, and advertise on radio.", ["radio"]],
])("beside words of advertising it does: %s", (brief, channels) => {
  expect(channelsIn(brief)).toEqual(channels);
});

test("refused, it is a channel", () => {
  const { chips } = readBrief("Sheds for gardeners, no print.");
  expect(chips.find(({ kind }) => kind === "channel")).toMatchObject({ value: "print", negated: true });
});

test.each([
  ["Display UK and Ireland", ["display"]],
  ["Display: UK. Podcast: Germany.", ["display", "podcast"]],
  ["display = Germany", ["display"]],
  ["social: Italy", ["social"]],
  ["social UK/IT", ["social"]],
  ["nurses UK display", ["display"]],
  ["display EMEA except DACH", ["display"]],
  ["Display US: June to August", ["display"]],
  ["can we have display in Italy?", ["display"]],
  ["We want gardeners, and we prefer display", ["display"]],
])("beside a country, display and social are media: %s", (brief, channels) => {
  expect(channelsIn(brief)).toEqual(channels);
});

test.each(["social housing UK", "we make LED display Germany and Austria", "UK social workers"])(
  "beside another noun they are not: %s",
  (brief) => {
    expect(channelsIn(brief)).toEqual([]);
  },
);

test("what heads a line is not refused where no word refuses", () => {
  const { chips } = readBrief("display: jewellery and watches, podcast UK");
  expect(chips.find(({ value }) => value === "display")?.negated ?? false).toBe(false);
});
