import { expect, test } from "vitest";
import { html } from "./html.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  "' autofocus onfocus='alert(1)",
  "</title></style><svg/onload=alert(1)>",
  "&lt;script&gt;",
  "${constructor}",
  "\u202Egnp.exe\u0000",
];

test.each(HOSTILE)("%j is output as text, between tags and in an attribute", (name) => {
  const { text } = html`<p title="${name}">${name}</p>`;
  const inside = text.slice('<p title="'.length, -"</p>".length);
  expect(inside.replace('">', "")).not.toMatch(/[<>"']/);
  expect(unescaped(text)).toBe(`<p title="${name}">${name}</p>`);
});

test("markup made by the template is not escaped again, and lists are joined", () => {
  const items = ["a&b", "c"].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}</ul>`.text).toBe("<ul><li>a&amp;b</li><li>c</li></ul>");
});

test("missing values produce nothing, and zero is output", () => {
  expect(html`<p>${false}${null}${undefined}${0}${""}</p>`.text).toBe("<p>0</p>");
});

function unescaped(text: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "");
}
