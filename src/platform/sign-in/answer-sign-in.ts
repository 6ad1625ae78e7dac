import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import { nextOf } from "./next.ts";
import { requestMailLink } from "./request-mail-link.ts";
import { listSeatsOfAnyCustomer } from "./store.ts";

/** Where the link of a sign-in leads. */
const SIGN_IN_PATH = "/sign-in";

/** Somebody in more organisations than these asks whoever invited them for the others. */
const MOST_SEATS = 10;

/**
 * Mails a link for each organisation of whoever has this address; for an address that nobody has, nothing. It follows the
 * request, which has asked after no one when it is answered: so neither its answer nor its time tells whether there is an account.
 */
export const answerSignIn = step({
  name: "sign-in.answer",
  reach: "installation",
  input: z.object({ customerId: z.int(), email: z.string(), language: z.string(), next: z.string().optional() }),
  async handle({ email, language, next }, ctx) {
    const onward = nextOf(next);
    const path = onward === undefined ? SIGN_IN_PATH : `${SIGN_IN_PATH}?${new URLSearchParams({ next: onward })}`;
    for (const { company: name, ...member } of await listSeatsOfAnyCustomer(installationDb(ctx), email, MOST_SEATS))
      await requestMailLink(ctx, { ...member, purpose: "sign_in", language, name, path });
  },
});
