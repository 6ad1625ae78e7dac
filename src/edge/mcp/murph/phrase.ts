import type { LanguageModel } from "../../../ground/language-model/index.ts";

const TASK =
  "Rephrase these two lines about a seller's own figures, in the language of the question and in plain words, in two lines. Keep every figure as it is, add none, and advise nothing that is not there.";
const LONGEST = 1_500;

/**
 * The same facts in a model's words. The text is returned unchanged if there is no model, or if the model's text contains anything that is
 * not in the facts.
 */
export async function phrased(
  model: LanguageModel | null,
  question: string,
  facts: string,
  requestId: string,
): Promise<string> {
  if (!model) return facts;
  const data = { question, facts };
  const said = await model.ask({ purpose: "murph.phrase", task: TASK, data, requestId, mostOutputTokens: 500 });
  const text = said?.trim();
  return text && isFaithful(text, facts) ? text : facts;
}

/** Accepts two lines at most, without any figure, address or markup that is not in the facts. */
function isFaithful(text: string, facts: string): boolean {
  if (text.length > LONGEST || text.split("\n").filter((line) => line.trim()).length > 2) return false;
  const known = new Set(figuresIn(facts));
  if (figuresIn(text).some((figure) => !known.has(figure))) return false;
  return !/https?:|www\.|[<>[\]`]/i.test(text);
}

/** `1,234.5` and `1234.50` count as the same figure. */
function figuresIn(text: string): string[] {
  return (text.match(/\d[\d.,]*/g) ?? []).map((figure) => {
    const plain = figure.replaceAll(",", "").replace(/\.$/, "");
    return String(Number(plain));
  });
}
