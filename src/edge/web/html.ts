/** Markup that is safe to send. Only `html` creates it, and escapes everything else. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

/** What a template may contain. `false`, `null` and `undefined` produce nothing, so that `wanted && html…` works. */
export type TemplatePart = Html | string | number | false | null | undefined | readonly TemplatePart[];

/** A template whose values are escaped, in text and in quoted attributes. Attributes must be quoted. */
export function html(parts: TemplateStringsArray, ...pieces: readonly TemplatePart[]): Html {
  return new Html(parts.map((part, at) => part + (at < pieces.length ? write(pieces[at]) : "")).join(""));
}

function write(piece: TemplatePart): string {
  if (piece instanceof Html) return piece.text;
  if (piece === false || piece === null || piece === undefined) return "";
  if (typeof piece === "object") return piece.map(write).join("");
  return escape(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** Text that is sent unescaped, such as a style sheet. It must never come from outside. */
export function verbatim(text: string): Html {
  return new Html(text);
}
