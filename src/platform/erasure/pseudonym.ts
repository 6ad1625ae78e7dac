/** Somebody who is to be erased. */
export interface Erased {
  readonly userId: number;
  readonly email: string;
  readonly name: string | null;
}

/** What stands for a person who was erased: their number, which leads nowhere any more, at a domain that nobody can have (RFC 2606). */
export function pseudonymOf(userId: number): string {
  return `erased-${userId}@erased.invalid`;
}

/** Addresses of the usual form, and texts in JSON: each is looked up, so that many people cost no more than one. */
const USUAL = /^[a-z0-9._%+-]+@[a-z0-9.-]*[a-z0-9]$/i;
const USUAL_IN_TEXT = /[a-z0-9._%+-]+@[a-z0-9.-]*[a-z0-9]/gi;
const JSON_TEXT = /"(?:[^"\\]|\\.)*"/g;

/** Puts the pseudonyms in the place of addresses wherever they stand in a text, and of names where they are a whole value of JSON. */
export function pseudonymiser(people: readonly Erased[]): (text: string) => string {
  const byAddress = new Map(people.map(({ userId, email }) => [email.toLowerCase(), pseudonymOf(userId)]));
  const byName = new Map(
    people.flatMap(({ userId, name }) => (name ? [[JSON.stringify(name), `"${pseudonymOf(userId)}"`] as const] : [])),
  );
  const unusual = people
    .filter(({ email }) => !USUAL.test(email))
    .map(({ userId, email }) => [new RegExp(patternOf(email), "gi"), pseudonymOf(userId)] as const);
  return (text) => {
    const usual = text.replaceAll(USUAL_IN_TEXT, (found) => byAddress.get(found.toLowerCase()) ?? found);
    const addressed = unusual.reduce((so, [what, by]) => so.replaceAll(what, by), usual);
    return byName.size > 0 ? addressed.replaceAll(JSON_TEXT, (found) => byName.get(found) ?? found) : addressed;
  };
}

/** Finds an address that stands by itself: not `joan@…` for `an@…`. As JavaScript and PostgreSQL read it alike. */
export function patternOf(email: string): string {
  return `(?<![a-z0-9._%+-])${escaped(email)}(?![a-z0-9-]|[.][a-z0-9])`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
