/** The heading of the section for changes that have not been released yet. */
const UNRELEASED = "## [Unreleased]";
/** The part that every release's section must have, even if it says that nothing has to be done. */
const OPERATORS = "### What an operator must do";

/** What is wrong with a changelog that is about to be released, one sentence each. */
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

/** The changelog with its unreleased section moved under the version, and a new empty section before it. */
export function releasedChangelog(changelog: string, version: string, day: string): string {
  return changelog.replace(UNRELEASED, `${UNRELEASED}\n\n## [${version}] - ${day}`);
}

function unreleasedOf(changelog: string): string | undefined {
  const [, after] = changelog.split(UNRELEASED);
  return after?.split(/^## \[/m)[0];
}
