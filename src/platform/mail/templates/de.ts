import type { MailWords } from "./words.ts";

export const german: MailWords = {
  direction: "ltr",
  greeting: "Guten Tag,",
  letters: {
    verify: {
      subject: (name) => `Bestätigen Sie Ihre Adresse für ${name}`,
      lead: (name) =>
        `Sie möchten ein Käuferkonto bei ${name}. Bestätigen Sie, dass diese Adresse Ihnen gehört, dann geht es weiter.`,
      action: "Adresse bestätigen",
    },
    sign_in: {
      subject: (name) => `Anmelden bei ${name}`,
      lead: (name) => `Mit diesem Link melden Sie sich bei ${name} an.`,
      action: "Anmelden",
    },
    attach: {
      subject: (name) => `Mit Ihrem Konto zu ${name}`,
      lead: (name) => `Sie möchten bei ${name} einkaufen und haben schon ein Konto. Fahren Sie damit fort.`,
      action: "Mit diesem Konto weiter",
    },
    approved: {
      subject: (name) => `${name} hat Sie freigeschaltet`,
      lead: (name) => `${name} hat Ihr Konto freigeschaltet. Sie können jetzt einkaufen.`,
      action: "Konto öffnen",
    },
    invite: {
      subject: (name) => `Einladung zu ${name}`,
      lead: (name) => `Sie sind zu ${name} eingeladen. Öffnen Sie den Link, um die Einladung anzunehmen.`,
      action: "Einladung annehmen",
    },
    sign_up: {
      subject: (name) => `Bestätigen Sie Ihre Adresse bei ${name}`,
      lead: (name) =>
        `Sie möchten eine Organisation bei ${name} anmelden. Bestätigen Sie, dass diese Adresse Ihnen gehört, dann geht es weiter.`,
      action: "Adresse bestätigen",
    },
    welcome: {
      subject: (name) => `${name} ist freigeschaltet`,
      lead: (name) => `${name} ist freigeschaltet. Sie können jetzt beginnen.`,
      action: "Konsole öffnen",
    },
    refused: {
      subject: (name) => `Ihre Anmeldung bei ${name} wurde abgelehnt`,
      lead: (name, reason) => `Ihre Anmeldung bei ${name} wurde aus diesem Grund abgelehnt: ${reason}`,
      action: "Erneut anmelden",
    },
  },
  once: (life) => `Der Link funktioniert einmal. Gültigkeit: ${life}.`,
  unasked: "Haben Sie das nicht angefordert? Dann ignorieren Sie diese Nachricht: Ohne den Link geschieht nichts.",
};
