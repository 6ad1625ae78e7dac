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

/** Puts the pseudonyms in the place of addresses wherever they stand by themselves in a text, and of a name that is the whole text. */
export function pseudonymiser(people: readonly Erased[]): (text: string) => string {
  const byAddress = new Map(people.map(({ userId, email }) => [email.toLowerCase(), pseudonymOf(userId)]));
  const byName = new Map(people.flatMap(({ userId, name }) => (name ? [[name, pseudonymOf(userId)] as const] : [])));
  const unusual = people
    .filter(({ email }) => !isUsual(email))
    .map(({ userId, email }) => [new RegExp(patternOf(email), "gi"), pseudonymOf(userId)] as const);
  return (text) => {
    const whole = byName.get(text) ?? byAddress.get(text.toLowerCase());
    if (whole !== undefined) return whole;
    const usual = replaceAddresses(text, (found) => byAddress.get(found.toLowerCase()));
    return unusual.reduce((so, [what, by]) => so.replaceAll(what, by), usual);
  };
}

const IN_ADDRESS = /[a-z0-9._%+-]/i;

/** Each address of the usual form is looked up, so that many people cost no more than one, and a long text its length. */
function replaceAddresses(text: string, replacementFor: (address: string) => string | undefined): string {
  const parts: string[] = [];
  let written = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const [start, end] = boundsOf(text, at, written);
    const replacement = replacementFor(text.slice(start, end));
    if (replacement === undefined) continue;
    parts.push(text.slice(written, start), replacement);
    written = end;
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(written);
}

/** How far the address around an `@` reaches, which ends with neither a dot nor a hyphen. */
function boundsOf(text: string, at: number, from: number): [number, number] {
  let start = at;
  while (start > from && IN_ADDRESS.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && IN_ADDRESS.test(text.charAt(end))) end++;
  while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end--;
  return [start, end];
}

function isUsual(email: string): boolean {
  const at = email.indexOf("@");
  if (at < 1) return false;
  const [start, end] = boundsOf(email, at, 0);
  return start === 0 && end === email.length;
}

/** Finds an address that stands by itself: not `joan@…` for `an@…`. As JavaScript and PostgreSQL read it alike. */
export function patternOf(email: string): string {
  return `(?<![a-z0-9._%+-])${escaped(email)}(?![a-z0-9-]|[.][a-z0-9])`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
