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
    .map(({ userId, email }) => [email, pseudonymOf(userId)] as const);
  return (text) => {
    const whole = byName.get(text) ?? byAddress.get(text.toLowerCase());
    if (whole !== undefined) return whole;
    const usual = replaceAddresses(text, (found) => byAddress.get(found.toLowerCase()));
    return unusual.reduce((so, [address, by]) => replaceSeparate(so, address, by), usual);
  };
}

const IN_ADDRESS = /[a-z0-9._%+-]/i;
/** An address goes on behind what was found: with a letter, a digit or a hyphen, or with a further label of its domain. */
const GOES_ON = /^(?:[a-z0-9-]|\.[a-z0-9])/i;

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

/** Replaces an address in any spelling of its letters, unless it is part of a longer one: `an@…` is not found in `joan@…`. */
function replaceSeparate(text: string, address: string, replacement: string): string {
  const lowered = lowerCaseOf(text);
  const wanted = lowerCaseOf(address);
  let replaced = "";
  let written = 0;
  for (let at = lowered.indexOf(wanted); at >= 0; at = lowered.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (at < written || IN_ADDRESS.test(text.charAt(at - 1)) || GOES_ON.test(text.slice(end, end + 2))) continue;
    replaced += text.slice(written, at) + replacement;
    written = end;
  }
  return replaced + text.slice(written);
}

/** In lower case, with each character in its place: a few letters would become two. */
function lowerCaseOf(text: string): string {
  return Array.from(text, (letter) => {
    const lower = letter.toLowerCase();
    return lower.length === letter.length ? lower : letter;
  }).join("");
}

function isUsual(email: string): boolean {
  const at = email.indexOf("@");
  if (at < 1) return false;
  const [start, end] = boundsOf(email, at, 0);
  return start === 0 && end === email.length;
}

/** PostgreSQL's pattern of an address that is not part of a longer one, as `an@…` is of `joan@…`. */
export function patternOf(email: string): string {
  return `(?<![a-z0-9._%+-])${escaped(email)}(?![a-z0-9-]|[.][a-z0-9])`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
