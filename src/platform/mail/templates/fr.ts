import type { MailWords } from "./words.ts";

export const french: MailWords = {
  direction: "ltr",
  greeting: "Bonjour,",
  letters: {
    verify: {
      subject: (name) => `Confirmez votre adresse pour ${name}`,
      lead: (name) =>
        `Vous avez demandé un compte acheteur chez ${name}. Confirmez que cette adresse est la vôtre pour continuer.`,
      action: "Confirmer l’adresse",
    },
    sign_in: {
      subject: (name) => `Connexion à ${name}`,
      lead: (name) => `Utilisez ce lien pour vous connecter à ${name}.`,
      action: "Se connecter",
    },
    attach: {
      subject: (name) => `Rejoignez ${name} avec votre compte`,
      lead: (name) => `Vous souhaitez acheter chez ${name}. Vous avez déjà un compte : continuez avec celui-ci.`,
      action: "Continuer avec ce compte",
    },
    approved: {
      subject: (name) => `${name} a approuvé votre compte`,
      lead: (name) => `${name} a approuvé votre compte. Vous pouvez acheter dès maintenant.`,
      action: "Ouvrir le compte",
    },
    invite: {
      subject: (name) => `Invitation à rejoindre ${name}`,
      lead: (name) => `Vous avez reçu une invitation à rejoindre ${name}. Ouvrez le lien pour accepter l’invitation.`,
      action: "Accepter l’invitation",
    },
    sign_up: {
      subject: (name) => `Confirmez votre adresse auprès de ${name}`,
      lead: (name) =>
        `Vous avez demandé à ouvrir une organisation auprès de ${name}. Confirmez que cette adresse est la vôtre pour continuer.`,
      action: "Confirmer l’adresse",
    },
    welcome: {
      subject: (name) => `${name} a été approuvée`,
      lead: (name) => `Votre organisation ${name} a été approuvée. Vous pouvez commencer.`,
      action: "Ouvrir la console",
    },
    refused: {
      subject: (name) => `Votre inscription auprès de ${name} a été refusée`,
      lead: (name, reason) => `Votre inscription auprès de ${name} a été refusée pour cette raison : ${reason}`,
      action: "S’inscrire à nouveau",
    },
  },
  once: (life) => `Le lien ne fonctionne qu’une fois. Durée de validité : ${life}.`,
  unasked: "Vous n’avez rien demandé ? Ignorez ce message : rien ne se passera sans le lien.",
};
