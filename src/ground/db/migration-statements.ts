/** Comments, texts and names in quotes, bodies in dollars; none of their semicolons ends a statement. */
const STATEMENT = /(?:--[^\n]*|\/\*[^]*?\*\/|'[^']*'|"[^"]*"|\$(\w*)\$[^]*?\$\1\$|[^;])+/g;
const IS_COMMENT = /^(?:\s|--[^\n]*|\/\*[^]*?\*\/)*$/;

/** The statements of a migration's text. Citus passes each message on as it came, so there is one in each. */
export function statementsOf(text: string): readonly string[] {
  return (text.match(STATEMENT) ?? []).map((one) => one.trim()).filter((one) => !IS_COMMENT.test(one));
}
