import { z } from "zod";
import { operation } from "../../ground/kernel/operation.ts";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import { answerSignIn } from "./answer-sign-in.ts";
import { confirmSignIn as confirm } from "./confirm-sign-in.ts";
import { MailLinkInvalid } from "./mail-link.ts";
import { nextOf } from "./next.ts";

const SignInBody = z
  .object({
    email: z.email().max(254),
    language: z.string().max(35).default("en").describe("The language of the email, a BCP-47 tag"),
    next: z
      .string()
      .max(1_000)
      .refine((path) => nextOf(path) !== undefined, "a path of the console, such as /console/sell")
      .optional()
      .describe("The page to open after sign-in, below /console"),
  })
  .meta({ id: "SignIn" });

/** The same answer for everybody: only the mail reveals whether there is an account. */
const SignInView = z.object({ status: z.literal("check_mail") }).meta({ id: "SignInRequested" });

const ConfirmBody = z
  .object({ token: z.string().min(1).max(512).describe("From the link in the email; it can be used once") })
  .meta({ id: "ConfirmSignIn" });

const SignedInView = z
  .object({
    customerId: z.int().describe("Your organisation"),
    userId: z.int(),
    apiKey: z
      .string()
      .nullable()
      .describe(
        "Your organisation's first API key, or yours if you were invited: shown only once. Null if you already have " +
          "one, or are still waiting",
      ),
  })
  .meta({ id: "SignedIn" });

export const signIn = operation({
  id: "signIn",
  api: "platform",
  method: "post",
  path: "/sign-in",
  summary: "Request a one-time sign-in link by email",
  description:
    "The answer is the same for every address. If there is an account, it gets an email with a link for each organisation " +
    "of that person; each link works once, for 15 minutes.",
  tag: "Sign-in",
  access: "public",
  limit: "sign_in",
  body: SignInBody,
  answer: SignInView,
  status: 202,
  async handle({ body }, { enqueue }) {
    await enqueue(answerSignIn, { customerId: NOBODY.customerId, ...body });
    return { status: "check_mail" as const };
  },
});

export const confirmSignIn = operation({
  id: "confirmSignIn",
  api: "platform",
  method: "post",
  path: "/sign-in/confirm",
  summary: "Open the link of a sign-in email or an invitation",
  description: "For agents, which need a key and no session. People open the link in a browser.",
  tag: "Sign-in",
  access: "public",
  reach: "installation",
  limit: "sign_in",
  body: ConfirmBody,
  answer: SignedInView,
  errors: [MailLinkInvalid],
  handle: ({ body }, ctx) => confirm(ctx, body.token),
});
