import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["Wir verkaufen Radios, Podcasts", ["podcast"]],
  ["Vendemos radios, pódcast", ["podcast"]],
  ["Vendiamo radio, podcast", ["podcast"]],
  ["Nous vendons des radios, podcasts", ["podcast"]],
  ["Wij verkopen radio's, podcasts", ["podcast"]],
  ["Sprzedajemy radia, podcasty", ["podcast"]],
  ["We sell radios, podcasts", ["podcast"]],
  ["Wir verkaufen Schuhe, Display", ["display"]],
  ["Vendemos zapatos, display", ["display"]],
  ["Wir verkaufen Spielkonsolen, Display", ["display"]],
  ["We sell shoes, display", ["display"]],
])("what is asked for behind what is sold is demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["L'an dernier on a fait de la radio, cette année on préfère le podcast", ["podcast"]],
  ["Vorig jaar hebben we radio gedaan, dit jaar liever podcasts", ["podcast"]],
  ["Nos concurrents font de la radio, nous préférons le podcast", ["podcast"]],
  ["Unsere Konkurrenz macht Radio, wir bevorzugen Podcasts", ["podcast"]],
  ["La competencia hace radio, preferimos pódcast", ["podcast"]],
  ["I concorrenti sono in TV, noi vogliamo i podcast", ["podcast"]],
  ["A concorrência está na TV, nós queremos podcasts", ["podcast"]],
  ["Konkurencja jest w telewizji, my chcemy podcasty", ["podcast"]],
  ["De concurrent zit op de radio, wij willen podcasts", ["podcast"]],
  ["Our competitors are on TV, we prefer podcasts", ["podcast"]],
  ["My boss wants radio, UK", ["GB", "radio"]],
  ["My daughter works in radio, display UK", ["GB", "display"]],
  ["find us on social, display UK", ["GB", "display"]],
  ["we may want podcasts, UK", ["GB", "podcast"]],
  [
    "Display and podcasts are what we have in mind, but we're open to digital audio. Ireland",
    ["IE", "display", "podcast"],
  ],
  ["They never watch TV, display UK", ["GB", "display"]],
  ["They never watch TV. UK", ["GB"]],
  ["Shift spend away from social and into podcasts", ["-social", "podcast"]],
])("what is asked for behind what others do, or did, is demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["We build booths for radio stations and podcasts", []],
  ["Our rivals are on TV, on radio and in print. We want podcasts.", ["podcast"]],
  ["My wife says podcasts, my boss says radio. We do lofts.", []],
  ["My brother swears by display, print and newsletters. We want podcasts.", ["podcast"]],
])("what others do, or have, is still not demanded: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Bäckerei sucht Print", ["print"]],
  ["Panificio cerca display", ["display"]],
  ["Radiohändler sucht Display", ["display"]],
])("a word for a medium and other things is the medium that is looked for: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
