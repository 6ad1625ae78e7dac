import { expect, test } from "vitest";
import { demandsOf } from "../../ranking/demands.ts";
import { readBrief } from "../read-brief.ts";

const channels = (brief: string) => demandsOf(readBrief(brief)).channels;

test.each([
  "We make rain jackets for dogs. We have a photo, a 20-second video and some texts.",
  "Available assets - 1 x 15s video (16:9), 2 x images, copy deck. Audience: students.",
  "Our agency has produced a TV commercial and three banners already, but we are open as to where it runs.",
  "Banners and a newsletter text can be supplied within two days. We organise pilgrimages.",
  "Material: Banner, Video, 300 Zeichen Text. Zielgruppe: Hobbygärtner.",
  "Werbemittel: 1 Video 15 Sek., 2 Bilder, Anzeigentext. Es geht um Studierende.",
  "Wir können Fotos, ein Video und unser Logo schicken. Wir vermieten Hausboote.",
  "Nous pouvons vous envoyer des photos, une vidéo et notre logo. Nous vendons des patrons de tricot.",
  "Notre agence a déjà produit un spot télé et des affiches. Oreillers orthopédiques.",
  "Tenemos una foto, un vídeo de 20 segundos y textos. Abrigos para perros.",
  "Podemos enviar fotos, un vídeo y nuestro logo. Vendemos patrones de punto.",
  'Abbiamo foto, un video da 20", testi. Cappottini per cani.',
  "Temos uma foto, um vídeo de 20 segundos e textos. Casacos para cães.",
  "We kunnen foto's, een video en ons logo aanleveren. We verkopen breipatronen.",
  "Mamy zdjęcie, 20-sekundowe wideo i teksty. Kurtki dla psów.",
  "写真、動画、ロゴはお送りできます。編み物の型紙を販売しています。",
  "代理店がテレビCMとポスターを制作済みですが、どこで流すかはお任せします。",
  "لدينا صورة وفيديو مدته 20 ثانية ونصوص. معاطف للكلاب.",
])("what there is to be shown demands no channel: %s", (brief) => {
  expect(channels(brief)).toEqual({ any: [], none: [] });
});

test.each([
  ["A 30-second radio spot is finished, so we need radio. Garden centres.", ["radio"]],
  ["Ein Radiospot ist fertig, deshalb suchen wir Radio. Gartencenter.", ["radio"]],
  ["Abbiamo un video e cerchiamo newsletter. Gin.", ["email"]],
  ["We have a video and banners, and would like podcasts.", ["podcast"]],
  ["We have 5000 euros for banners. Tents.", ["display"]],
  ["Mamy spot radiowy i szukamy podcastów.", ["podcast"]],
])("where it is to run is demanded all the same: %s", (brief, expected) => {
  expect(channels(brief)).toEqual({ any: expected, none: [] });
});

test("a piece that a writer does not have is none to be shown", () => {
  expect(channels("We have no TV spot, so no television. Sheds.").none).toContain("linear_tv");
});
