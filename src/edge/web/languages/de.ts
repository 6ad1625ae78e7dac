import { html } from "../html.ts";
import type { Language } from "./language.ts";
import { plural } from "./plural.ts";

const tag = "de";

export const german: Language = {
  tag,
  name: "Deutsch",
  direction: "ltr",
  words: {
    languages: "Sprache",
    terms: "Nutzungsbedingungen",

    homeTitle: "Ein Marktplatz für Werbung",
    homeLead:
      "Anbieter zeigen ihr Inventar in Storefronts. Einkäufer sagen, wen sie erreichen wollen, kaufen in einer Kampagne bei vielen Anbietern und sehen, was ausgeliefert wurde. Menschen und KI-Agenten nutzen dieselbe API.",
    homeBuyers: "Sie kaufen Werbung",
    homeBuyersLead: "Produkte zu einem Briefing finden, eine Kampagne planen, buchen und auswerten.",
    homeSellers: "Sie verkaufen Werbung",
    homeSellersLead: "Eine Storefront für Ihr Inventar eröffnen und Ihre Kunden einladen.",
    homeOperators: "Sie betreiben diesen Marktplatz",
    homeOperatorsLead: "Storefronts prüfen und sehen, was auf eine Entscheidung wartet.",
    homeReference: "API-Referenz",
    homeSkill: "Skill für KI-Agenten",
    homeMcp: "MCP-Server",
    homeHealth: "Zustand des Servers",
    homeIn: "So kommen Sie hinein",
    homeInLead:
      "Einkäufer treten über den Link bei, den ein Anbieter ihnen schickt. Allen anderen stellt der Betreiber dieses Marktplatzes einen API-Schlüssel aus.",
    homeSandbox: "Eine Sandbox zum Ausprobieren",
    homeSandboxLead:
      "Die Anbieter sind simuliert, es fließt kein Geld, und die Uhr lässt sich vorstellen. Dies sind die Schlüssel:",
    homeSandboxElsewhere:
      "Die Anbieter sind simuliert, es fließt kein Geld, und die Uhr lässt sich vorstellen. Die Schlüssel stehen in der Datei sandbox.json im Datenordner des Servers.",
    homeBuyerKey: "Einkäufer",
    homeSellerKey: "Anbieter",
    homeOperatorKey: "Betreiber",

    joinTitle: (name) => html`Werbung kaufen bei ${name}`,
    joinLead: (name) => html`${name} lädt Sie ein, ein Käuferkonto zu eröffnen. Das dauert eine Minute.`,
    sponsor: "Wer Sie einlädt",
    sponsorIs: (name) =>
      html`${name} ist der Sponsor Ihres Kontos und kann es sperren. Laufende Kampagnen werden weiter ausgeliefert.`,
    entry: "Wann Sie anfangen können",
    entryNow: "Sofort, sobald Sie Ihre E-Mail-Adresse bestätigt haben.",
    entryReviewed: (name) =>
      html`Sobald ${name} Sie freigegeben hat. Jede Registrierung wird geprüft; danach schreiben wir Ihnen.`,
    sees: "Was Sie sehen",
    seesOwn: (name) => html`Alles, was ${name} Käufern anbietet, und Ihre eigenen Kampagnen mit ihren Ergebnissen.`,
    seesNot: "Was Sie nicht sehen",
    seesNotOthers: "Andere Verkäufer, andere Käufer und den übrigen Marktplatz.",
    pays: "Wie Sie bezahlen",
    paysAhead: "Im Voraus. Kredit gibt es nicht.",
    paysAheadIn: (currency) => html`Im Voraus, in ${currency}. Kredit gibt es nicht.`,

    formTitle: "Konto eröffnen",
    company: "Unternehmen",
    person: "Ihr Name",
    email: "Geschäftliche E-Mail-Adresse",
    emailHint:
      "Wir senden Ihnen einen Link, mit dem Sie sie bestätigen. Haben Sie schon ein Konto, meldet der Link Sie an.",
    accept: (terms, version) => html`Ich akzeptiere die ${terms}, Version ${version}`,
    optional: (label) => html`${label} (freiwillig)`,
    signUp: "Registrieren",

    problems: (count) =>
      plural(tag, count, {
        one: html`Eine Angabe fehlt oder stimmt nicht`,
        other: html`${count} Angaben fehlen oder stimmen nicht`,
      }),
    companyMissing: "Geben Sie den Namen Ihres Unternehmens an.",
    companyLong: "Kürzen Sie den Namen Ihres Unternehmens.",
    personLong: "Kürzen Sie Ihren Namen.",
    emailWrong: "Geben Sie eine E-Mail-Adresse an, etwa name@example.com.",
    acceptMissing: "Setzen Sie das Häkchen, wenn Sie zustimmen. Ohne Zustimmung können wir kein Konto eröffnen.",
    stale:
      "Diese Seite war zu lange offen, oder Ihr Browser nimmt keine Cookies an. Es wurde nichts gesendet, und Ihre Angaben sind noch da: Senden Sie sie noch einmal.",
    problemIn: (title) => html`Fehler: ${title}`,

    mailTitle: "Sehen Sie in Ihr Postfach",
    mailSent: (address) => html`Wir haben einen Link an ${address} gesendet. Öffnen Sie ihn, um fortzufahren.`,
    mailOnce: "Der Link funktioniert einmal und nur für kurze Zeit.",
    mailMissing: "Nichts angekommen? Sehen Sie im Spam-Ordner nach, oder prüfen Sie die Adresse.",
    again: "Mit einer anderen Adresse neu beginnen",

    confirmTitle: "E‑Mail-Adresse bestätigen",
    confirmLead: (name) => html`Noch ein Schritt bis zu Ihrem Konto bei ${name}.`,
    confirm: "Bestätigen und weiter",
    signInTitle: "Anmelden",
    signInLead: "Ihr Link ist gültig. Melden Sie sich mit der Schaltfläche an.",
    signIn: "Anmelden",
    signedInTitle: "Sie sind angemeldet",
    signedInLead: "Ihre Adresse ist bestätigt, und Sie sind in diesem Browser angemeldet.",

    askSignInLead: "Geben Sie Ihre E-Mail-Adresse ein, und wir schicken Ihnen einen Link, der Sie anmeldet.",
    askSignIn: "Link schicken",
    linkSent: (address) =>
      html`Wenn zu ${address} hier ein Konto gehört, ist ein Link unterwegs. Er funktioniert einmal und nur für kurze Zeit.`,
    sameBrowser: "Öffnen Sie ihn in diesem Browser, dann kommen Sie hierher zurück.",
    authorizeTitle: (name) => html`${name} für Sie handeln lassen?`,
    authorizeLead: (name, organisation, person) =>
      html`${name} möchte für ${organisation} handeln. Sie sind als ${person} angemeldet.`,
    authorizeScopes: (name) => html`Was ${name} tun darf`,
    scopeBuyerRead: "Ihre Kampagnen, Media Buys und Berichte ansehen und nach Produkten suchen",
    scopeBuyerWrite: "Kampagnen vorbereiten und Werbemittel hochladen",
    scopeBuyerApprove: "Ihr Budget ausgeben: Media Buys kaufen, ändern und stornieren",
    scopeSellerRead: "Ihre Storefront, Aufträge und Auswertungen ansehen",
    scopeSellerWrite: "Ihre Storefront, deren Quellen und Regeln ändern",
    scopeSellerApprove: "Für Sie entscheiden: Media Buys, Werbemittel und Käufer annehmen und ablehnen",
    scopeOperatorRead: "Sehen, was auf diesem Marktplatz geschieht",
    scopeOperatorWrite: "Storefronts aufnehmen, ausblenden und Probleme klären",
    scopeAdmin: "Ihre Organisation verwalten: Personen, Schlüssel und Einstellungen",
    authorizeDestination: (destination) => html`Wenn Sie zustimmen, leitet Ihr Browser Sie weiter zu ${destination}.`,
    authorizeWarning:
      "Diese Anwendung wurde hier nicht geprüft. Stimmen Sie nur zu, wenn Sie sie gerade selbst verbinden. Sie können den Zugriff jederzeit beenden.",
    authorizeAllow: "Zustimmen",
    authorizeDeny: "Ablehnen",
    nothingToGrantTitle: (name) => html`${name} kann nicht für Sie handeln`,
    nothingToGrantLead:
      "Die Anwendung verlangt etwas, das Ihre Organisation nicht tut oder das Sie selbst nicht dürfen. Melden Sie sich mit einem anderen Konto an, oder verbinden Sie sie mit der Adresse für Ihre Seite des Marktes.",
    endedRequestTitle: "Diese Anfrage ist beendet",
    endedRequestLead:
      "Sie ist schon beantwortet, älter als eine Stunde oder in einem anderen Browser begonnen worden. Gehen Sie zurück zur Anwendung und verbinden Sie sie erneut.",
    providerLead: (address) => html`${address} meldet sich über den Identitätsanbieter Ihrer Organisation an.`,
    providerGo: (name) => html`Weiter mit ${name}`,
    providerMail: "Stattdessen einen Link schicken",
    providerRefusedTitle: "Sie sind nicht angemeldet",
    providerDeclined: "Der Identitätsanbieter Ihrer Organisation hat die Anmeldung abgelehnt.",
    providerFailed:
      "Der Identitätsanbieter Ihrer Organisation hat falsch oder zu spät geantwortet, oder Sie haben in einem anderen Browser begonnen.",
    providerUnverified:
      "Der Identitätsanbieter Ihrer Organisation weist Ihre E-Mail-Adresse nicht als bestätigt aus. Wenden Sie sich an dessen Administrator.",
    providerForeign:
      "Über den Identitätsanbieter Ihrer Organisation können sich nur Adressen ihrer eigenen Domains anmelden, und Ihre gehört nicht dazu.",
    providerStranger:
      "Zu Ihrer Adresse gibt es hier kein Konto. Bitten Sie die Administration Ihrer Organisation um eine Einladung.",
    providerAgain: "Erneut versuchen",
    passkey: "Mit Passkey anmelden",
    passkeyWrong:
      "Dieser Passkey wurde nicht angenommen. Versuchen Sie es erneut, oder lassen Sie sich einen Link schicken.",
    deviceTitle: "Gerät verbinden",
    deviceLead: "Geben Sie den Code ein, den das Gerät anzeigt.",
    deviceCode: "Code",
    deviceGo: "Weiter",
    deviceWrong: "Dieser Code ist unbekannt, verbraucht oder zu alt. Prüfen Sie den Code auf dem Gerät.",
    deviceConfirm: (name, code) =>
      html`${name} zeigt den Code ${code}. Fahren Sie nur fort, wenn Sie ihn auf einem Ihrer Geräte sehen und dies selbst begonnen haben.`,
    authorizeDevice: "Wenn Sie zustimmen, fährt das Gerät, das den Code angezeigt hat, automatisch fort.",
    deviceStop: "Abbrechen",
    deviceDoneTitle: "Das Gerät ist verbunden",
    deviceDoneLead: "Kehren Sie zu ihm zurück. Sie können diese Seite schließen.",
    deviceDeniedTitle: "Das Gerät ist nicht verbunden",
    deviceDeniedLead: "Sie haben es abgelehnt, und nichts hat sich geändert. Sie können diese Seite schließen.",

    foundTitle: "Eine Organisation anmelden",
    foundLead: "Ihre Organisation kauft oder verkauft hier. Wir senden Ihnen einen Link, der Ihre Adresse bestätigt.",
    foundSide: "Was macht Ihre Organisation?",
    sideMissing: "Wählen Sie, ob Sie Werbung kaufen oder verkaufen.",
    emailDisposable: "Geben Sie eine dauerhafte Adresse an: Dieser Anbieter vergibt Wegwerfadressen.",
    foundConfirmLead: "Ein Schritt fehlt noch: Bestätigen Sie Ihre Adresse, dann ist Ihre Organisation angemeldet.",
    foundedTitle: "Ihre Organisation ist angemeldet",
    foundedLead: "Ihre Adresse ist bestätigt, und Sie sind in diesem Browser angemeldet.",
    foundWaitingTitle: "Warten auf Freischaltung",
    foundWaitingLead: "Ihre Adresse ist bestätigt. Der Betreiber dieses Marktplatzes prüft nun Ihre Anmeldung.",
    foundClosedTitle: "Die Anmeldung ist geschlossen",
    foundClosedLead:
      "Organisationen können sich hier nicht selbst anmelden. Fragen Sie den Betreiber dieses Marktplatzes oder einen Verkäufer nach seinem Link.",

    setUpTitle: "Diesen Marktplatz einrichten",
    setUpLead:
      "Dieser Marktplatz hat noch keinen Betreiber. Die Person, die Sie hier nennen, wird der erste Betreiber und meldet sich künftig per E-Mail an.",
    setUpCompany: "Organisation, die ihn betreibt",
    setUpAs: (address) => html`Laut Konfiguration des Servers ist ${address} der erste Betreiber.`,
    setUp: "Einrichten",
    setUpOverTitle: "Hier ist nichts einzurichten",
    setUpOverLead:
      "Dieser Marktplatz hat schon einen Betreiber, oder der Link ist zu alt. Solange er keinen hat, gibt jeder Start des Servers einen neuen Link aus.",
    openConsole: "Konsole öffnen",

    waitingTitle: (name) => html`Warten auf ${name}`,
    waitingLead: (name) => html`Ihre Adresse ist bestätigt. ${name} prüft nun Ihre Registrierung.`,
    waitingNext: "Wir schreiben Ihnen, sobald Sie anfangen können. Mehr ist nicht zu tun.",

    inTitle: "Ihr Konto ist eröffnet",
    inLead: (name) => html`Sie können jetzt bei ${name} kaufen.`,
    key: "Ihr API-Schlüssel",
    keyOnce:
      "Kopieren Sie ihn jetzt und bewahren Sie ihn sicher auf. Er wird nur dieses eine Mal gezeigt, und wer ihn hat, kann für Sie handeln.",
    keyBefore: "Schlüssel, die Sie schon haben, gelten weiter.",
    agent: "Für Ihren KI-Agenten",
    agentHint: "Verbinden Sie Ihren Agenten über MCP mit dieser Adresse, mit dem Schlüssel als Bearer-Token.",
    request: "Eine erste Anfrage",
    requestHint: "Listet die Storefronts auf, bei denen Ihr Konto kaufen kann.",

    suspendedTitle: "Ihr Konto ist gesperrt",
    suspendedLead: (name) =>
      html`${name} hat es gesperrt. Laufende Kampagnen werden weiter ausgeliefert. Um wieder zu kaufen, wenden Sie sich an ${name}.`,

    expiredTitle: "Dieser Link gilt nicht mehr",
    expiredLead:
      "Er wurde schon benutzt oder ist zu alt. Einen neuen bekommen Sie, wenn Sie sich mit derselben Adresse noch einmal registrieren.",

    beginTitle: (source, organisation) => html`${source} mit ${organisation} verbinden`,
    beginLead: (provider, organisation) =>
      html`Sie werden zu ${provider} weitergeleitet. Wenn Sie dort zustimmen, kann ${organisation} mit Ihrem Konto einkaufen.`,
    beginWarning:
      "Wenn Sie nicht für diese Organisation arbeiten oder dies nicht veranlasst haben, schließen Sie dieses Fenster: Es wird nichts verbunden.",
    begin: "Weiter",
    consentTitle: (name) => html`${name} ist verbunden`,
    consentLead:
      "Ihre Zustimmung ist angekommen, und Sie können dort jetzt kaufen. Sie können dieses Fenster schließen.",
    noConsentTitle: (name) => html`${name} ist nicht verbunden`,
    consentDeclined:
      "Es wurde nicht zugestimmt, und nichts hat sich geändert. Um die Quelle doch zu verbinden, beginnen Sie dort neu, wo Sie herkamen.",
    consentFailed: (name) =>
      html`${name} hat nicht so geantwortet, wie es sollte, und nichts hat sich geändert. Beginnen Sie in einigen Minuten dort neu, wo Sie herkamen.`,
    keyLead: (platform, organisation) =>
      html`Fügen Sie einen Schlüssel Ihres Kontos bei ${platform} ein. ${organisation} arbeitet dann damit.`,
    keyLabel: (platform) => html`Schlüssel bei ${platform}`,
    keyHint: "Er wird sofort verschlüsselt und nie wieder angezeigt.",
    keySave: "Speichern und prüfen",
    keyMissing: "Fügen Sie einen Schlüssel ein.",
    keyRefused: (platform) =>
      html`${platform} nimmt diesen Schlüssel nicht an. Kopieren Sie ihn erneut, oder erstellen Sie dort einen neuen.`,
    keyUnanswered: (platform) =>
      html`${platform} hat nicht geantwortet. Ihr Schlüssel ist gespeichert, aber nicht geprüft: Senden Sie ihn in einigen Minuten noch einmal.`,
    keyKept: "Ihr Schlüssel wurde geprüft und ist verschlüsselt gespeichert. Sie können dieses Fenster schließen.",
    consentSpentTitle: "Diese Zustimmung ist verbraucht",
    consentSpent:
      "Sie wurde schon benutzt oder ist älter als zehn Minuten. Wird Ihre Quelle als verbunden angezeigt, ist alles gut. Sonst beginnen Sie dort neu, wo Sie herkamen.",

    invalidTitle: "Diese Einladung ist nicht offen",
    invalidLead: "Prüfen Sie die Adresse auf Tippfehler, oder bitten Sie den Absender um eine neue.",

    notFoundTitle: "Unter dieser Adresse gibt es keine Seite",
    notFoundLead: "Prüfen Sie die Adresse auf Tippfehler, oder beginnen Sie auf der Startseite.",
    notFoundHome: "Zur Startseite",

    busyTitle: "Zu viele Versuche",
    busyLead: (minutes) =>
      plural(tag, minutes, {
        one: html`Bitte versuchen Sie es in einer Minute noch einmal.`,
        other: html`Bitte versuchen Sie es in ${minutes} Minuten noch einmal.`,
      }),

    brokenTitle: "Bei uns ist etwas schiefgegangen",
    brokenLead: (id) =>
      html`Bitte versuchen Sie es gleich noch einmal. Geschieht es wieder, melden Sie es uns als ${id}.`,

    termsVersion: (version) => html`Version ${version}`,
    termsNowhere:
      "Der Text ist hier nicht veröffentlicht. Bitten Sie den Betreiber dieses Marktplatzes darum, bevor Sie zustimmen.",
  },
};
