import { expect, test } from "vitest";
import { localReferences } from "./html-references.ts";

test("relative references in HTML are listed once, and absolute ones are not", () => {
  const html = `<img src="logo.png"><img src='logo.png'><a href="https://acme.example">x</a><a href="#top">y</a>
    <video poster="a/b.jpg" src="//cdn.example/v.mp4"></video><a href="{CLICK_URL}">z</a><a href="[CLICK]">z</a>
    <p style="background: url('bg.png')"></p><img src="data:image/png;base64,AAAA"><a href="mailto:x@y.example">m</a>`;
  expect(localReferences(html)).toEqual(["logo.png", "a/b.jpg", "bg.png"]);
});
