import type { MailWords } from "./words.ts";

export const english: MailWords = {
  direction: "ltr",
  greeting: "Hello,",
  letters: {
    verify: {
      subject: (name) => `Confirm your address for ${name}`,
      lead: (name) => `You asked for a buyer account with ${name}. Confirm that this address is yours to continue.`,
      action: "Confirm the address",
    },
    sign_in: {
      subject: (name) => `Sign in to ${name}`,
      lead: (name) => `Use this link to sign in to ${name}.`,
      action: "Sign in",
    },
    attach: {
      subject: (name) => `Join ${name} with your account`,
      lead: (name) => `You asked to buy from ${name}. You already have an account: continue with it.`,
      action: "Continue with this account",
    },
    approved: {
      subject: (name) => `${name} has approved you`,
      lead: (name) => `${name} has approved your account. You can start buying now.`,
      action: "Open the account",
    },
    invite: {
      subject: (name) => `Join ${name}`,
      lead: (name) => `You are invited to join ${name}. Open the link to accept.`,
      action: "Join",
    },
    sign_up: {
      subject: (name) => `Confirm your address for ${name}`,
      lead: (name) => `You asked to open an organisation at ${name}. Confirm that this address is yours to continue.`,
      action: "Confirm the address",
    },
    welcome: {
      subject: (name) => `${name} has been approved`,
      lead: (name) => `${name} has been approved. You can start now.`,
      action: "Open the console",
    },
    refused: {
      subject: (name) => `Your sign-up at ${name} was refused`,
      lead: (name, reason) => `Your sign-up at ${name} was refused, for this reason: ${reason}`,
      action: "Sign up again",
    },
  },
  once: (life) => `The link works once. It is valid for: ${life}.`,
  unasked: "If you did not ask for this, ignore this message: nothing happens without the link.",
};
