import type { MailWords } from "./words.ts";

export const dutch: MailWords = {
  direction: "ltr",
  greeting: "Hallo,",
  letters: {
    verify: {
      subject: (name) => `Bevestig uw adres voor ${name}`,
      lead: (name) =>
        `U hebt een inkopersaccount bij ${name} aangevraagd. Bevestig dat dit adres van u is, dan kunt u verder.`,
      action: "Adres bevestigen",
    },
    sign_in: {
      subject: (name) => `Inloggen bij ${name}`,
      lead: (name) => `Gebruik deze link om in te loggen bij ${name}.`,
      action: "Inloggen",
    },
    attach: {
      subject: (name) => `Koop in bij ${name} met uw account`,
      lead: (name) => `U wilt inkopen bij ${name}. U hebt al een account: ga daarmee verder.`,
      action: "Verder met dit account",
    },
    approved: {
      subject: (name) => `${name} heeft uw account goedgekeurd`,
      lead: (name) => `${name} heeft uw account goedgekeurd. U kunt nu inkopen.`,
      action: "Account openen",
    },
    invite: {
      subject: (name) => `Uitnodiging voor ${name}`,
      lead: (name) => `U bent uitgenodigd voor ${name}. Open de link om de uitnodiging te accepteren.`,
      action: "Uitnodiging accepteren",
    },
    sign_up: {
      subject: (name) => `Bevestig uw adres bij ${name}`,
      lead: (name) =>
        `U wilt een organisatie aanmelden bij ${name}. Bevestig dat dit adres van u is, dan kunt u verder.`,
      action: "Adres bevestigen",
    },
    welcome: {
      subject: (name) => `${name} is goedgekeurd`,
      lead: (name) => `${name} is goedgekeurd. U kunt nu beginnen.`,
      action: "Console openen",
    },
    refused: {
      subject: (name) => `Uw aanmelding bij ${name} is afgewezen`,
      lead: (name, reason) => `Uw aanmelding bij ${name} is om deze reden afgewezen: ${reason}`,
      action: "Opnieuw aanmelden",
    },
  },
  once: (life) => `De link werkt één keer. Geldigheid: ${life}.`,
  unasked: "Hebt u hier niet om gevraagd? Negeer dit bericht dan: zonder de link gebeurt er niets.",
};
