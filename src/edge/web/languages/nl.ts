import { html } from "../html.ts";
import type { Language } from "./language.ts";
import { plural } from "./plural.ts";

const tag = "nl";

export const dutch: Language = {
  tag,
  name: "Nederlands",
  direction: "ltr",
  words: {
    languages: "Taal",
    terms: "Gebruiksvoorwaarden",

    homeTitle: "Een marktplaats voor reclame",
    homeLead:
      "Verkopers tonen hun inventaris in storefronts. Inkopers zeggen wie ze willen bereiken, kopen in één campagne bij veel verkopers en lezen wat er is geleverd. Mensen en AI-agents gebruiken dezelfde API.",
    homeBuyers: "U koopt reclame in",
    homeBuyersLead: "Producten vinden bij een briefing, een campagne plannen, kopen en rapporteren.",
    homeSellers: "U verkoopt reclame",
    homeSellersLead: "Een storefront voor uw inventaris openen en uw inkopers uitnodigen.",
    homeOperators: "U beheert deze marktplaats",
    homeOperatorsLead: "Storefronts beoordelen en zien wat op een beslissing wacht.",
    homeReference: "API-referentie",
    homeSkill: "Skill voor AI-agents",
    homeMcp: "MCP-server",
    homeHealth: "Toestand van de server",
    homeIn: "Hoe u binnenkomt",
    homeInLead:
      "Inkopers doen mee via de link die een verkoper hun stuurt. Alle anderen krijgen een API-sleutel van de beheerder van deze marktplaats.",
    homeSandbox: "Een sandbox om te proberen",
    homeSandboxLead:
      "De verkopers zijn gesimuleerd, er gaat geen geld om en de klok kan vooruit worden gezet. Dit zijn de sleutels:",
    homeSandboxElsewhere:
      "De verkopers zijn gesimuleerd, er gaat geen geld om en de klok kan vooruit worden gezet. De sleutels staan in het bestand sandbox.json, in de gegevensmap van de server.",
    homeBuyerKey: "Inkoper",
    homeSellerKey: "Verkoper",
    homeOperatorKey: "Beheerder",

    joinTitle: (name) => html`Advertenties inkopen bij ${name}`,
    joinLead: (name) => html`${name} nodigt u uit een inkopersaccount te openen. Dat kost een minuut.`,
    sponsor: "Wie u uitnodigt",
    sponsorIs: (name) => html`${name} sponsort uw account en kan het blokkeren; lopende campagnes gaan dan door.`,
    entry: "Wanneer u kunt beginnen",
    entryNow: "Meteen, zodra u uw e-mailadres hebt bevestigd.",
    entryReviewed: (name) =>
      html`Zodra ${name} u heeft goedgekeurd. Elke aanmelding wordt bekeken; daarna schrijven wij u.`,
    sees: "Wat u ziet",
    seesOwn: (name) => html`Alles wat ${name} kopers aanbiedt, en uw eigen campagnes met hun resultaten.`,
    seesNot: "Wat u niet ziet",
    seesNotOthers: "Andere verkopers, andere kopers en de rest van de marktplaats.",
    pays: "Hoe u betaalt",
    paysAhead: "Vooraf. Kopen op krediet is niet mogelijk.",
    paysAheadIn: (currency) => html`Vooraf, in ${currency}. Kopen op krediet is niet mogelijk.`,

    formTitle: "Uw account openen",
    company: "Bedrijf",
    person: "Uw naam",
    email: "Zakelijk e-mailadres",
    emailHint: "Wij sturen u een link om het te bevestigen. Hebt u al een account, dan logt de link u in.",
    accept: (terms, version) => html`Ik accepteer de ${terms}, versie ${version}`,
    optional: (label) => html`${label} (niet verplicht)`,
    signUp: "Aanmelden",

    problems: (count) =>
      plural(tag, count, {
        one: html`Eén gegeven ontbreekt of klopt niet`,
        other: html`${count} gegevens ontbreken of kloppen niet`,
      }),
    companyMissing: "Vul de naam van uw bedrijf in.",
    companyLong: "Maak de naam van uw bedrijf korter.",
    personLong: "Maak uw naam korter.",
    emailWrong: "Vul een e-mailadres in, bijvoorbeeld naam@example.com.",
    acceptMissing: "Vink het vakje aan als u akkoord gaat. Anders kunnen wij geen account openen.",
    stale:
      "Deze pagina stond te lang open, of uw browser bewaart geen cookies. Er is niets verstuurd en uw gegevens staan er nog: verstuur ze opnieuw.",
    problemIn: (title) => html`Fout: ${title}`,

    mailTitle: "Kijk in uw mail",
    mailSent: (address) => html`Wij hebben een link naar ${address} gestuurd. Open die om verder te gaan.`,
    mailOnce: "De link werkt één keer, en maar korte tijd.",
    mailMissing: "Niets ontvangen? Kijk in de map met spam, of controleer het adres.",
    again: "Opnieuw beginnen met een ander adres",

    confirmTitle: "Uw e-mailadres bevestigen",
    confirmLead: (name) => html`Nog één stap naar uw account bij ${name}.`,
    confirm: "Bevestigen en verder",
    signInTitle: "Inloggen",
    signInLead: "Uw link is geldig. Druk op de knop om in te loggen.",
    signIn: "Inloggen",
    signedInTitle: "U bent ingelogd",
    signedInLead: "Uw adres is bevestigd en deze browser is ingelogd.",

    askSignInLead: "Vul uw e-mailadres in; wij sturen u een link waarmee u inlogt.",
    askSignIn: "Stuur een link",
    linkSent: (address) =>
      html`Als ${address} hier een account heeft, is er een link onderweg. Die werkt één keer en maar kort.`,
    sameBrowser: "Open hem in deze browser, dan komt u hier terug.",
    authorizeTitle: (name) => html`${name} voor u laten handelen?`,
    authorizeLead: (name, organisation, person) =>
      html`${name} vraagt om voor ${organisation} te handelen. U bent ingelogd als ${person}.`,
    authorizeScopes: (name) => html`Wat ${name} mag doen`,
    scopeBuyerRead: "Uw campagnes, media-inkopen en rapporten bekijken en producten zoeken",
    scopeBuyerWrite: "Campagnes voorbereiden en uitingen uploaden",
    scopeBuyerApprove: "Uw budget uitgeven: media inkopen, wijzigen en annuleren",
    scopeSellerRead: "Uw storefront, orders en analyses bekijken",
    scopeSellerWrite: "Uw storefront, de bronnen en de regels wijzigen",
    scopeSellerApprove: "Voor u beslissen: media-inkopen, uitingen en kopers goedkeuren en afwijzen",
    scopeOperatorRead: "Zien wat er op deze marktplaats gebeurt",
    scopeOperatorWrite: "Storefronts opnemen en verbergen, en vastgelopen zaken oplossen",
    scopeAdmin: "Uw organisatie beheren: mensen, sleutels en instellingen",
    authorizeDestination: (destination) => html`Als u dit toestaat, gaat uw browser verder naar ${destination}.`,
    authorizeWarning:
      "Deze marktplaats staat niet in voor deze toepassing. Hebt u de toepassing niet zojuist zelf gekoppeld, sta het dan niet toe. U kunt de toegang altijd beëindigen.",
    authorizeAllow: "Toestaan",
    authorizeDeny: "Niet toestaan",
    nothingToGrantTitle: (name) => html`${name} kan niet voor u handelen`,
    nothingToGrantLead:
      "De toepassing vraagt iets wat uw organisatie niet doet of wat u zelf niet mag. Log in met een ander account, of koppel de toepassing aan het adres voor uw kant van de markt.",
    endedRequestTitle: "Dit verzoek is afgelopen",
    endedRequestLead:
      "Het is al beantwoord, ouder dan een uur of in een andere browser begonnen. Ga terug naar de toepassing en koppel die opnieuw.",
    providerLead: (address) => html`${address} logt in via de identiteitsprovider van uw organisatie.`,
    providerGo: (name) => html`Verder met ${name}`,
    providerMail: "Stuur mij liever een link",
    providerRefusedTitle: "U bent niet ingelogd",
    providerDeclined: "De identiteitsprovider van uw organisatie heeft de aanmelding geweigerd.",
    providerFailed:
      "De identiteitsprovider van uw organisatie antwoordde niet goed of te laat, of u bent in een andere browser begonnen.",
    providerUnverified:
      "De identiteitsprovider van uw organisatie bevestigt niet dat uw e-mailadres geverifieerd is. Neem contact op met de beheerder ervan.",
    providerForeign:
      "De identiteitsprovider van uw organisatie werkt alleen voor adressen van de eigen domeinen, en uw adres hoort daar niet bij.",
    providerStranger:
      "Niemand met uw adres hoort hier bij een organisatie. Vraag een beheerder van uw organisatie om een uitnodiging.",
    providerAgain: "Opnieuw proberen",
    passkey: "Inloggen met een passkey",
    passkeyWrong: "Die passkey is niet geaccepteerd. Probeer het opnieuw of vraag een link aan.",
    deviceTitle: "Een apparaat verbinden",
    deviceLead: "Voer de code in die het apparaat toont.",
    deviceCode: "Code",
    deviceGo: "Doorgaan",
    deviceWrong: "Die code is onbekend, gebruikt of te oud. Kijk nog eens op het apparaat.",
    deviceConfirm: (name, code) =>
      html`${name} toont de code ${code}. Ga alleen verder als u die code op uw eigen apparaat ziet en dit zelf bent begonnen.`,
    authorizeDevice: "Als u het toestaat, gaat het apparaat dat de code toonde vanzelf verder.",
    deviceStop: "Stoppen",
    deviceDoneTitle: "Het apparaat is verbonden",
    deviceDoneLead: "Ga ernaar terug. U kunt deze pagina sluiten.",
    deviceDeniedTitle: "Het apparaat is niet verbonden",
    deviceDeniedLead: "U hebt het geweigerd, en er is niets veranderd. U kunt deze pagina sluiten.",

    foundTitle: "Een organisatie aanmelden",
    foundLead: "Uw organisatie koopt of verkoopt hier. Wij mailen u een link die uw adres bevestigt.",
    foundSide: "Wat uw organisatie doet",
    sideMissing: "Kies of u advertenties koopt of verkoopt.",
    emailDisposable: "Geef een adres op dat u ook later bereikt: adressen van deze aanbieder zijn wegwerpadressen.",
    foundConfirmLead: "Nog één stap: bevestig uw adres, dan is uw organisatie aangemeld.",
    foundedTitle: "Uw organisatie is aangemeld",
    foundedLead: "Uw adres is bevestigd en deze browser is ingelogd.",
    foundWaitingTitle: "Wachten op goedkeuring",
    foundWaitingLead: "Uw adres is bevestigd. De beheerder van deze marktplaats bekijkt nu uw aanmelding.",
    foundClosedTitle: "Aanmelden is gesloten",
    foundClosedLead:
      "U kunt hier zelf geen organisatie aanmelden. Neem contact op met de beheerder van deze marktplaats, of vraag een verkoper om een link.",

    setUpTitle: "Deze marktplaats inrichten",
    setUpLead:
      "Nog niemand beheert deze marktplaats. Wie u hier noemt, wordt de eerste beheerder en logt voortaan in via e-mail.",
    setUpCompany: "Organisatie die de marktplaats beheert",
    setUpAs: (address) => html`De eerste beheerder is ${address}; zo is de server ingesteld.`,
    setUp: "Beginnen",
    setUpOverTitle: "Er valt niets in te richten",
    setUpOverLead:
      "Deze marktplaats heeft al een beheerder, of de link is te oud. Zolang er geen beheerder is, toont elke start van de server een nieuwe link.",
    openConsole: "Console openen",

    waitingTitle: (name) => html`Wachten op ${name}`,
    waitingLead: (name) => html`Uw adres is bevestigd. ${name} bekijkt nu uw aanmelding.`,
    waitingNext: "Wij schrijven u zodra u kunt beginnen. U hoeft verder niets te doen.",

    inTitle: "U bent binnen",
    inLead: (name) => html`Uw account bij ${name} is open.`,
    key: "Uw API-sleutel",
    keyOnce:
      "Kopieer hem nu en bewaar hem goed. Hij wordt alleen deze keer getoond, en wie hem heeft, kan namens u handelen.",
    keyBefore: "Sleutels die u al hebt, blijven werken.",
    agent: "Voor uw AI-agent",
    agentHint: "Verbind uw agent via MCP met dit adres, met de sleutel als bearer-token.",
    request: "Een eerste verzoek",
    requestHint: "Toont de storefronts waar uw account kan kopen.",

    suspendedTitle: "Uw account is geblokkeerd",
    suspendedLead: (name) =>
      html`${name} heeft het geblokkeerd. Lopende campagnes gaan door. Neem contact op met ${name} om weer te kopen.`,

    expiredTitle: "Deze link werkt niet meer",
    expiredLead: "Hij is al gebruikt of te oud. Meld u opnieuw aan met hetzelfde adres, dan krijgt u een nieuwe.",

    beginTitle: (source, organisation) => html`${source} verbinden met ${organisation}`,
    beginLead: (provider, organisation) =>
      html`U gaat naar ${provider}. Als u daar toestemming geeft, kan ${organisation} met uw account inkopen.`,
    beginWarning:
      "Werkt u niet voor deze organisatie of hebt u hier niet om gevraagd, sluit dan dit venster: er wordt niets verbonden.",
    begin: "Doorgaan",
    consentTitle: (name) => html`${name} is verbonden`,
    consentLead: "Wij hebben uw toestemming ontvangen en u kunt daar nu kopen. U kunt dit venster sluiten.",
    noConsentTitle: (name) => html`${name} is niet verbonden`,
    consentDeclined:
      "Er is geen toestemming gegeven, en er is niets veranderd. Wilt u de bron toch verbinden, begin dan opnieuw waar u vandaan kwam.",
    consentFailed: (name) =>
      html`${name} antwoordde niet correct, en er is niets veranderd. Begin over een paar minuten opnieuw waar u vandaan kwam.`,
    keyLead: (platform, organisation) =>
      html`Plak een sleutel van uw account bij ${platform}. ${organisation} werkt er dan mee.`,
    keyLabel: (platform) => html`Sleutel bij ${platform}`,
    keyHint: "Hij wordt meteen versleuteld en nooit meer getoond.",
    keySave: "Opslaan en controleren",
    keyMissing: "Plak een sleutel.",
    keyRefused: (platform) =>
      html`${platform} accepteert deze sleutel niet. Kopieer hem opnieuw, of maak daar een nieuwe.`,
    keyUnanswered: (platform) =>
      html`${platform} antwoordde niet. Uw sleutel is bewaard, maar niet gecontroleerd: stuur hem over een paar minuten opnieuw.`,
    keyKept: "Uw sleutel is gecontroleerd en versleuteld bewaard. U kunt dit venster sluiten.",
    consentSpentTitle: "Deze toestemming is al gebruikt",
    consentSpent:
      "Ze is al gebruikt, of ze is ouder dan tien minuten. Staat uw bron als verbonden vermeld, dan is alles in orde. Zo niet, begin dan opnieuw waar u vandaan kwam.",

    invalidTitle: "Deze uitnodiging is niet open",
    invalidLead: "Controleer het adres op tikfouten, of vraag de afzender om een nieuwe.",

    notFoundTitle: "Op dit adres staat geen pagina",
    notFoundLead: "Controleer het adres op tikfouten, of begin op de startpagina.",
    notFoundHome: "Naar de startpagina",

    busyTitle: "Te veel pogingen",
    busyLead: (minutes) =>
      plural(tag, minutes, {
        one: html`Probeer het over een minuut opnieuw.`,
        other: html`Probeer het over ${minutes} minuten opnieuw.`,
      }),

    brokenTitle: "Er ging iets mis bij ons",
    brokenLead: (id) => html`Probeer het zo dadelijk opnieuw. Gebeurt het weer, meld het dan als ${id}.`,

    termsVersion: (version) => html`Versie ${version}`,
    termsNowhere:
      "De tekst is hier niet gepubliceerd. Vraag de beheerder van deze marktplaats erom voordat u akkoord gaat.",
  },
};
