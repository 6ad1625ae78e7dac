import { setImmediate as nextTurn } from "node:timers/promises";

/** In characters: serialising them takes about a millisecond. */
const PER_TURN = 131_072;

/**
 * The same JSON as `JSON.stringify`, in parts. A page of a list can be megabytes, so lists are serialised item by item, and
 * after every 128 Ki characters others have their turn.
 */
export async function jsonInTurns(data: unknown): Promise<readonly string[]> {
  if (typeof data !== "object" || data === null || Array.isArray(data) || "toJSON" in data)
    return [JSON.stringify(data ?? null)];
  const parts: string[] = [];
  let text = "{";
  const endTurn = async () => {
    parts.push(text);
    text = "";
    await nextTurn();
  };
  let names = 0;
  for (const [name, value] of Object.entries(data)) {
    const before = `${names > 0 ? "," : ""}${JSON.stringify(name)}:`;
    if (!Array.isArray(value)) {
      const json = JSON.stringify(value) as string | undefined;
      // As `JSON.stringify` does with a field that is undefined.
      if (json === undefined) continue;
      text += before + json;
    } else {
      text += `${before}[`;
      for (const [nth, item] of value.entries()) {
        text += `${nth > 0 ? "," : ""}${(JSON.stringify(item) as string | undefined) ?? "null"}`;
        if (text.length > PER_TURN) await endTurn();
      }
      text += "]";
    }
    names++;
    if (text.length > PER_TURN) await endTurn();
  }
  return [...parts, `${text}}`];
}
