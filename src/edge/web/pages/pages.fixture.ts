import type { Language } from "../languages/language.ts";
import type { Page } from "../page.ts";
import { authorizePage, endedRequestPage, linkSentPage, nothingToGrantPage, signInPage } from "./authorize.ts";
import { beginPage, connectedPage, declinedPage, spentConsentPage, unfinishedPage } from "./consent.ts";
import { confirmDevicePage, deviceConnectedPage, devicePage, deviceStoppedPage } from "./device.ts";
import { closedSignUpPage, confirmFoundingPage, foundedPage, waitingForOperatorPage } from "./founding.ts";
import { homePage } from "./home.ts";
import { joinedPage, signedInPage } from "./joined.ts";
import { mailLinkPage } from "./mail-link.ts";
import { brokenPage, busyPage, checkMailPage, expiredPage, invalidPage, notFoundPage, termsPage } from "./notice.ts";
import { keyPage, keySavedPage } from "./platform-key.ts";
import { providerRefusalPage, waysPage } from "./provider.ts";
import { setUpOverPage, setUpPage } from "./set-up.ts";
import { BLANK, type Form, foundingPage, type Invitation, LONGEST, signUpPage } from "./sign-up.ts";

export const HOSTILE = `"><script>alert('x')</script>&lt;`;

const invitation: Invitation = {
  slug: "northwind",
  name: HOSTILE,
  entry: "immediate",
  currency: "EUR",
  termsVersion: "2026-01",
};
const blank: Form = { entries: BLANK, problems: {}, stale: false, token: "token" };
const long = "x".repeat(Math.max(...Object.values(LONGEST)) + 1);
const wrong: Form = {
  entries: { side: HOSTILE, company: HOSTILE, person: HOSTILE, email: HOSTILE, accepted: false },
  problems: {
    side: "sideMissing",
    company: "companyMissing",
    person: "personLong",
    email: "emailWrong",
    accepted: "acceptMissing",
  },
  stale: false,
  token: HOSTILE,
};
const tooLong: Form = {
  entries: { side: "buyer", company: long, person: long, email: "a@b.example", accepted: true },
  problems: { company: "companyLong", person: "personLong" },
  stale: true,
  token: "token",
};

/** Every page in every state, keyed by the name of the state. */
export function everyPage(language: Language): Readonly<Record<string, Page>> {
  const { tag, words } = language;
  const reviewed: Invitation = { ...invitation, entry: "reviewed", currency: null };
  const standing = { sellerName: HOSTILE, firstKey: null };
  const home = { origin: "https://market.example", sandbox: false, logins: [] };
  const logins = (["buyer", "seller", "operator"] as const).map((side) => ({ side, name: HOSTILE, key: HOSTILE }));
  return {
    home: homePage(home, words),
    "home of a sandbox": homePage({ ...home, sandbox: true, logins }, words),
    "home of a sandbox elsewhere": homePage({ ...home, sandbox: true }, words),
    "sign-up": signUpPage(invitation, blank, language),
    "sign-up with review": signUpPage(reviewed, blank, language),
    "sign-up with problems": signUpPage(invitation, wrong, language),
    "sign-up too long": signUpPage(invitation, tooLong, language),
    "check your mail": checkMailPage("/join/northwind", HOSTILE, tag, words),
    confirm: mailLinkPage({ path: "/mail", form: "form", token: HOSTILE, sellerName: HOSTILE }, language),
    "sign in": mailLinkPage({ path: "/mail", form: "form", token: "token", sellerName: null }, language),
    "signed in": signedInPage(null, words),
    "signed in with a key": signedInPage(HOSTILE, words),
    waiting: joinedPage({ ...standing, status: "pending" }, "https://market.example", words),
    in: joinedPage({ ...standing, status: "active", firstKey: HOSTILE }, "https://market.example", words),
    "in with a key": joinedPage({ ...standing, status: "active" }, "https://market.example", words),
    suspended: joinedPage({ ...standing, status: "suspended" }, "https://market.example", words),
    "consent to begin": beginPage(
      {
        organisation: HOSTILE,
        sourceName: HOSTILE,
        provider: HOSTILE,
        origin: "https://login.example",
        path: "/begin",
        state: HOSTILE,
        form: "form",
      },
      words,
    ),
    ...keyPages(language),
    ...authorizationPages(language),
    ...foundingPages(language),
    ...consentEnds(language),
    invalid: invalidPage(words),
    "not found": notFoundPage(words),
    expired: expiredPage("/join/northwind", words),
    busy: busyPage(30, words),
    "busy for long": busyPage(3_000, words),
    broken: brokenPage(HOSTILE, words),
    terms: termsPage("2026-01", `${HOSTILE}\n\nsecond`, words),
    "terms nowhere": termsPage(HOSTILE, null, words),
  };
}

