import { join } from "node:path";
import { expect, test } from "vitest";
import { readSections } from "./read-sections.ts";
import { sectionsOf } from "./section.ts";

test("a document is split at its headings, with links that lead there", () => {
  const markdown =
    "# A house\n\nIts walls.\n\n## Why is it so *tall*?\n\nFor the view.\n\n### Empty\n\n## After\n\nMore.\n";
  expect(sectionsOf("house.md", markdown)).toEqual([
    { id: "house.md#a-house", document: "A house", heading: "A house", text: "Its walls." },
    { id: "house.md#why-is-it-so-tall", document: "A house", heading: "Why is it so *tall*?", text: "For the view." },
    { id: "house.md#after", document: "A house", heading: "After", text: "More." },
  ]);
});

test("what looks like a heading inside a code block is part of it", () => {
  const [only, ...more] = sectionsOf("a.md", "# A\n\n```sh\n# wait\n**Bold.** not a term\n```\n");
  expect(only?.text).toBe("```sh\n# wait\n**Bold.** not a term\n```");
  expect(more).toEqual([]);
});

test("each term of a glossary is a section of its own", () => {
  const terms = sectionsOf(
    "glossary.md",
    "# Glossary\n\nWords.\n\n**Leg.** What an order asks\nof one source.\n\n**Order.** A side.\n",
  );
  expect(terms.map(({ id, heading, text }) => [id, heading, text])).toEqual([
    ["glossary.md#glossary", "Glossary", "Words."],
    ["glossary.md#glossary", "Leg", "**Leg.** What an order asks\nof one source."],
    ["glossary.md#glossary", "Order", "**Order.** A side."],
  ]);
});

test("the documents of the repository are read, but not those in subfolders", () => {
  const sections = readSections(join(import.meta.dirname, "../../../../docs"));
  const files = new Set(sections.map(({ id }) => id.split("#")[0]));
  expect([...files]).toEqual(expect.arrayContaining(["selling.md", "glossary.md", "agents.md"]));
  expect(files).not.toContain("operations.md");
  expect(sections.find(({ heading }) => heading === "Leg")?.document).toBe("Glossary");
});
