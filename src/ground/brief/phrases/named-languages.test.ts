import { expect, test } from "vitest";
import { isFirm } from "../chip.ts";
import { readBrief } from "../read-brief.ts";

function said(brief: string, kinds: readonly string[] = ["language", "country"]): string[] {
  const chips = readBrief(brief).chips.filter((chip) => kinds.includes(chip.kind) && isFirm(chip));
  return chips.map(({ value, negated }) => (negated ? `-${value}` : value)).sort();
}

test.each([
  ["Hindi, Tamil or Telugu content, CTV US", ["US", "hi", "ta", "te"]],
  ["Spanish and English podcasts, US", ["US", "en", "es"]],
  ["podcasts in English and Spanish, US", ["US", "en", "es"]],
  ["French and German display, Switzerland", ["CH", "de", "fr"]],
  ["Spanish CTV, US", ["US", "es"]],
  ["German only, CTV in Germany", ["DE", "de"]],
  ["nur Deutsch, Podcasts", ["de"]],
  ["English only, no French. Canada", ["-fr", "CA", "en"]],
  ["Belgium, Dutch only, no French", ["-fr", "BE", "nl"]],
  ["kein Englisch, Podcasts", ["-en"]],
  ["pas d'anglais, podcasts", ["-en"]],
  ["nada de inglés, pódcast", ["-en"]],
  ["sem inglês, podcasts", ["-en"]],
  ["niente italiano, display", ["-it"]],
  ["geen Frans, podcasts", ["-fr"]],
  ["bez angielskiego, podcasty", ["-en"]],
  ["français/néerlandais, display en Belgique", ["BE", "fr", "nl"]],
  ["zweisprachig deutsch/französisch, display", ["de", "fr"]],
  ["Idioma: español, no inglés. Pódcast", ["-en", "es"]],
  ["Podcasts auf Sorbisch in der Lausitz", ["DE", "hsb"]],
  ["podcast in lingua slovena a Trieste", ["IT", "sl"]],
  ["podcasts, excluding the French-speaking part of Switzerland", []],
])("a language that is named is no country: %s", (brief, read) => {
  expect(said(brief)).toEqual(read);
});

test.each([
  ["French wine, Canada", ["CA"]],
  ["only Germans", ["DE"]],
  ["Polish and Ukrainian audiences in Germany", ["DE"]],
  ["French and Italian cuisine, podcasts in Switzerland", ["CH"]],
])("a people or its wares are no language: %s", (brief, read) => {
  expect(said(brief)).toEqual(read);
});

test.each(["Spanish and English podcasts, US", "German and French podcasts", "keine englischen Podcasts"])(
  "the medium that is in a language is kept: %s",
  (brief) => {
    const podcasts = readBrief(brief).chips.filter(({ value }) => value === "podcast");
    expect(podcasts.filter((chip) => !chip.negated || !isFirm(chip))).toHaveLength(1);
  },
);

test.each([
  ["Idioma de los medios: quechua o español.", ["es", "qu"]],
  ["إعلام ناطق بالهندية أو المالايالامية", ["hi", "ml"]],
  ["子ども英語アプリの広告です。", []],
  ["C'è una causa in corso sul marchio.", []],
])("%s", (brief, languages) => {
  expect(said(brief, ["language"])).toEqual(languages);
});
