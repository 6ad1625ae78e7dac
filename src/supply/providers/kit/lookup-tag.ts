/**
 * The end of names at the provider, by which an object is found again if the answer to its creation was lost. It
 * consists of our own ids.
 */
export function tagOf(mediaBuyId: string, packageId?: string): string {
  return packageId === undefined ? `[oa:${mediaBuyId}]` : `[oa:${mediaBuyId}:${packageId}]`;
}

/** A name of at most `most` characters, with its tag complete. */
export function tagged(name: string, tag: string, most: number): string {
  const room = Math.max(most - tag.length - 1, 0);
  const letters = Array.from(name).slice(0, room).join("").trimEnd();
  return letters === "" ? tag : `${letters} ${tag}`;
}

/** At most this many characters, and never half of one. */
export function cut(text: string | null, most: number): string | undefined {
  return text === null ? undefined : Array.from(text).slice(0, most).join("");
}
