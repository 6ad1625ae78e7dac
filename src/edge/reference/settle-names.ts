import { type Gathered, type Json, replaceRefs } from "./json-schema.ts";

export interface Settled {
  /** Every named schema under the name it has in the document, by the alphabet. */
  readonly schemas: Readonly<Record<string, Json>>;
  /** Resolves a reference to a collected schema to its place in the document. */
  refTo(ref: string): string;
}

/**
 * Determines the names of schemas. A name for the same schema in both directions, or in one of them, is unchanged; if
 * callers send something different from what they get, the input schema is called `…Input`.
 */
export function settleNames({ input, output }: Gathered): Settled {
  const parted = partedNames(input, output);
  const nameOf = (io: string, name: string) => (io === "input" && parted.has(name) ? `${name}Input` : name);
  const refTo = (ref: string) =>
    ref.replace(
      /^#\/(input|output)\/(.+)$/,
      (_, io: string, name: string) => `#/components/schemas/${nameOf(io, name)}`,
    );
  const schemas = new Map<string, Json>();
  for (const [io, named] of [
    ["output", output],
    ["input", input],
  ] as const) {
    for (const [name, json] of named) {
      const settled = nameOf(io, name);
      if (parted.has(name) && io === "input" && (output.has(settled) || input.has(settled)))
        throw new Error(`${settled} is the name of what is sent for ${name}: call the other schema something else`);
      schemas.set(settled, replaceRefs(json, refTo) as Json);
    }
  }
  return { schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))), refTo };
}

/** The names whose two directions differ, by themselves or by what they refer to. */
function partedNames(input: ReadonlyMap<string, Json>, output: ReadonlyMap<string, Json>): Set<string> {
  const parted = new Set<string>();
  const shared = [...input.keys()].filter((name) => output.has(name));
  // Schemas that reference a split schema are split as well, so this repeats until a round finds no more.
  for (let before = -1; before !== parted.size; ) {
    before = parted.size;
    const common = (ref: string) => {
      const name = ref.replace(/^#\/\w+\//, "");
      return parted.has(name) ? ref : name;
    };
    const text = (json: Json | undefined) => JSON.stringify(replaceRefs(json, common));
    for (const name of shared) if (text(input.get(name)) !== text(output.get(name))) parted.add(name);
  }
  return parted;
}
