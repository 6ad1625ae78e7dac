import { kindsOf, likenessOf } from "./closeness.ts";

/** A meaning with this many kinds says least of all: "business", "sports". */
const BROADEST = 60;
/** How much less than one without kinds. */
const SAYS_LESS = 0.8;

/** They say how something is told rather than its subject, if there is a subject as well: "hiking news". */
export const FORMS: ReadonlySet<string> = new Set(
  "news local-news lifestyle entertainment shopping marketing design luxury".split(" "),
);

const specificities = new Map<string, number>();

/** How much a meaning says, from 0.2 to 1: the more kinds of it there are, the less. */
export function specificityOf(key: string): number {
  const known = specificities.get(key);
  if (known !== undefined) return known;
  const breadth = Math.min(1, Math.log(kindsOf(key).length) / Math.log(BROADEST));
  const specificity = 1 - SAYS_LESS * breadth;
  specificities.set(key, specificity);
  return specificity;
}

/** A meaning, by how much it says. */
export interface Weighted {
  readonly key: string;
  readonly weight: number;
}

/** The subjects among meanings. */
export function subjectsAmong(meanings: Iterable<readonly [key: string, weight: number]>): Weighted[] {
  return [...meanings].flatMap(([key, weight]) =>
    isSubject(key) ? [{ key, weight: weight * specificityOf(key) }] : [],
  );
}

function isSubject(key: string): boolean {
  return key.startsWith("topic:") || key.startsWith("audience:") || key.startsWith("season:");
}

/** How much of a meaning there is in subjects, by how much each is like it. */
export function pullOf(key: string, subjects: readonly Weighted[]): number {
  return isSubject(key) ? sumOf(subjects, (one) => one.weight * likenessOf(key, one.key)) : 0;
}

/** How much subjects say as a whole: the length of a vector whose parts are more or less alike. 0 if there are none. */
export function spreadOf(subjects: readonly Weighted[]): number {
  return Math.sqrt(sumOf(subjects, ({ key, weight }) => weight * pullOf(key, subjects)));
}

function sumOf(all: readonly Weighted[], term: (one: Weighted) => number): number {
  return all.reduce((sum, one) => sum + term(one), 0);
}
