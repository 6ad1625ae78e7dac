import { has, type Mention } from "../mention.ts";
import type { Token } from "../words.ts";

const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season"]);
/** "The launch of the headphones Zumbido": one word may say what the name is of. */
const BETWEEN = 1;

/** Without the names that advertisers give to their products: "our brand Galera" is not about galleries. */
export function withoutInventedNames(
  content: readonly Mention[],
  scope: readonly Mention[],
  tokens: readonly Token[],
): readonly Mention[] {
  const naming = scope.filter((one) => has(one, "scope", "naming"));
  if (naming.length === 0) return content;
  return content.filter((mention) => {
    const isName =
      mention.to - mention.from === 1 &&
      tokens[mention.from]?.isCapital === true &&
      mention.senses.every(({ kind }) => SUBJECTS.has(kind));
    return !isName || !naming.some(({ to }) => isBehind(to, mention, tokens));
  });
}

function isBehind(to: number, { from }: Mention, tokens: readonly Token[]): boolean {
  if (from < to || from - to > BETWEEN) return false;
  return tokens.slice(to, from).every(({ kind, isCapital }) => kind === "word" && !isCapital);
}
