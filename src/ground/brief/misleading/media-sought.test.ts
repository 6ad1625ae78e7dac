import { expect, test } from "vitest";
import { firmDemandsOf, subjectsOf } from "../firm-demands.fixture.ts";

test.each([
  "Buscamos revistas de cocina",
  "Necesitamos revistas de moda",
  "Cerco una rivista di cucina",
  "Procuro uma revista de moda",
  "Szukam czasopism kulinarnych",
  "Szukamy magazynu o gotowaniu",
  "أبحث عن مجلات الطبخ",
])("magazines that are looked for are demanded: %s", (brief) => {
  expect(firmDemandsOf(brief)).toEqual(["print"]);
});

test.each([
  ["Campaña televisiva en Japón", ["JP", "ctv", "linear_tv"]],
  ["Campagna televisiva in Giappone", ["JP", "ctv", "linear_tv"]],
  ["Anúncios televisivos", ["ctv", "linear_tv"]],
  ["Publicidad cinematográfica en Suiza", ["CH", "cinema"]],
  ["Publicidad impresa en Alemania", ["DE", "print"]],
  ["プリント広告", ["print"]],
  ["プリントメディア、ドイツ", ["DE", "print"]],
  ["إعلانات صحفية في ألمانيا", ["DE", "print"]],
  ["audio w streamingu dla biegaczy", ["streaming_audio"]],
])("a medium may be an adjective, or a foreign word: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test.each([
  ["ドイツのCM", ["DE"]],
  ["カメルーンのラジオ", ["CM", "radio"]],
  ["20.000 US$, podcasts, España", ["ES", "podcast"]],
  ["Podcasts en US", ["US", "podcast"]],
  ["الوصول إلى الشابات عبر المؤثرين", ["influencer"]],
  ["紙おむつ", []],
  ["紙媒体", ["print"]],
])("a commercial, a currency, young women and nappies are neither a country nor a medium: %s", (brief, demands) => {
  expect(firmDemandsOf(brief)).toEqual(demands);
});

test("young women are an audience", () => {
  expect(subjectsOf("أريد الوصول إلى الشابات")).toEqual(["women"]);
});
