import { apisOf, type Operation } from "../../../ground/kernel/operation.ts";
import { MOUNTS } from "../../http/mount.ts";

interface Routed {
  readonly op: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Operations by path, as the HTTP router finds them: a literal segment takes precedence over a parameter. */
export interface Routes {
  find(method: string, segments: readonly string[]): Routed | undefined;
  /** Finds an operation by its id in any spelling: `listAdvertisers`, `list_advertisers`. */
  named(name: string): Operation | undefined;
}

interface Node {
  readonly words: Map<string, Node>;
  /** The routes that continue after a parameter, whatever its name is in an operation. */
  parameter: Node | undefined;
  readonly operations: Map<string, Leaf>;
}

interface Leaf {
  readonly op: Operation;
  readonly names: readonly string[];
}

export function routesOf(operations: readonly Operation[]): Routes {
  const root = newNode();
  for (const op of operations) for (const api of apisOf(op)) plant(root, op, MOUNTS[api] + op.path);
  const byName = new Map(operations.map((op) => [plain(op.id), op]));
  return {
    find: (method, segments) => walk(root, method.toLowerCase(), segments, []),
    named: (name) => byName.get(plain(name)),
  };
}

function newNode(): Node {
  return { words: new Map(), parameter: undefined, operations: new Map() };
}

function plant(root: Node, op: Operation, path: string): void {
  const names: string[] = [];
  let node = root;
  for (const segment of path.split("/").filter(Boolean)) {
    const [, name] = /^\{(\w+)\}$/.exec(segment) ?? [];
    if (name !== undefined) names.push(name);
    const next = (name === undefined ? node.words.get(segment) : node.parameter) ?? newNode();
    if (name === undefined) node.words.set(segment, next);
    else node.parameter = next;
    node = next;
  }
  node.operations.set(op.method, { op, names });
}

function walk(node: Node, method: string, segments: readonly string[], values: readonly string[]): Routed | undefined {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    const leaf = node.operations.get(method);
    return leaf && { op: leaf.op, params: Object.fromEntries(leaf.names.map((name, at) => [name, values[at] ?? ""])) };
  }
  const word = node.words.get(segment);
  return (
    (word && walk(word, method, rest, values)) ??
    (segment === "" || !node.parameter ? undefined : walk(node.parameter, method, rest, [...values, segment]))
  );
}

function plain(name: string): string {
  return name.replaceAll(/[^a-z0-9]/gi, "").toLowerCase();
}
