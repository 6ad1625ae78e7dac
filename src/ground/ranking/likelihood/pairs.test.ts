import { expect, test } from "vitest";
import { product } from "../../seller-agent/product.fixture.ts";
import { rankProducts } from "../rank-products.ts";

const offer = (productId: string, channel: "podcast" | "display", description: string) => ({
  salesAgentId: "seller",
  product: product(productId, { name: "Title", description, channels: [channel] }),
});
const OFFERS = [
  offer("business podcast", "podcast", "A daily show on business and the economy."),
  offer("cookery podcast", "podcast", "Recipes, week by week."),
];

test.each([
  "Launch an electric car: TV drama, business podcasts and car reviews",
  "Start eines Elektroautos: TV-Serien, Podcasts über Wirtschaft und Autotests",
  "Lancement d'une voiture électrique : séries télé, podcasts sur l'économie et essais auto",
  "Lanzamiento de un coche eléctrico: series de televisión, podcasts de negocios y pruebas de coches",
  "Lancio di un'auto elettrica: serie tv, podcast di economia e prove di auto",
  "Lançamento de um carro elétrico: séries de TV, podcasts de negócios e testes de carros",
  "Lancering van een elektrische auto: tv-series, podcasts over economie en autotests",
  "Premiera samochodu elektrycznego: seriale telewizyjne, podcasty biznesowe i testy aut",
  "電気自動車の発売。テレビドラマ、ビジネス系のポッドキャスト、車のレビュー。",
])("a medium and the subject beside it are one of the things a brief lists: %s", async (brief) => {
  const ranked = await rankProducts(OFFERS, brief);
  const fits = new Map(ranked.map(({ product: { productId }, relevance }) => [productId, relevance?.fit]));
  expect(["fair", "strong"]).toContain(fits.get("business podcast"));
  expect(["weak", "none"]).toContain(fits.get("cookery podcast"));
});
