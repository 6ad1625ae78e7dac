import { expect, test } from "vitest";
import { english } from "../languages/en.ts";
import type { Language } from "../languages/language.ts";
import { LANGUAGES } from "../languages/negotiate.ts";
import { PSEUDO } from "../languages/pseudo-language.fixture.ts";
import { documentOf } from "../page.ts";
import { everyPage, HOSTILE } from "./pages.fixture.ts";

const seller = {
  name: HOSTILE,
  domain: HOSTILE,
  colours: { primary: "#e4002b" },
  logo: { path: "/join/x/logo", onDark: false },
};

function renderingsIn(language: Language): readonly (readonly [string, string])[] {
  return Object.entries(everyPage(language)).map(([state, page]) => [
    state,
    documentOf(page, { language, offered: [language, english], seller }).markup,
  ]);
}

/** What a reader sees or hears, except for texts that are not our sentences: names, codes, texts by others, and languages' own names. */
function spoken(markup: string): string {
  const reported = [...markup.matchAll(/ (?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(
    ([, text = ""]) => text,
  );
  const seen = markup
    .replaceAll(/<style>.*?<\/style>|<script>.*?<\/script>|<bdi.*?<\/bdi>|\u2068.*?\u2069/gs, "")
    .replaceAll(/<(\w+)[^>]* (?:translate="no"|hreflang=)[^>]*>.*?<\/\1>/gs, "")
    .replaceAll(/<[^>]*>/g, "\n");
  return [...reported, seen].join("\n");
}

function outsideBrackets(text: string): string {
  const inner = /⟦[^⟦⟧]*⟧/g;
  let rest = text;
  while (inner.test(rest)) rest = rest.replaceAll(inner, "");
  return rest.replaceAll(/\s+/g, " ").trim();
}

test.each(renderingsIn(PSEUDO))("the page %s contains no text that is not in the catalogues", (_, markup) => {
  expect(outsideBrackets(spoken(markup))).toBe("");
});

test("every sentence of the catalogues is on some page", () => {
  const said = renderingsIn(PSEUDO)
    .map(([, markup]) => markup)
    .join("\n");
  expect(Object.keys(english.words).filter((word) => !said.includes(`⟦${word}:`))).toEqual([]);
});

test.each(LANGUAGES)("no hostile name becomes markup, whatever the page, in $tag", (language) => {
  for (const [state, markup] of renderingsIn(language)) {
    // A page's own script contains one text that comes from outside, and nothing in that may end the script.
    const withoutOurs = markup
      .replace(/^<script>if\(opener\)[^<]*<\/script>$/m, "")
      .replace('<script src="/sign-in/passkey.js" defer></script>', "");
    expect([state, withoutOurs.match(/<script|="">|&lt;&lt;/g)]).toEqual([state, null]);
    expect([state, (withoutOurs.match(/"/g) ?? []).length % 2]).toEqual([state, 0]);
  }
});

test("in every language, a sentence contains the same names and numbers as in English", () => {
  for (const { tag, words } of LANGUAGES) {
    for (const [word, said] of Object.entries(words)) {
      const original = english.words[word as keyof typeof words];
      expect([tag, word, typeof said]).toEqual([tag, word, typeof original]);
    }
    const [page, original] = [everyPage({ ...english, tag, words }), everyPage(english)];
    for (const [state, { main }] of Object.entries(page)) {
      const names = (text = "") => new Set(text.match(/<bdi.*?<\/bdi>/g));
      expect([tag, state, names(main.text)]).toEqual([tag, state, names(original[state]?.main.text)]);
    }
  }
});

test.each(LANGUAGES)("no page is larger than 10 kB including its style sheet, in $tag", (language) => {
  for (const [state, markup] of renderingsIn(language)) {
    if (state === "sign-up too long") continue;
    expect([state, Buffer.byteLength(markup) <= 10_000]).toEqual([state, true]);
  }
});
