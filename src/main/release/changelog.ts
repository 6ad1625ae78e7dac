/** The heading under which everything goes that is not released yet. */
const UNRELEASED = "## [Unreleased]";
/** What must stand in every release's section, even if it says that nothing is to be done. */
const OPERATORS = "### What an operator must do";

/** What is wrong with a changelog that is to be released, each in a sentence. */
export function complaintsOf(changelog: string): string[] {
  const complaints: string[] = [];
  if (/^(<{7}|={7}|>{7})/m.test(changelog)) complaints.push("CHANGELOG.md has marks of a merge that was not resolved");
  const section = unreleasedOf(changelog);
  if (section === undefined) return [...complaints, `CHANGELOG.md has no section "${UNRELEASED}"`];
  if (!/^- /m.test(section)) complaints.push(`the section "${UNRELEASED}" of CHANGELOG.md lists no change`);
  const part = section.split(OPERATORS)[1]?.split(/^### /m)[0]?.trim();
  if (part === undefined)
    complaints.push(
      `the section "${UNRELEASED}" of CHANGELOG.md has no part "${OPERATORS}": say it, or that it is nothing`,
    );
  else if (part === "")
    complaints.push(`the part "${OPERATORS}" of CHANGELOG.md is empty: say that it is nothing, if so`);
  return complaints;
}

/** The changelog with the unreleased section under its version, and an empty one before it. */
export function releasedChangelog(changelog: string, version: string, day: string): string {
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${day}`);
}

function unreleasedOf(changelog: string): string | undefined {
  const [, after] = changelog.split(UNRELEASED);
  return after?.split(/^## \[/m)[0];
}
