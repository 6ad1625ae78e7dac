import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["家具メーカーです、フランスでディスプレイ広告", ["FR", "display"]],
  ["Vendemos radios, display", ["display"]],
  ["Vendemos radios, display en España", ["ES", "display"]],
  ["Vendemos rádios antigos, display em Espanha", ["ES", "display"]],
  ["Vendiamo radio d'epoca, display in Italia", ["IT", "display"]],
  ["Distribuimos revistas, podcasts en España", ["ES", "podcast"]],
  ["Distribuimos revistas; podcasts en España", ["ES", "podcast"]],
  ["Fabricamos muebles, podcasts en Francia", ["FR", "podcast"]],
  ["Fabbrichiamo scarpe, podcast in Francia", ["FR", "podcast"]],
  ["Fabricamos calçado, podcasts em França", ["FR", "podcast"]],
  ["Produkujemy buty, podcasty we Francji", ["FR", "podcast"]],
])("behind what they make or sell stands where to advertise: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Vendemos radios, televisores y altavoces", []],
  ["Vendemos radios, altavoces y televisores", []],
  ["Fabricamos muebles en Francia, podcasts", ["podcast"]],
  ["Fabricamos muebles en Francia", []],
])("wares and where they are made are no demands: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});
