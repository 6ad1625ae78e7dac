const DOLLARS = /\$\w{0,63}\$/y;

/** The statements of a migration's text. Citus forwards each message as a whole, so each contains a single statement. */
export function statementsOf(text: string): readonly string[] {
  const statements: string[] = [];
  let [start, at, isSaid] = [0, 0, false];
  const end = () => {
    if (isSaid) statements.push(text.slice(start, at).trim());
    [start, isSaid] = [at + 1, false];
  };
  while (at < text.length) {
    const begun = text.slice(at, at + 2);
    const comment = COMMENT_ENDS[begun];
    const quoted = comment === undefined ? closingOf(text, at) : undefined;
    isSaid ||= quoted !== undefined;
    const closing = comment ?? quoted;
    if (closing !== undefined) {
      at = behind(text, closing, at + (comment ?? closing).length);
      continue;
    }
    if (begun.startsWith(";")) end();
    else isSaid ||= begun.trimStart() === begun;
    at += 1;
  }
  end();
  return statements;
}

/** A semicolon in a comment does not end a statement. */
const COMMENT_ENDS: Readonly<Record<string, string>> = { "--": "\n", "/*": "*/" };

/** Nor does one in a string, a quoted name or a dollar-quoted body. Returns the closing delimiter if one of these begins here. */
function closingOf(text: string, at: number): string | undefined {
  const char = text.charAt(at);
  if (char === "'" || char === '"') return char;
  if (char !== "$") return undefined;
  DOLLARS.lastIndex = at;
  return DOLLARS.exec(text)?.[0];
}

function behind(text: string, closing: string, from: number): number {
  const found = text.indexOf(closing, from);
  return found < 0 ? text.length : found + closing.length;
}
