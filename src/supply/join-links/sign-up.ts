import type { Context } from "../../ground/kernel/context.ts";

/** What an advertiser says on the page of a join link, or over the API. */
export interface SignUp {
  readonly slug: string;
  readonly companyName: string;
  readonly email: string;
  readonly name?: string | undefined;
  /** BCP-47; the language that mail is written in. By default the storefront's first, or English. */
  readonly language?: string | undefined;
  /** The version that was read; by default the one in force. */
  readonly termsVersion?: string | undefined;
  readonly acceptTerms: true;
}

/** Throws `JoinLinkInvalid`, and `Invalid` where the terms that were read are not those in force. */
export async function signUp(_ctx: Context, _form: SignUp): Promise<{ outcome: "check_mail" }> {
  throw new Error("under construction");
}
