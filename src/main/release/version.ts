const FORM = /^(\d+)\.(\d+)\.(\d+)$/;

/** What is wrong with a version that is meant to be the next; `tags` are the tags of the repository. */
export function complaintsOfVersion(version: string, tags: readonly string[]): string[] {
  const parts = partsOf(version);
  if (!parts) return [`${version} is not a version: it must be like 0.2.0`];
  if (tags.includes(`v${version}`)) return [`there is a tag v${version} already: a release is made once`];
  const newest = tags.flatMap((tag) => (tag.startsWith("v") ? (partsOf(tag.slice(1)) ?? []) : []));
  const releases = Array.from({ length: newest.length / 3 }, (_, index) => newest.slice(3 * index, 3 * index + 3));
  const later = releases.find((release) => compareParts(release, parts) > 0);
  return later ? [`${version} comes before ${later.join(".")}, which is released`] : [];
}

function partsOf(version: string): number[] | undefined {
  return FORM.exec(version)?.slice(1).map(Number);
}

function compareParts(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((part, at) => part !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
