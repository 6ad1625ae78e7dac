/** A person who is about to be erased. */
export interface Erased {
  readonly userId: number;
  readonly email: string;
  readonly name: string | null;
}

/** The pseudonym of a person who was erased: their number, which no longer identifies anybody, at a domain that nobody can own (RFC 2606). */
export function pseudonymOf(userId: number): string {
  return `erased-${userId}@erased.invalid`;
}

/** Returns a function that replaces addresses with pseudonyms wherever they occur separately in a text, and names only if they are the whole text. */
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
/** The address continues after what was found: with a letter, a digit or a hyphen, or with a further label of its domain. */
const GOES_ON = /^(?:[a-z0-9-]|\.[a-z0-9])/i;

/** Looks up each address of the usual form, so that the cost depends on the length of the text, but not on the number of people. */
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

/** The start and end of the address around an `@`; it ends with neither a dot nor a hyphen. */
function boundsOf(text: string, at: number, from: number): [number, number] {
  let start = at;
  while (start > from && IN_ADDRESS.test(text.charAt(start - 1))) start--;
  let end = at + 1;
  while (end < text.length && IN_ADDRESS.test(text.charAt(end))) end++;
  while (end > at + 1 && /[.-]/.test(text.charAt(end - 1))) end--;
  return [start, end];
}

/** Replaces an address in any letter case, unless it is part of a longer one: `an@…` is not found in `joan@…`. */
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

/** Lower case in which every character keeps its position, because a few letters would become two. */
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

/** A PostgreSQL pattern for an address that is not part of a longer one, as `an@…` is part of `joan@…`. */
export function patternOf(email: string): string {
  return `(?<![a-z0-9._%+-])${escaped(email)}(?![a-z0-9-]|[.][a-z0-9])`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
