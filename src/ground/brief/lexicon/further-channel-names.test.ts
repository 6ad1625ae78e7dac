import { expect, test } from "vitest";
import { firmDemandsOf } from "../firm-demands.fixture.ts";

test.each([
  ["We'd like the side of a bus.", ["ooh"]],
  ["Please book adverts inside phone games.", ["gaming"]],
  ["Wir möchten in Handyspiele rein.", ["gaming"]],
  ["Quiero anuncios en juegos del móvil.", ["gaming"]],
  ["Trouvez-moi des placements de produit dans des séries.", ["product_placement"]],
  ["Vorremmo comparire nelle risposte dei chatbot AI.", ["sponsored_intelligence"]],
  ["Link sponsorizzati nelle risposte dei chatbot AI.", ["sponsored_intelligence"]],
  ["Procuramos anúncios patrocinados nas lojas online das cadeias.", ["retail_media"]],
  ["Ci vogliono gli annunci sui siti dei supermercati.", ["retail_media"]],
  ["Marka zegarków pyta o reklamę na ekranach kin.", ["cinema"]],
  ["CTV na ekranach smart TV.", ["ctv"]],
  ["キー局のスポットを組んでください。", ["linear_tv"]],
  ["Sponsored posts on Instagram for our salon.", ["social"]],
  ["Cherchons food creators.", ["influencer"]],
  ["Radio graag, voor een bakker.", ["radio"]],
  ["Podcast én radio graag.", ["podcast", "radio"]],
  ["Mi jefa me pide podcasts para cápsulas de café.", ["podcast"]],
  ["Reklamówka przed filmikami w internecie.", ["olv"]],
  ["Video brevi prima dei filmati online.", ["olv"]],
  ["Für Videos vor Onlineclips 14 Euro TKP.", ["olv"]],
  ["Medien: Funk, Tageszeitung", ["print", "radio"]],
])("a medium by another of its names: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["Annunci sui siti.", ["display"]],
  ["Funk bands on vinyl, a shop in Leeds.", []],
  ["We make phone games.", []],
])("what looks like it is none: %s", (brief, demands) => {
  expect(firmDemandsOf(brief).filter((one) => one !== "GB")).toEqual(demands);
});
