import { createRequire } from "node:module";
import { Invalid } from "../../../ground/kernel/errors.ts";

const require = createRequire(import.meta.url);
let known: { readonly exact: ReadonlySet<string>; readonly above: readonly string[] } | undefined;

/** Read when the first person signs up, because the list has a hundred thousand entries. */
function domains() {
  known ??= {
    exact: new Set(require("disposable-email-domains") as string[]),
    above: require("disposable-email-domains/wildcard.json") as string[],
  };
  return known;
}

/** Whether addresses at this domain are disposable: their owners cannot be reached again later. */
function isDisposable(domain: string): boolean {
  const { exact, above } = domains();
  return exact.has(domain) || above.some((wild) => domain === wild || domain.endsWith(`.${wild}`));
}

/** The address is disposable. */
export class DisposableAddress extends Invalid {
  constructor() {
    super("email: disposable addresses cannot sign up: enter one that will still reach you later", {
      field: "email",
    });
  }
}

/** The same check for everybody, with or without an account. Throws `DisposableAddress`. */
export function checkMailDomain(email: string): void {
  const domain = email.slice(email.lastIndexOf("@") + 1).toLowerCase();
  if (isDisposable(domain)) throw new DisposableAddress();
}
