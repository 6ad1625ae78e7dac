/** A part of a document that can be read on its own. */
export interface Section {
  /** In the form of a relative link from another document: `selling.md#add-a-source`. */
  readonly id: string;
  /** The title of the whole document: `Selling`. */
  readonly document: string;
  readonly heading: string;
  /** Markdown, without the heading. */
  readonly text: string;
}

/** A heading, or the term that a paragraph explains, as in a glossary. */
const HEADING = /^#{1,4} (.+)$/;
const TERM = /^\*\*(.+?)\.\*\*/;

/** Splits a document at its headings, and at each paragraph that explains a term. */
export function sectionsOf(file: string, markdown: string): Section[] {
  const sections: { heading: string; anchor: string; lines: string[] }[] = [];
  let fenced = false;
  for (const line of markdown.split("\n")) {
    if (line.startsWith("```")) fenced = !fenced;
    const [, heading] = (!fenced && HEADING.exec(line)) || [];
    const [, term] = (!fenced && TERM.exec(line)) || [];
    const above = sections.at(-1);
    if (heading !== undefined) sections.push({ heading, anchor: anchorOf(heading), lines: [] });
    else if (term !== undefined) sections.push({ heading: term, anchor: above?.anchor ?? "", lines: [line] });
    else above?.lines.push(line);
  }
  const document = sections[0]?.heading ?? file;
  return sections.flatMap(({ heading, anchor, lines }) => {
    const text = lines.join("\n").trim();
    return text === "" ? [] : [{ id: `${file}#${anchor}`, document, heading, text }];
  });
}

/** The anchor that Markdown renderers generate for a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}
