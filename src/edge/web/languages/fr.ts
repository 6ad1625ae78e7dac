import { html } from "../html.ts";
import type { Language } from "./language.ts";
import { plural } from "./plural.ts";

const tag = "fr";

export const french: Language = {
  tag,
  name: "Français",
  direction: "ltr",
  words: {
    languages: "Langue",
    terms: "Conditions d’utilisation",

    homeTitle: "Une place de marché pour la publicité",
    homeLead:
      "Les vendeurs présentent leur inventaire dans des vitrines. Les acheteurs disent qui ils veulent toucher, achètent chez plusieurs vendeurs en une seule campagne et lisent ce qui a été diffusé. Les personnes et les agents d’IA utilisent la même API.",
    homeBuyers: "Vous achetez de la publicité",
    homeBuyersLead: "Trouver des produits à partir d’un brief, préparer une campagne, acheter et mesurer.",
    homeSellers: "Vous vendez de la publicité",
    homeSellersLead: "Ouvrir une vitrine pour votre inventaire et inviter vos acheteurs.",
    homeOperators: "Vous exploitez cette place de marché",
    homeOperatorsLead: "Examiner les vitrines et voir ce qui attend une décision.",
    homeReference: "Référence de l’API",
    homeSkill: "Skill pour agents d’IA",
    homeMcp: "Serveur MCP",
    homeHealth: "État du serveur",
    homeIn: "Comment entrer",
    homeInLead:
      "Les acheteurs s’inscrivent par le lien qu’un vendeur leur envoie. Pour tous les autres, l’exploitant de cette place de marché délivre une clé d’API.",
    homeSandbox: "Un bac à sable pour essayer",
    homeSandboxLead:
      "Les vendeurs sont simulés, aucun argent ne circule et l’horloge peut être avancée. Voici les clés :",
    homeSandboxElsewhere:
      "Les vendeurs sont simulés, aucun argent ne circule et l’horloge peut être avancée. Les clés se trouvent dans le fichier sandbox.json, dans le dossier de données du serveur.",
    homeBuyerKey: "Acheteur",
    homeSellerKey: "Vendeur",
    homeOperatorKey: "Exploitant",

    joinTitle: (name) => html`Acheter de la publicité auprès de ${name}`,
    joinLead: (name) => html`${name} vous invite à ouvrir un compte acheteur. Cela prend une minute.`,
    sponsor: "Qui vous invite",
    sponsorIs: (name) => html`${name} parraine votre compte et peut le suspendre ; ce qui est en cours continue alors.`,
    entry: "Quand commencer",
    entryNow: "Tout de suite, dès que vous avez confirmé votre adresse e-mail.",
    entryReviewed: (name) =>
      html`Quand ${name} aura accepté votre demande. Chaque inscription est examinée ; nous vous écrivons ensuite.`,
    sees: "Ce que vous voyez",
    seesOwn: (name) => html`Toute l’offre de ${name} aux acheteurs, et vos propres campagnes avec leurs résultats.`,
    seesNot: "Ce que vous ne voyez pas",
    seesNotOthers: "Les autres vendeurs, les autres acheteurs et le reste de la place de marché.",
    pays: "Comment vous payez",
    paysAhead: "D’avance. Il n’y a pas de crédit.",
    paysAheadIn: (currency) => html`D’avance, en ${currency}. Il n’y a pas de crédit.`,

    formTitle: "Ouvrir votre compte",
    company: "Entreprise",
    person: "Votre nom",
    email: "Adresse e-mail professionnelle",
    emailHint: "Nous vous envoyons un lien pour la confirmer. Si vous avez déjà un compte, ce lien vous y connecte.",
    accept: (terms, version) => html`J’accepte les ${terms}, version ${version}`,
    optional: (label) => html`${label} (facultatif)`,
    signUp: "S’inscrire",

    problems: (count) =>
      plural(tag, count, {
        one: html`Un point est à corriger`,
        other: html`${count} points sont à corriger`,
      }),
    companyMissing: "Indiquez le nom de votre entreprise.",
    companyLong: "Raccourcissez le nom de votre entreprise.",
    personLong: "Raccourcissez votre nom.",
    emailWrong: "Indiquez une adresse e-mail, par exemple nom@example.com.",
    acceptMissing: "Cochez la case si vous acceptez les conditions. Sans cela, nous ne pouvons pas ouvrir de compte.",
    stale:
      "Cette page est restée ouverte trop longtemps, ou votre navigateur refuse les cookies. Rien n’a été envoyé et vos réponses sont toujours là : envoyez-les de nouveau.",
    problemIn: (title) => html`Erreur : ${title}`,

    mailTitle: "Consultez votre messagerie",
    mailSent: (address) => html`Nous avons envoyé un lien à ${address}. Ouvrez-le pour continuer.`,
    mailOnce: "Le lien ne sert qu’une fois et n’est valable que peu de temps.",
    mailMissing: "Rien reçu ? Regardez dans les courriers indésirables, ou vérifiez l’adresse.",
    again: "Recommencer avec une autre adresse",

    confirmTitle: "Confirmer votre adresse e‑mail",
    confirmLead: (name) => html`Il reste une étape avant l’ouverture de votre compte auprès de ${name}.`,
    confirm: "Confirmer et continuer",
    signInTitle: "Se connecter",
    signInLead: "Votre lien est valable. Appuyez sur le bouton pour vous connecter.",
    signIn: "Se connecter",
    signedInTitle: "Vous êtes connecté",
    signedInLead: "Votre adresse est confirmée et vous êtes connecté dans ce navigateur.",

    askSignInLead: "Saisissez votre adresse e-mail : nous vous envoyons un lien de connexion.",
    askSignIn: "Envoyer le lien",
    linkSent: (address) =>
      html`Si un compte existe ici pour ${address}, un lien est en route. Il ne sert qu’une fois, et pour peu de temps.`,
    sameBrowser: "Ouvrez-le dans ce navigateur et vous reviendrez ici.",
    authorizeTitle: (name) => html`Laisser ${name} agir pour vous ?`,
    authorizeLead: (name, organisation, person) =>
      html`${name} demande à agir pour ${organisation}. Vous êtes connecté en tant que ${person}.`,
    authorizeScopes: (name) => html`Ce que ${name} peut faire`,
    scopeBuyerRead: "Voir vos campagnes, achats médias et rapports, et chercher des produits",
    scopeBuyerWrite: "Préparer des campagnes et envoyer des créations",
    scopeBuyerApprove: "Dépenser votre budget : acheter, modifier et annuler des achats médias",
    scopeSellerRead: "Voir votre vitrine, vos commandes et vos analyses",
    scopeSellerWrite: "Modifier votre vitrine, ses sources et ses règles",
    scopeSellerApprove: "Décider pour vous : accepter et refuser achats médias, créations et acheteurs",
    scopeOperatorRead: "Voir ce qui se passe sur cette place de marché",
    scopeOperatorWrite: "Référencer et masquer des vitrines, et résoudre les problèmes",
    scopeAdmin: "Administrer votre organisation : membres, clés et réglages",
    authorizeDestination: (destination) => html`Si vous acceptez, votre navigateur continue vers ${destination}.`,
    authorizeWarning:
      "Cette application n’a pas été vérifiée ici. N’acceptez que si vous êtes en train de la connecter vous-même. Vous pouvez révoquer son accès à tout moment.",
    authorizeAllow: "Autoriser",
    authorizeDeny: "Refuser",
    nothingToGrantTitle: (name) => html`${name} ne peut pas agir pour vous`,
    nothingToGrantLead:
      "Elle demande ce que votre organisation ne fait pas, ou ce que vous n’avez pas le droit de faire. Connectez-vous avec un autre compte, ou reliez-la à l’adresse de votre côté du marché.",
    endedRequestTitle: "Cette demande est terminée",
    endedRequestLead:
      "Elle a déjà reçu une réponse, date de plus d’une heure ou a commencé dans un autre navigateur. Revenez à l’application et connectez-la de nouveau.",
    providerLead: (address) => html`${address} se connecte avec le fournisseur d’identité de votre organisation.`,
    providerGo: (name) => html`Continuer avec ${name}`,
    providerMail: "Envoyer plutôt un lien",
    providerRefusedTitle: "Vous n’êtes pas connecté",
    providerDeclined: "Le fournisseur d’identité de votre organisation a refusé la connexion.",
    providerFailed:
      "Le fournisseur d’identité de votre organisation a mal répondu, ou trop tard, ou vous avez commencé dans un autre navigateur.",
    providerUnverified:
      "Le fournisseur d’identité de votre organisation n’indique pas que votre adresse e-mail est vérifiée. Adressez-vous à son administrateur.",
    providerForeign:
      "Le fournisseur d’identité de votre organisation ne connecte que les adresses de ses propres domaines, et la vôtre n’en fait pas partie.",
    providerStranger:
      "Il n’y a pas de compte ici avec votre adresse. Demandez une invitation à un administrateur de votre organisation.",
    providerAgain: "Réessayer",
    passkey: "Se connecter avec une clé d’accès",
    passkeyWrong: "Cette clé d’accès n’a pas été acceptée. Réessayez, ou demandez un lien.",
    deviceTitle: "Connecter un appareil",
    deviceLead: "Saisissez le code que l’appareil affiche.",
    deviceCode: "Code",
    deviceGo: "Continuer",
    deviceWrong: "Ce code est inconnu, déjà utilisé ou trop ancien. Vérifiez le code sur l’appareil.",
    deviceConfirm: (name, code) =>
      html`${name} affiche le code ${code}. Ne continuez que si vous le voyez sur l’un de vos appareils et avez commencé vous-même.`,
    authorizeDevice: "Si vous acceptez, l’appareil qui a affiché le code continue de lui-même.",
    deviceStop: "Arrêter",
    deviceDoneTitle: "L’appareil est connecté",
    deviceDoneLead: "Retournez-y. Vous pouvez fermer cette page.",
    deviceDeniedTitle: "L’appareil n’est pas connecté",
    deviceDeniedLead: "Vous avez refusé, et rien n’a changé. Vous pouvez fermer cette page.",

    foundTitle: "Inscrire une organisation",
    foundLead: "Votre organisation achète ou vend ici. Nous vous envoyons un lien qui confirme votre adresse.",
    foundSide: "Ce que fait votre organisation",
    sideMissing: "Choisissez si vous achetez ou vendez de la publicité.",
    emailDisposable: "Indiquez une adresse permanente : ce fournisseur propose des adresses jetables.",
    foundConfirmLead: "Il reste une étape : confirmez votre adresse, et votre organisation sera ouverte.",
    foundedTitle: "Votre organisation est ouverte",
    foundedLead: "Votre adresse est confirmée et vous êtes connecté dans ce navigateur.",
    foundWaitingTitle: "En attente d’approbation",
    foundWaitingLead:
      "Votre adresse est confirmée. L’exploitant de cette place de marché examine maintenant votre inscription.",
    foundClosedTitle: "Les inscriptions sont fermées",
    foundClosedLead:
      "Les organisations ne peuvent pas s’inscrire elles-mêmes ici. Adressez-vous à l’exploitant de cette place de marché, ou demandez son lien à un vendeur.",

    setUpTitle: "Mettre en place cette place de marché",
    setUpLead:
      "Personne n’exploite encore cette place de marché. La personne que vous indiquez ici devient son premier exploitant et se connectera désormais par e-mail.",
    setUpCompany: "Organisation qui l’exploite",
    setUpAs: (address) => html`D’après la configuration du serveur, le premier exploitant est ${address}.`,
    setUp: "Commencer",
    setUpOverTitle: "Il n’y a rien à mettre en place",
    setUpOverLead:
      "Cette place de marché a déjà un exploitant, ou le lien est trop ancien. Tant qu’elle n’en a pas, chaque démarrage du serveur affiche un nouveau lien.",
    openConsole: "Ouvrir la console",

    waitingTitle: (name) => html`En attente de ${name}`,
    waitingLead: (name) => html`Votre adresse est confirmée. ${name} examine maintenant votre inscription.`,
    waitingNext: "Nous vous écrivons dès que vous pouvez commencer. Vous n’avez plus rien à faire.",

    inTitle: "Votre compte est ouvert",
    inLead: (name) => html`Vous pouvez maintenant acheter auprès de ${name}.`,
    key: "Votre clé d’API",
    keyOnce:
      "Copiez-la maintenant et gardez-la en lieu sûr. Elle n’est affichée que cette fois, et quiconque la possède peut agir en votre nom.",
    keyBefore: "Les clés que vous avez déjà restent valables.",
    agent: "Pour votre agent IA",
    agentHint: "Connectez votre agent à cette adresse par MCP, avec la clé comme jeton « bearer ».",
    request: "Une première requête",
    requestHint: "Liste les vitrines auprès desquelles votre compte peut acheter.",

    suspendedTitle: "Votre compte est suspendu",
    suspendedLead: (name) =>
      html`${name} l’a suspendu. Vos campagnes en cours continuent. Pour acheter de nouveau, adressez-vous à ${name}.`,

    expiredTitle: "Ce lien n’est plus valable",
    expiredLead:
      "Il a déjà servi, ou il est trop ancien. Pour en recevoir un nouveau, inscrivez-vous encore avec la même adresse.",

    beginTitle: (source, organisation) => html`Connecter ${source} à ${organisation}`,
    beginLead: (provider, organisation) =>
      html`Vous serez dirigé vers ${provider}. Si vous y donnez votre accord, ${organisation} pourra acheter avec votre compte.`,
    beginWarning:
      "Si vous ne travaillez pas pour cette organisation ou n’avez rien demandé, fermez cette fenêtre : rien ne sera connecté.",
    begin: "Continuer",
    consentTitle: (name) => html`${name} est connecté`,
    consentLead:
      "Votre accord nous est parvenu, et vous pouvez y acheter dès maintenant. Vous pouvez fermer cette fenêtre.",
    noConsentTitle: (name) => html`${name} n’est pas connecté`,
    consentDeclined:
      "L’accord n’a pas été donné, et rien n’a changé. Pour connecter cette source malgré tout, recommencez là d’où vous venez.",
    consentFailed: (name) =>
      html`${name} n’a pas répondu comme il le devait, et rien n’a changé. Recommencez dans quelques minutes, là d’où vous venez.`,
    keyLead: (platform, organisation) =>
      html`Collez une clé de votre compte chez ${platform}. ${organisation} travaillera avec elle.`,
    keyLabel: (platform) => html`Clé chez ${platform}`,
    keyHint: "Elle est chiffrée aussitôt et n’est plus jamais affichée.",
    keySave: "Enregistrer et vérifier",
    keyMissing: "Collez une clé.",
    keyRefused: (platform) =>
      html`${platform} n’accepte pas cette clé. Copiez-la de nouveau, ou créez-en une autre là-bas.`,
    keyUnanswered: (platform) =>
      html`${platform} n’a pas répondu. Votre clé est enregistrée sans avoir été vérifiée : envoyez-la de nouveau dans quelques minutes.`,
    keyKept: "Votre clé a été vérifiée et est conservée chiffrée. Vous pouvez fermer cette fenêtre.",
    consentSpentTitle: "Cet accord n’est plus utilisable",
    consentSpent:
      "Il a déjà servi, ou il date de plus de dix minutes. Si votre source apparaît comme connectée, tout va bien. Sinon, recommencez là d’où vous venez.",

    invalidTitle: "Cette invitation n’est pas valable",
    invalidLead: "Vérifiez l’adresse, ou demandez une nouvelle invitation à la personne qui vous l’a envoyée.",

    notFoundTitle: "Il n’y a pas de page à cette adresse",
    notFoundLead: "Vérifiez l’adresse, ou repartez de la page d’accueil.",
    notFoundHome: "Aller à la page d’accueil",

    busyTitle: "Trop de tentatives",
    busyLead: (minutes) =>
      plural(tag, minutes, {
        one: html`Veuillez réessayer dans une minute.`,
        other: html`Veuillez réessayer dans ${minutes} minutes.`,
      }),

    brokenTitle: "Une erreur s’est produite de notre côté",
    brokenLead: (id) =>
      html`Veuillez réessayer dans un instant. Si cela se reproduit, signalez-la avec le numéro ${id}.`,

    termsVersion: (version) => html`Version ${version}`,
    termsNowhere:
      "Le texte n’est pas publié ici. Demandez-le à l’exploitant de cette place de marché avant de l’accepter.",
  },
};
