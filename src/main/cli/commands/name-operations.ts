/** What the name of an operation's command is derived from. */
interface Nameable {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/**
 * The words of every operation's command, by operation id: the nouns of its path, followed by its verb. `GET /buyer/campaigns`, which is
 * `listCampaigns`, becomes `campaigns list`; if a path ends with the verb, like `…/pause`, the verb appears only once.
 */
export function nameOperations(side: string, operations: readonly Nameable[]): ReadonlyMap<string, readonly string[]> {
  const mount = `/api/v2/${side}`;
  const named = Map.groupBy(operations, (one) => wordsOf(mount, one).join(" "));
  return new Map(
    [...named].flatMap(([words, alike]) =>
      alike
        .toSorted((a, b) => precedence(mount, a).localeCompare(precedence(mount, b), "en"))
        .map((one, place) => [one.id, place === 0 ? words.split(" ") : distinctWords(words, one)] as const),
    ),
  );
}

function wordsOf(mount: string, { id, path }: Nameable): string[] {
  const below = path.startsWith(`${mount}/`) || path === mount ? path.slice(mount.length) : path.replace("/api/v2", "");
  const segments = below.split("/").filter((segment) => segment !== "");
  const nouns = segments.filter((segment) => !segment.startsWith("{")).map(kebab);
  const [verb = id] = kebab(id).split("-");
  const last = segments.at(-1)?.startsWith("{") ? undefined : nouns.at(-1);
  const saysVerb = last === verb || last?.startsWith(`${verb}-`) || last === id.toLowerCase();
  return saysVerb ? nouns : [...nouns, verb];
}

/** If two operations would have the same name, the simpler one keeps it: a read, on its side's own mount, with the shorter id. */
function precedence(mount: string, { id, method, path }: Nameable): string {
  const reads = method === "get" ? 0 : 1;
  const foreign = path.startsWith(mount) ? 0 : 1;
  return `${reads}${foreign}${String(id.length).padStart(4, "0")}${id}`;
}

function distinctWords(words: string, { id }: Nameable): string[] {
  return [...words.split(" ").slice(0, -1), kebab(id)];
}

/** Turns `creativeManifest` and `push_url` into the spelling of the shell: `creative-manifest`, `push-url`. */
export function kebab(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll(/[_.]/g, "-")
    .toLowerCase();
}
