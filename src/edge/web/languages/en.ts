import { type Html, html } from "../html.ts";
import { plural } from "./plural.ts";

const tag = "en";

/** The reference for the other languages, which must have exactly the same texts. */
export const english = {
  tag,
  name: "English",
  direction: "ltr" as "ltr" | "rtl",
  words: {
    languages: "Language",
    terms: "Terms of service",

    homeTitle: "A marketplace for advertising",
    homeLead:
      "Sellers offer their inventory in storefronts. Buyers say whom they want to reach, buy from many sellers in one campaign, and read what was delivered. People and AI agents use the same API.",
    homeBuyers: "You buy advertising",
    homeBuyersLead: "Find products by brief, plan a campaign, buy, and report.",
    homeSellers: "You sell advertising",
    homeSellersLead: "Open a storefront for your inventory, and invite your buyers.",
    homeOperators: "You run this marketplace",
    homeOperatorsLead: "Review storefronts, and see what needs a decision.",
    homeReference: "API reference",
    homeSkill: "Skill for AI agents",
    homeMcp: "MCP server",
    homeHealth: "Server health",
    homeIn: "How to get access",
    homeInLead:
      "Buyers join through a link that a seller sends them. Everybody else gets an API key from the operator of this marketplace.",
    homeSandbox: "A sandbox to try out",
    homeSandboxLead:
      "Its sellers are simulated, no money moves, and its clock can be moved forward. These are its keys:",
    homeSandboxElsewhere:
      "Its sellers are simulated, no money moves, and its clock can be moved forward. Its keys are in the file sandbox.json, in the server’s data folder.",
    homeBuyerKey: "Buyer",
    homeSellerKey: "Seller",
    homeOperatorKey: "Operator",

    joinTitle: (name: Html) => html`Buy advertising from ${name}`,
    joinLead: (name: Html) => html`${name} invites you to open a buyer account. It takes a minute.`,
    sponsor: "Your sponsor",
    sponsorIs: (name: Html) =>
      html`${name} sponsors your account. It can suspend the account; your running campaigns continue.`,
    entry: "When you can start",
    entryNow: "As soon as you have confirmed your email address.",
    entryReviewed: (name: Html) =>
      html`When ${name} has approved you. It reviews every sign-up, and we will write to you when that is done.`,
    sees: "What you see",
    seesOwn: (name: Html) => html`Everything ${name} offers to buyers, and your own campaigns with their results.`,
    seesNot: "What you do not see",
    seesNotOthers: "Other sellers, other buyers and the rest of the marketplace.",
    pays: "How you pay",
    paysAhead: "In advance. There is no credit.",
    paysAheadIn: (currency: Html) => html`In advance, in ${currency}. There is no credit.`,

    formTitle: "Open your account",
    company: "Company",
    person: "Your name",
    email: "Work email address",
    emailHint: "We will send you a link to confirm it. If you already have an account, the link signs you in.",
    accept: (terms: Html, version: Html) => html`I accept the ${terms}, version ${version}`,
    optional: (label: Html) => html`${label} (optional)`,
    signUp: "Sign up",

    problems: (count: number) =>
      plural(tag, count, {
        one: html`One thing needs your attention`,
        other: html`${count} things need your attention`,
      }),
    companyMissing: "Enter the name of your company.",
    companyLong: "Shorten the name of your company.",
    personLong: "Shorten your name.",
    emailWrong: "Enter an email address, such as name@example.com.",
    acceptMissing: "Tick the box if you accept the terms. Without that we cannot open an account.",
    stale:
      "This page was open for too long, or your browser does not store cookies. Nothing was sent, and your entries are still here: send them again.",
    problemIn: (title: Html) => html`Problem: ${title}`,

    mailTitle: "Check your mail",
    mailSent: (address: Html) => html`We have sent a link to ${address}. Open it to continue.`,
    mailOnce: "The link works once, and only for a short time.",
    mailMissing: "Nothing there? Check your spam folder, or the address.",
    again: "Start again with another address",

    confirmTitle: "Confirm your email address",
    confirmLead: (name: Html) => html`One step is left to open your account with ${name}.`,
    confirm: "Confirm and continue",
    signInTitle: "Sign in",
    signInLead: "Your link is valid. Press the button to sign in.",
    signIn: "Sign in",
    signedInTitle: "You are signed in",
    signedInLead: "Your address is confirmed, and this browser is signed in.",

    askSignInLead: "Enter your email address, and we will send you a link that signs you in.",
    askSignIn: "Send me a link",
    linkSent: (address: Html) =>
      html`If ${address} has an account here, a link is on its way. It works once, and only for a short time.`,
    sameBrowser: "Open it in this browser to come back here.",
    authorizeTitle: (name: Html) => html`Let ${name} act for you?`,
    authorizeLead: (name: Html, organisation: Html, person: Html) =>
      html`${name} asks to act for ${organisation}. You are signed in as ${person}.`,
    authorizeScopes: (name: Html) => html`What ${name} may do`,
    scopeBuyerRead: "See your campaigns, media buys and reports, and look for products",
    scopeBuyerWrite: "Prepare campaigns and upload creatives",
    scopeBuyerApprove: "Spend your budget: buy, change and cancel media buys",
    scopeSellerRead: "See your storefront, orders and analytics",
    scopeSellerWrite: "Change your storefront, its sources and its rules",
    scopeSellerApprove: "Decide for you: approve and reject media buys, creatives and buyers",
    scopeOperatorRead: "See what happens in this marketplace",
    scopeOperatorWrite: "List and hide storefronts, and resolve problems",
    scopeAdmin: "Administer your organisation: its people, keys and settings",
    authorizeDestination: (destination: Html) => html`If you allow it, your browser continues to ${destination}.`,
    authorizeWarning:
      "Nobody here has checked this application. Do not allow it unless you are connecting it yourself right now. You can disconnect it at any time.",
    authorizeAllow: "Allow",
    authorizeDeny: "Do not allow",
    nothingToGrantTitle: (name: Html) => html`${name} cannot act for you`,
    nothingToGrantLead:
      "It asks for something that your organisation does not do, or that you are not allowed to do yourself. Sign in with another account, or connect it to the address for your side of the market.",
    endedRequestTitle: "This request has ended",
    endedRequestLead:
      "It has already been answered, is more than an hour old, or was started in another browser. Go back to the application and connect it again.",
    providerLead: (address: Html) => html`${address} signs in with your organisation’s own provider.`,
    providerGo: (name: Html) => html`Continue with ${name}`,
    providerMail: "Send me a link instead",
    providerRefusedTitle: "You are not signed in",
    providerDeclined: "Your organisation’s provider did not let you in.",
    providerFailed:
      "Your organisation’s provider sent an invalid answer, or answered too late, or you started in another browser.",
    providerUnverified:
      "Your organisation’s provider does not say that your email address is verified. Ask whoever runs it.",
    providerForeign:
      "Your organisation’s provider can only sign in addresses of its own domains, and yours is not one of them.",
    providerStranger:
      "There is no account with your address here. Ask an administrator of your organisation to invite you.",
    providerAgain: "Try again",
    passkey: "Sign in with a passkey",
    passkeyWrong: "That passkey was not accepted. Try again, or have a link sent to you.",
    deviceTitle: "Connect a device",
    deviceLead: "Enter the code that the device shows you.",
    deviceCode: "Code",
    deviceGo: "Continue",
    deviceWrong: "That code is unknown, already used or too old. Check the code on the device.",
    deviceConfirm: (name: Html, code: Html) =>
      html`${name} shows the code ${code}. Continue only if you see it on your own device and started this yourself.`,
    authorizeDevice: "If you allow it, the device that showed you the code continues automatically.",
    deviceStop: "Stop",
    deviceDoneTitle: "The device is connected",
    deviceDoneLead: "Go back to it. You can close this page.",
    deviceDeniedTitle: "The device is not connected",
    deviceDeniedLead: "You refused it, and nothing has changed. You can close this page.",

    foundTitle: "Open an organisation",
    foundLead: "Create an organisation that buys or sells here. We will email you a link to confirm your address.",
    foundSide: "What does your organisation do?",
    sideMissing: "Choose whether you buy or sell advertising.",
    emailDisposable: "Enter a permanent address: this provider’s mailboxes are disposable.",
    foundConfirmLead: "One step is left: confirm your address to open your organisation.",
    foundedTitle: "Your organisation is open",
    foundedLead: "Your address is confirmed, and this browser is signed in.",
    foundWaitingTitle: "Waiting for approval",
    foundWaitingLead: "Your address is confirmed. The operator of this marketplace will now review your sign-up.",
    foundClosedTitle: "Sign-up is closed",
    foundClosedLead:
      "Organisations cannot sign up by themselves here. Ask the operator of this marketplace, or ask a seller for their link.",

    setUpTitle: "Set up this marketplace",
    setUpLead:
      "This marketplace has no operator yet. The person you name here becomes the first operator, and signs in by email from now on.",
    setUpCompany: "Organisation that runs it",
    setUpAs: (address: Html) => html`According to the server’s configuration, the first operator is ${address}.`,
    setUp: "Set up",
    setUpOverTitle: "There is nothing to set up",
    setUpOverLead:
      "This marketplace already has an operator, or the link is too old. Until it has one, each start of the server prints a new link.",
    openConsole: "Open the console",

    waitingTitle: (name: Html) => html`Waiting for ${name}`,
    waitingLead: (name: Html) => html`Your address is confirmed. ${name} will now review your sign-up.`,
    waitingNext: "We will write to you as soon as you can start. There is nothing more to do.",

    inTitle: "Your account is open",
    inLead: (name: Html) => html`You can now buy from ${name}.`,
    key: "Your API key",
    keyOnce: "Copy it now and keep it safe. It is shown only once, and whoever has it can act for you.",
    keyBefore: "Your existing keys still work.",
    agent: "For your AI agent",
    agentHint: "Connect your agent to this address over MCP, with the key as its bearer token.",
    request: "A first request",
    requestHint: "Lists the storefronts that your account can buy from.",

    suspendedTitle: "Your account is suspended",
    suspendedLead: (name: Html) =>
      html`${name} has suspended it. Your running campaigns continue. To buy again, ask ${name}.`,

    expiredTitle: "This link no longer works",
    expiredLead: "It has been used, or it is too old. To get a new one, sign up again with the same address.",

    beginTitle: (source: Html, organisation: Html) => html`Connect ${source} to ${organisation}`,
    beginLead: (provider: Html, organisation: Html) =>
      html`You will be sent to ${provider}. If you consent there, ${organisation} can buy with your account.`,
    beginWarning:
      "If you do not work for this organisation, or did not ask for this, close this window: nothing is connected.",
    begin: "Continue",
    consentTitle: (name: Html) => html`${name} is connected`,
    consentLead: "Your consent has arrived, and you can buy there now. You can close this window.",
    noConsentTitle: (name: Html) => html`${name} is not connected`,
    consentDeclined:
      "Consent was not given, and nothing has changed. To connect it after all, start again where you came from.",
    consentFailed: (name: Html) =>
      html`${name} did not respond correctly, and nothing has changed. Start again in a few minutes, where you came from.`,
    keyLead: (platform: Html, organisation: Html) =>
      html`Paste a key of your account at ${platform}. ${organisation} then works with it.`,
    keyLabel: (platform: Html) => html`Key at ${platform}`,
    keyHint: "It is encrypted immediately, and never shown again.",
    keySave: "Save and check",
    keyMissing: "Paste a key.",
    keyRefused: (platform: Html) =>
      html`${platform} does not accept this key. Copy it again, or create a new one there.`,
    keyUnanswered: (platform: Html) =>
      html`${platform} did not answer. Your key has been saved but not checked: send it again in a few minutes.`,
    keyKept: "Your key has been checked and is stored encrypted. You can close this window.",
    consentSpentTitle: "This consent has ended",
    consentSpent:
      "It has already been used, or is more than ten minutes old. If your source is shown as connected, everything is fine. If not, start again where you came from.",

    invalidTitle: "This invitation is not valid",
    invalidLead: "Check the address for a typing mistake, or ask whoever sent it to you for a new one.",

    notFoundTitle: "There is no page at this address",
    notFoundLead: "Check the address for a typing mistake, or start again from the home page.",
    notFoundHome: "Go to the home page",

    busyTitle: "Too many attempts",
    busyLead: (minutes: number) =>
      plural(tag, minutes, {
        one: html`Please try again in a minute.`,
        other: html`Please try again in ${minutes} minutes.`,
      }),

    brokenTitle: "Something went wrong on our side",
    brokenLead: (id: Html) => html`Please try again in a moment. If it happens again, report it as ${id}.`,

    termsVersion: (version: Html) => html`Version ${version}`,
    termsNowhere: "The text is not published here. Ask the operator of this marketplace for it before you accept.",
  },
};
