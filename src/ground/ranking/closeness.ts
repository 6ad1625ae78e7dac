import { lexicon } from "../brief/index.ts";

/** The distance between two meanings, along the lexicon's hierarchy. */
const NEAR = {
  same: 1,
  child: 0.92,
  grandchild: 0.85,
  parent: 0.3,
  grandparent: 0.1,
  related: 0.5,
  cousin: 0.18,
  sibling: 0.15,
};

/** What is listed as worth as much to a buyer. It decides between products, and makes none an answer. */
const CLOSE = 0.6;

interface Kin {
  readonly parents: ReadonlyMap<string, string>;
  readonly children: ReadonlyMap<string, readonly string[]>;
  readonly related: ReadonlyMap<string, ReadonlySet<string>>;
  readonly close: ReadonlyMap<string, ReadonlySet<string>>;
}

let kin: Kin | undefined;
const neighbourhoods = new Map<string, ReadonlyMap<string, number>>();

/** The subjects of products close to a meaning, each with its closeness from 0 to 1. */
export function nearTo(key: string): ReadonlyMap<string, number> {
  const known = neighbourhoods.get(key);
  if (known) return known;
  const near = neighbourhoodOf(key);
  neighbourhoods.set(key, near);
  return near;
}

/** How much alike two meanings are, whichever of them is sought, from 0 to 1. */
export function likenessOf(one: string, other: string): number {
  if (one === other) return NEAR.same;
  const { close } = kinship();
  const isClose = close.get(one)?.has(other) || close.get(other)?.has(one);
  return Math.max(nearTo(one).get(other) ?? 0, nearTo(other).get(one) ?? 0, isClose ? CLOSE : 0);
}

/** A kind of the broader meaning, or one of its kinds. */
export function isKindOf(key: string, broader: string): boolean {
  return key !== broader && (nearTo(broader).get(key) ?? 0) >= NEAR.grandchild;
}

/** A meaning and everything that is a kind of it. */
export function kindsOf(key: string): string[] {
  const { children } = kinship();
  return [key, ...(children.get(key) ?? []).flatMap(kindsOf)];
}

function neighbourhoodOf(key: string): Map<string, number> {
  const { parents, children, related } = kinship();
  const near = new Map<string, number>();
  const note = (other: string, nearness: number) => near.set(other, Math.max(near.get(other) ?? 0, nearness));
  note(key, NEAR.same);
  for (const child of children.get(key) ?? []) {
    note(child, NEAR.child);
    for (const grandchild of children.get(child) ?? []) note(grandchild, NEAR.grandchild);
  }
  for (const other of related.get(key) ?? []) {
    note(other, NEAR.related);
    for (const child of children.get(other) ?? []) note(child, NEAR.cousin);
  }
  const parent = parents.get(key);
  if (parent === undefined) return near;
  note(parent, NEAR.parent);
  for (const sibling of children.get(parent) ?? []) note(sibling, NEAR.sibling);
  const grandparent = parents.get(parent);
  if (grandparent !== undefined) note(grandparent, NEAR.grandparent);
  return near;
}

function kinship(): Kin {
  kin ??= readKinship();
  return kin;
}

function readKinship(): Kin {
  const { lines } = lexicon();
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  const related = new Map<string, Set<string>>();
  const close = new Map<string, Set<string>>();
  const relate = (a: string, b: string) => related.set(a, (related.get(a) ?? new Set()).add(b));
  const keyOf = (id: string) =>
    ["topic", "audience", "season"].map((kind) => `${kind}:${id}`).find((one) => lines.has(one));
  for (const [key, line] of lines) {
    if (line.parent !== null) {
      const parent = `${line.kind}:${line.parent}`;
      parents.set(key, parent);
      children.set(parent, [...(children.get(parent) ?? []), key]);
    }
    for (const id of line.related) {
      const other = keyOf(id);
      if (other === undefined) continue;
      relate(key, other);
      relate(other, key);
    }
    if (line.close.length > 0) close.set(key, new Set(line.close.map(keyOf).filter((other) => other !== undefined)));
  }
  return { parents, children, related, close };
}
