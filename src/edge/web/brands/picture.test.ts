import { expect, test } from "vitest";
import { pictureIn } from "./picture.ts";
import { isSafeSvg } from "./safe-svg.ts";

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));
const svg = (inside: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8"${attributes}>${inside}</svg>`;

test.each([
  ["\x89PNG\r\n\x1A\n...", "image/png"],
  ["\xFF\xD8\xFF\xE0...", "image/jpeg"],
  ["GIF89a...", "image/gif"],
  ["RIFF\x24\x00\x00\x00WEBPVP8 ", "image/webp"],
  [svg("<path d='M0 0h8v8z'/>"), "image/svg+xml"],
])("%j is known by its first bytes", (text, contentType) => {
  expect(pictureIn(bytesOf(text))?.contentType).toBe(contentType);
});

test.each([
  "",
  "<!doctype html><script>alert(1)</script>",
  "RIFF\x24\x00\x00\x00WAVE",
  "%PDF-1.7",
  "\xFF\xFE<svg/>",
  "PNG",
])("%j is no picture", (text) => {
  expect(pictureIn(bytesOf(text))).toBeUndefined();
});

test.each([
  svg(""),
  `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- made by hand -->\n${svg("<g><rect width='8' height='8' fill='#e4002b'/></g>")}\n`,
  svg(
    `<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><path fill="url(#a)" d="M0 0"/>`,
  ),
  svg(
    `<style>.a{fill:url(#b);opacity:.5}</style><symbol id="c"><circle class="a" r="1"/></symbol><use xlink:href="#c"/><use href="#c"/>`,
  ),
  svg(
    `<title>Tea &amp; Söhne</title><text x="1" font-family="Georgia, 'Times New Roman'">T&#233;</text>`,
    ' role="img" data-name="Layer 1"',
  ),
])("a drawing is safe: %s", (drawing) => {
  expect(isSafeSvg(drawing)).toBe(true);
});

test.each([
  svg("<script>alert(1)</script>"),
  svg("<SCRIPT>alert(1)</SCRIPT>"),
  svg("<path d='M0 0' onclick='alert(1)'/>"),
  svg("", " onload='alert(1)'"),
  svg("<foreignObject><p>hello</p></foreignObject>"),
  svg(`<image href="https://evil.example/x.png"/>`),
  svg(`<a href="#x"><path d="M0 0"/></a>`),
  svg(`<use href="https://evil.example/x.svg#a"/>`),
  svg(`<use xlink:href="data:image/svg+xml;base64,AAAA"/>`),
  svg(`<use href=" javascript:alert(1)"/>`),
  svg(`<animate attributeName="href" to="javascript:alert(1)"/>`),
  svg(`<set attributeName="onload" to="alert(1)"/>`),
  svg("<style>@import 'https://evil.example/x.css';</style>"),
  svg("<style>path{fill:url(https://evil.example/x)}</style>"),
  svg("<style>path{fill:u\\72l(https://evil.example/x)}</style>"),
  svg("<style>path{background:image-set('//evil.example/x' 1x)}</style>"),
  svg(`<path style="fill:url('//evil.example/x')" d="M0 0"/>`),
  svg(`<path fill="url(&#104;ttps://evil.example/x)" d="M0 0"/>`),
  svg("<style><![CDATA[@import 'x']]></style>"),
  svg(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>`),
  svg("", ' xmlns:h="http://www.w3.org/1999/xhtml"'),
  `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${svg("<text>&b;</text>")}`,
  svg("<text>&b;</text>"),
  `<?xml version="1.0"?><?xml-stylesheet href="https://evil.example/x.css"?>${svg("")}`,
  `<?xml version="1.0" encoding="utf-7"?>${svg("")}`,
  svg("<g>"),
  svg("</g>"),
  svg("") + svg(""),
  `${svg("")}<script>alert(1)</script>`,
  `hello ${svg("")}`,
  svg("<g".repeat(5)),
  svg("<g>".repeat(40) + "</g>".repeat(40)),
  svg("<use href='#a'/>".repeat(13)),
  svg("<path d=M0/>"),
  svg(`<path d="M0 0" d/>`),
  "<g/>",
  "",
])("what is more than a drawing, or hard to read, is refused: %s", (text) => {
  expect(isSafeSvg(text)).toBe(false);
});

test("a large drawing is read in one pass", () => {
  expect(isSafeSvg(svg("<path d='M0 0'/>".repeat(25_000)))).toBe(true);
  expect(isSafeSvg(svg(`<path ${"a='1' ".repeat(50_000)}`))).toBe(false);
  expect(isSafeSvg(svg("<!--".repeat(100_000)))).toBe(false);
});
