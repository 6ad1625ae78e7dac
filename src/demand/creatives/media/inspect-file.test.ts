import fc from "fast-check";
import { expect, test } from "vitest";
import { mp3, mp4, png, SVG, VAST, wav } from "./files.fixture.ts";
import { inspectFile } from "./inspect-file.ts";

const inspect = (content: Uint8Array | string, name = "file") =>
  inspectFile(typeof content === "string" ? Buffer.from(content) : content, name);

test.each([
  ["a picture", png(300, 250), "IMAGE", "image/png", { width: 300, height: 250, fileType: "png" }],
  ["a drawing", Buffer.from(SVG), "IMAGE", "image/svg+xml", { width: 300, height: 250, fileType: "svg" }],
  [
    "a film",
    mp4(30, 1280, 720),
    "VIDEO",
    "video/mp4",
    { durationMs: 30_000, width: 1280, height: 720, fileType: "mp4" },
  ],
  ["a wave", wav(15), "AUDIO", "audio/wav", { durationMs: 15_000, fileType: "wav" }],
  ["a font", Buffer.from("wOF2\u0000\u0001"), "FONT", "font/woff2", { fileType: "woff2" }],
  ["a document", Buffer.from("%PDF-1.7\n\u00ff\u0000", "latin1"), "DOCUMENT", "application/pdf", { fileType: "pdf" }],
  ["an archive", Buffer.from("PK\u0003\u0004\u00ff", "latin1"), "DOCUMENT", "application/zip", { fileType: "zip" }],
])("%s is recognised by its bytes, whatever its name", (_, bytes, assetType, contentType, measures) => {
  for (const name of ["x.html", "x.js", "x.exe", ""])
    expect(inspect(bytes, name)).toEqual({ assetType, contentType, measures, text: null });
});

test.each([true, false])("sound in MP3 has a duration, with a count of frames (%s)", (counted) => {
  const found = inspect(mp3(30, counted));
  expect(found).toMatchObject({ assetType: "AUDIO", contentType: "audio/mpeg" });
  expect(found?.measures.durationMs).toBeGreaterThan(29_900);
  expect(found?.measures.durationMs).toBeLessThan(30_100);
});

test.each([
  ["VAST", VAST, "tag.txt", "VAST", "application/xml"],
  ["HTML", "<!DOCTYPE html><p>Hello", "page", "HTML", "text/html"],
  ["HTML with a drawing in it", "<div><svg width='1' height='1'></svg></div>", "ad.svg", "HTML", "text/html"],
  ["a tag", "<script src='https://ads.example/a.js'></script>", "tag.txt", "HTML", "text/html"],
  ["a script by its name", "document.write('<p>')", "a.js", "JAVASCRIPT", "text/javascript"],
  ["a style by its name", "p { color: red }", "a.css", "CSS", "text/css"],
  ["plain words", "Buy now", "headline.txt", "TEXT", "text/plain"],
])("%s is read as text, as manifests contain it", (_, content, name, assetType, contentType) => {
  expect(inspect(content, name)).toMatchObject({ assetType, contentType, text: content });
});

test("files that no creative can contain have no type, whatever their name", () => {
  for (const bytes of ["MZ\u0090\u0000", "\u007fELF\u0002", "\u0000\u0000\u0000"])
    expect(inspect(Buffer.from(bytes, "latin1"), "banner.png")).toBeUndefined();
});

test("truncated and made-up files have no measures, and break nothing", () => {
  const whole = [png(300, 250), mp4(30), wav(15), mp3(30, true), Buffer.from(SVG)];
  const cut = fc.tuple(fc.constantFrom(...whole), fc.nat(120)).map(([bytes, length]) => bytes.subarray(0, length));
  const spoilt = fc.tuple(fc.constantFrom(...whole), fc.nat(120), fc.nat(255)).map(([bytes, at, value]) =>
    Buffer.from(bytes)
      .fill(value, at % bytes.length)
      .subarray(0, bytes.length),
  );
  const read = (bytes: Uint8Array) => {
    const { measures = {} } = inspect(bytes) ?? {};
    expect(measures.durationMs ?? 0).toBeGreaterThanOrEqual(0);
  };
  fc.assert(fc.property(fc.oneof(cut, spoilt, fc.uint8Array({ maxLength: 80 })), read), { numRuns: 2_000, seed: 7 });
});
