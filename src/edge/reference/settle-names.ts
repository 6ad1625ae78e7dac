import { type CollectedSchemas, type Json, replaceRefs } from "./json-schema.ts";

export interface Settled {
  /** Every named schema under its name in the document, in alphabetical order. */
  readonly schemas: Readonly<Record<string, Json>>;
  /** Maps a reference to a collected schema to the schema's place in the document. */
  refTo(ref: string): string;
}

/**
 * Determines the names of schemas. A name keeps its form if it means the same schema in both directions, or occurs in only one; if callers
 * send something different from what they receive, the input schema is called `…Input`.
 */
export function settleNames({ input, output }: CollectedSchemas): Settled {
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

/** The names whose schemas differ between the two directions, either directly or because of a schema to which they refer. */
function partedNames(input: ReadonlyMap<string, Json>, output: ReadonlyMap<string, Json>): Set<string> {
  const parted = new Set<string>();
  const shared = [...input.keys()].filter((name) => output.has(name));
  // A schema that refers to a split schema must be split as well, so this repeats until no more are found.
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
