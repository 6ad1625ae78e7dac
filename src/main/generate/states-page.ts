import type { Lifecycle } from "../../ground/kernel/lifecycle.ts";

/** The page that describes and draws every noun with states, from its table. */
export function statesPage(lifecycles: readonly Lifecycle[]): string {
  const sorted = lifecycles.toSorted((a, b) => (a.noun < b.noun ? -1 : 1));
  return `${HEAD}\n${sorted.map(sectionOf).join("\n")}`;
}

const HEAD = `# States

Generated from the tables by \`npm run generate\`. Every noun with states has such a table, one function makes each transition, and the server
refuses to start if a state cannot be reached.
`;

function sectionOf({ noun, states, starts, unused = [], transitions }: Lifecycle): string {
  const edges = Object.entries(transitions).flatMap(([step, ways]) =>
    Object.entries(ways).flatMap(([from, to]) => (to ? [{ step, from, to }] : [])),
  );
  const arrows = [...Map.groupBy(edges, ({ from, to }) => `${from} --> ${to}`)].map(
    ([way, taken]) => `  ${way}: ${taken.map(({ step }) => step).join(", ")}`,
  );
  const diagram = ["stateDiagram-v2", ...starts.map((state) => `  [*] --> ${state}`), ...arrows].join("\n");
  const rows = Object.entries(states).map(([state, meaning]) => `| \`${state}\` | ${meaning} |`);
  const note =
    unused.length > 0 ? `\nNo transition leads to ${unused.map((state) => `\`${state}\``).join(", ")}.\n` : "";
  return `## ${noun.slice(0, 1).toUpperCase()}${noun.slice(1)}\n\n| State | |\n| --- | --- |\n${rows.join("\n")}\n${note}\n\`\`\`mermaid\n${diagram}\n\`\`\`\n`;
}
