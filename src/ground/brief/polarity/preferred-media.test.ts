import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test("a medium may be a preference, and the only country that is named is the market", () => {
  for (const brief of [
    "Gern Podcasts, Deutschland.",
    "Gerne Podcasts in Deutschland.",
    "Podcasts bevorzugt, Deutschland.",
    "Preferably podcasts or radio, Germany.",
    "Liefst podcasts, Duitsland.",
    "De préférence des podcasts, Allemagne.",
    "Am liebsten Podcasts, Zielmarkt Deutschland.",
    "Preferiblemente podcasts, Alemania.",
    "Preferibilmente podcast, Germania.",
    "De preferência podcasts, Alemanha.",
    "Najlepiej podcasty, Niemcy.",
  ])
    expect(firmDemandsOf(brief), brief).toEqual(["DE"]);
  expect(firmDemandsOf("Podcasts and ideally display, Germany.")).toEqual(["DE", "podcast"]);
});

test("a country that is itself preferred, or stands beside a market, is none", () => {
  expect(firmDemandsOf("Podcasts, ideally in Germany")).toEqual(["podcast"]);
  expect(firmDemandsOf("Podcasts, am liebsten Deutschland")).toEqual(["podcast"]);
  expect(firmDemandsOf("Gern Podcasts, Deutschland, vielleicht auch Österreich")).toEqual(["DE"]);
  expect(firmDemandsOf("Podcasts in Deutschland, gerne auch Österreich")).toEqual(["DE", "podcast"]);
  expect(firmDemandsOf("Podcasts in Germany, maybe also radio in Austria")).toEqual(["DE", "podcast"]);
});

test("a courtesy before what else is asked for softens nothing", () => {
  expect(firmDemandsOf("Wir suchen Podcasts in Deutschland, gerne mit Preisen.")).toEqual(["DE", "podcast"]);
  expect(firmDemandsOf("We zoeken podcasts in Duitsland, graag reactie.")).toEqual(["DE", "podcast"]);
});

test("display of which there are options is the medium", () => {
  expect(firmDemandsOf("Display options for the UK.")).toEqual(["GB", "display"]);
});
