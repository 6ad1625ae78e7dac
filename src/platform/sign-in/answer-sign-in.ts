import { z } from "zod";
import { installationDb } from "../../ground/kernel/context.ts";
import { step } from "../../ground/kernel/step.ts";
import { nextOf } from "./next.ts";
import { requestMailLink } from "./request-mail-link.ts";
import { listSeatsOfAnyCustomer } from "./store.ts";

/** The page behind a sign-in link. */
const SIGN_IN_PATH = "/sign-in";

/** A person with more organisations than this has to ask for invitations to the others. */
const MOST_SEATS = 10;

/**
 * Mails a link for each organisation of the person with this address, and nothing to an unknown address. This runs after the request, which
 * is answered before anybody is looked up, so neither its response nor its duration reveals whether there is an account.
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
