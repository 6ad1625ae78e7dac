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

/** Puts the pseudonyms in the place of addresses wherever they stand in a text, and of names where they are a whole value of JSON. */
export function pseudonymiser(people: readonly Erased[]): (text: string) => string {
  const rules = people.flatMap(({ userId, email, name }) => {
    const pseudonym = pseudonymOf(userId);
    const address = [new RegExp(escaped(email), "gi"), pseudonym] as const;
    return name ? [address, [new RegExp(escaped(JSON.stringify(name)), "g"), `"${pseudonym}"`] as const] : [address];
  });
  return (text) => rules.reduce((so, [what, by]) => so.replace(what, by), text);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
