import { expect, test } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../ground/kernel/clock.ts";
import { mailBrandOf } from "./mail-brand.ts";
import { type Draft, plainName, renderMail } from "./render-mail.ts";
import { LANGUAGES, speak } from "./templates/speak.ts";
import { TEMPLATES } from "./templates/words.ts";

const draft: Draft = {
  template: "verify",
  language: "en",
  name: "Acme Media",
  link: "https://market.example/join/acme/confirm?lang=en&token=abc",
  lifeMs: 24 * HOUR_MS,
};

const every = Object.keys(LANGUAGES).flatMap((language) => TEMPLATES.map((template) => [language, template] as const));

test("mail is written in English, German, French, Spanish, Dutch and Arabic", () => {
  expect(Object.keys(LANGUAGES).sort()).toEqual(["ar", "de", "en", "es", "fr", "nl"]);
});

test.each(every)(
  "in %s the mail %s names whom it is about, and has its link in text and page",
  (language, template) => {
    const { subject, text, html } = renderMail({ ...draft, language, template });
    for (const part of [subject, text, html]) expect(part).toContain("Acme Media");
    expect(text).toContain(`\n${draft.link}\n`);
    expect(html).toContain(`href="${draft.link.replace("&", "&#38;")}"`);
    expect(text).toMatch(/24/);
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|\$\{|null/);
  },
);

test("a mail with a permanent link does not mention a limit, and gives the reason in its own words", () => {
  const { text } = renderMail({ ...draft, template: "refused", lifeMs: 0, reason: "We serve publishers alone." });
  expect(text).toContain("for this reason: We serve publishers alone.");
  expect(text).not.toMatch(/once|valid|ignore/);
});

test.each(every.filter(([language]) => language !== "en"))(
  "in %s the mail %s is not left in English",
  (language, template) => {
    const [ours, english] = [renderMail({ ...draft, language, template }), renderMail({ ...draft, template })];
    const shared = ours.text.split("\n\n").filter((line) => english.text.split("\n\n").includes(line));
    expect(shared).toEqual([]);
    expect(ours.subject).not.toBe(english.subject);
  },
);

test("Arabic is written from right to left, and a Latin name in it is isolated", () => {
  const { html, text } = renderMail({ ...draft, language: "ar-EG" });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(text).toContain("\u2068Acme Media\u2069");
});

test("a reader with a regional tag gets mail in its language, and one of an unknown language in English", () => {
  expect(["de-AT", "DE", "nl_BE", "pt", "", "constructor"].map((tag) => speak(tag).tag)).toEqual([
    "de",
    "de",
    "nl",
    "en",
    "en",
    "en",
  ]);
});

test("the page fetches nothing", () => {
  for (const [language, template] of every) {
    const { html } = renderMail({ ...draft, language, template });
    expect(html).not.toMatch(/<(img|link|script|iframe|style)|url\(|@import|src=/i);
    expect(html.match(/https?:\/\/[^"\s]+/g)).toEqual([draft.link.replace("&", "&#38;")]);
  }
});

const BRAND = { logoUrl: "https://seller.example/logo.png?a=1&b=2", color: "#FFCC00" };

test.each(every)(
  "in %s the mail %s carries its storefront's brand, in the page and in plain text",
  (language, template) => {
    const { text, html } = renderMail({ ...draft, language, template, brand: BRAND });
    expect(text.split("\n\n", 1)[0]?.replaceAll(/[\u2068\u2069]/g, "")).toBe("Acme Media");
    expect(html).toContain(`<img src="https://seller.example/logo.png?a=1&#38;b=2" alt=""`);
    expect(html).toContain("<strong><bdi>Acme Media</bdi></strong>");
    // Black is the legible colour on this yellow.
    expect(html).toContain("background:#ffcc00;color:#000000");
  },
);

test("only a valid colour and a logo at an https address get from a brand into the page", () => {
  const color = 'red;background:url(https://evil.example/)"><script>';
  for (const logoUrl of [
    "javascript:alert(1)",
    "http://plain.example/logo.png",
    '"><script>',
    "https://a:b@c.example/l",
  ]) {
    const { html } = renderMail({ ...draft, brand: { logoUrl, color } });
    expect(html).not.toMatch(/<img|script|evil|url\(/);
    expect(html).toContain("background:#1a1a1a;color:#ffffff");
  }
  const { html } = renderMail({ ...draft, brand: { logoUrl: 'https://x.example/"onerror=alert(1)', color: null } });
  expect(html).not.toContain('"onerror');
});

test("a brand with neither logo nor colour is ignored, and the first of several colours is used", () => {
  expect(mailBrandOf({ logoUrl: null, brandColors: { primary: "blue" } })).toBeUndefined();
  expect(mailBrandOf({ logoUrl: null, brandColors: { primary: ["#0A0", "#00f"] } })).toEqual({
    logoUrl: null,
    color: "#00aa00",
  });
});

test("a name cannot break a line, reverse the text, grow long, or be markup", () => {
  const name = `<b>Acme</b> & "Sons"\r\nBcc: eve@evil.example\u202e\u2028${"x".repeat(500)}`;
  const { subject, text, html } = renderMail({ ...draft, name });
  expect(subject).not.toMatch(/[\r\n\u2028\u202e]/);
  expect(subject.length).toBeLessThan(120);
  expect(text).not.toMatch(/^Bcc:/m);
  expect(html).toContain("&#60;b&#62;Acme&#60;/b&#62; &#38; &#34;Sons&#34;");
  expect(html).not.toContain("<b>");
  expect(plainName(" A\t\n B ")).toBe("A B");
  expect(plainName("💥".repeat(100))).toBe("💥".repeat(80));
});

test.each([
  [15 * MINUTE_MS, "15 minutes", "15 Minuten"],
  [24 * HOUR_MS, "24 hours", "24 Stunden"],
  [7 * DAY_MS, "7 days", "7 Tage"],
])("a link of %i ms is said to work for %s", (lifeMs, english, german) => {
  expect(renderMail({ ...draft, lifeMs }).text).toContain(`valid for: ${english}.`);
  expect(renderMail({ ...draft, lifeMs, language: "de" }).text).toContain(`Gültigkeit: ${german}.`);
});
