import type { MailWords } from "./words.ts";

export const english: MailWords = {
  direction: "ltr",
  greeting: "Hello,",
  letters: {
    verify: {
      subject: (name) => `Confirm your address for ${name}`,
      lead: (name) => `You asked for a buyer account with ${name}. Confirm that this address is yours, and you go on.`,
      action: "Confirm the address",
    },
    sign_in: {
      subject: (name) => `Sign in to ${name}`,
      lead: (name) => `Here is the way in to ${name}.`,
      action: "Sign in",
    },
    attach: {
      subject: (name) => `Join ${name} with your account`,
      lead: (name) => `You asked to buy from ${name}. You have an account already: go on with it.`,
      action: "Go on with this account",
    },
    approved: {
      subject: (name) => `${name} has approved you`,
      lead: (name) => `${name} has approved your account. You can start buying now.`,
      action: "Open the account",
    },
    invite: {
      subject: (name) => `Join ${name}`,
      lead: (name) => `You are invited to join ${name}. Go on, and you are in.`,
      action: "Join",
    },
  },
  once: (life) => `The link works once. It is valid for: ${life}.`,
  unasked: "If you did not ask for this, ignore this message: nothing happens without the link.",
};