/** The pages at the end of a consent at a platform. */
function consentEnds({ words }: Language) {
  return {
    connected: connectedPage(HOSTILE, [HOSTILE], words),
    "consent declined": declinedPage(HOSTILE, words),
    "consent unfinished": unfinishedPage(HOSTILE, words),
    "consent spent": spentConsentPage(words),
  };
}

/** Pages for an installation's first operator, and for organisations that are created without a link. */
function foundingPages(language: Language) {
  const { words } = language;
  const place = { path: "/sign-up", termsVersion: "2026-01" };
  const settingUp = { path: "/set-up", token: HOSTILE, form: "form", entries: { company: HOSTILE, email: HOSTILE } };
  const disposable: Form = { ...wrong, problems: { ...wrong.problems, email: "emailDisposable" } };
  return {
    "set up": setUpPage({ ...settingUp, wrong: [], isFixed: true }, language),
    "set up with problems": setUpPage({ ...settingUp, wrong: ["company", "email"], isFixed: false }, language),
    "set up already": setUpOverPage(words),
    founding: foundingPage(place, blank, language),
    "founding with problems": foundingPage(place, disposable, language),
    "confirm a founding": confirmFoundingPage({ ...place, token: HOSTILE, form: "form", company: HOSTILE }, language),
    founded: foundedPage(HOSTILE, words),
    "founding waits": waitingForOperatorPage(words),
    "founding closed": closedSignUpPage(words),
  };
}

function askingFor(side: string) {
  return {
    name: HOSTILE,
    destination: HOSTILE,
    leadsTo: "https://planner.example",
    organisation: HOSTILE,
    person: HOSTILE,
    scopes: ["read", "write", "approve", "admin"].map((extent) => `${side}:${extent}`),
    path: "/oauth/interaction/x",
    form: "form",
  };
}

const REFUSALS = ["declined", "failed", "unverified", "foreign", "stranger"] as const;

function authorizationPages(language: Language) {
  const { words } = language;
  const path = "/oauth/interaction/x";
  const asked = { path, form: "form", isPasskeyWrong: false, options: HOSTILE, next: HOSTILE, onward: HOSTILE };
  const device = { path: "/oauth/device/verify", xsrf: HOSTILE, code: HOSTILE };
  const providers = [{ name: HOSTILE, path: "/sign-in/with/7" }];
  return {
    "ask for an address": signInPage({ ...asked, email: "", isWrong: false }, language),
    "ask for an address again": signInPage({ ...asked, email: HOSTILE, isWrong: true, isPasskeyWrong: true }, language),
    "sign in by a provider": waysPage({ email: HOSTILE, providers, path, form: "form", next: HOSTILE }, language),
    ...Object.fromEntries(
      REFUSALS.map((why) => [`not signed in: ${why}`, providerRefusalPage(why, "/sign-in/with/7", language)]),
    ),
    "link sent": linkSentPage(HOSTILE, "/oauth/interaction/x", words),
    ...Object.fromEntries(
      ["buyer", "storefront", "operator"].map((side) => [
        `let an application act for a ${side}`,
        authorizePage(askingFor(side), language),
      ]),
    ),
    "let a device act": authorizePage({ ...askingFor("buyer"), leadsTo: null }, language),
    "ask for a device's code": devicePage({ ...device, isWrong: false }, language),
    "ask for a device's code again": devicePage({ ...device, isWrong: true }, language),
    "confirm a device": confirmDevicePage({ ...device, name: HOSTILE }, language),
    "device connected": deviceConnectedPage(words),
    "device refused": deviceStoppedPage(words),
    "nothing to grant": nothingToGrantPage(HOSTILE, words),
    "authorization request ended": endedRequestPage(words),
  };
}

function keyPages(language: Language): Readonly<Record<string, Page>> {
  const asked = {
    organisation: HOSTILE,
    sourceName: HOSTILE,
    platform: HOSTILE,
    path: "/key",
    state: HOSTILE,
    form: "form",
  };
  return {
    "a platform's key": keyPage(asked, language),
    "a platform's key that is missing": keyPage({ ...asked, problem: "missing" }, language),
    "a platform's key that is refused": keyPage({ ...asked, problem: "refused" }, language),
    "a platform's key that nobody tried": keyPage({ ...asked, problem: "unanswered" }, language),
    "a platform's key that is kept": keySavedPage(HOSTILE, language.words),
  };
}
