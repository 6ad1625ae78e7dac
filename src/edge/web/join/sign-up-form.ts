import { Invalid, type Issue, type PublicError } from "../../../ground/kernel/errors.ts";
import { DisposableAddress } from "../../../platform/sign-in/sign-up/index.ts";
import type { Entries, Problem, Problems } from "../pages/sign-up.ts";
import type { PostedForm } from "../posted-form.ts";

export function entriesIn(form: PostedForm): Entries {
  return {
    side: form.field("side"),
    company: form.field("company").trim(),
    person: form.field("person").trim(),
    email: form.field("email").trim(),
    accepted: form.field("accepted") === "yes",
  };
}

/** The entries in the form that the operation accepts. */
export function bodyOf({ company, person, email, accepted }: Entries, language: string, termsVersion: string) {
  return {
    companyName: company,
    email,
    ...(person !== "" && { name: person }),
    language,
    acceptTerms: accepted,
    termsVersion,
  };
}

/** The operation's errors in the page's own words; undefined if none of them concerns an entry. */
export function problemsIn(error: PublicError, entries: Entries): Problems | undefined {
  if (error instanceof DisposableAddress) return { email: "emailDisposable" };
  if (!(error instanceof Invalid)) return undefined;
  const issues = (error.details?.issues as readonly Issue[] | undefined) ?? [{ path: error.field ?? "", message: "" }];
  const problems = Object.fromEntries(issues.flatMap(({ path }) => problemAt(path, entries)));
  return Object.keys(problems).length > 0 ? problems : undefined;
}

function problemAt(path: string, { company }: Entries): readonly (readonly [keyof Entries, Problem])[] {
  switch (path) {
    case "side":
      return [["side", "sideMissing"]];
    case "companyName":
      return [["company", company === "" ? "companyMissing" : "companyLong"]];
    case "name":
      return [["person", "personLong"]];
    case "email":
      return [["email", "emailWrong"]];
    // If the terms changed while the page was open, they have to be read and accepted again.
    case "acceptTerms":
    case "termsVersion":
      return [["accepted", "acceptMissing"]];
    default:
      return [];
  }
}
