import type { ListedAccount } from "../contract/account.ts";
import { failed, fault, ok } from "../contract/provider-error.ts";
import { isZone } from "../kit/days.ts";
import type { Lossless } from "../kit/lossless.ts";
import { at, listAt, textAt } from "../kit/read.ts";
import { type Link, sequence } from "../kit/sequence.ts";
import { readAmazon } from "./errors.ts";
import { REGIONS, type Region, regionRequest } from "./requests.ts";

interface Manager {
  readonly id: string;
  readonly name: string | null;
  readonly profiles: readonly string[];
}

interface Listing {
  readonly managers: readonly Manager[];
  readonly profiles: readonly ListedAccount[];
}

type ListLink = Link<null, Listing>;

/** Lists manager accounts. Users without one are refused in some regions [K], but have profiles nevertheless. */
function listManagers(region: Region): ListLink {
  return {
    request: () => regionRequest(region, "/managerAccounts"),
    read(reply, known) {
      const body = readAmazon(reply);
      if (!body.ok) return body.error.kind === "permission" || body.error.kind === "not_found" ? ok({ known }) : body;
      if (!Array.isArray(at(body.value, "managerAccounts")))
        return failed(fault("unreadable", "Amazon's answer does not list any manager accounts"));
      const found = listAt(body.value, "managerAccounts").flatMap((one) => managerOf(one) ?? []);
      const fresh = found.filter(({ id }) => !known.managers.some((manager) => manager.id === id));
      return ok({ known: { ...known, managers: [...known.managers, ...fresh] } });
    },
  };
}

function managerOf(one: Lossless): Manager | undefined {
  const id = textAt(one, "managerAccountId");
  if (id === undefined) return undefined;
  const profiles = listAt(one, "linkedAccounts").flatMap((linked) => textAt(linked, "profileId") ?? []);
  return { id, name: textAt(one, "managerAccountName") ?? null, profiles };
}

/** Lists the profiles on the region's host, at most 5,000 in one answer [O]. */
function listProfiles(region: Region): ListLink {
  return {
    request: () => regionRequest(region, "/v2/profiles"),
    read(reply, known) {
      const body = readAmazon(reply);
      if (!body.ok) return body;
      if (!Array.isArray(body.value)) return failed(fault("unreadable", "Amazon's answer does not list any profiles"));
      const found: readonly Lossless[] = body.value;
      const profiles = found.flatMap((one) => profileOf(one, region) ?? []);
      return ok({ known: { ...known, profiles: [...known.profiles, ...profiles] } });
    },
  };
}

function profileOf(one: Lossless, region: Region): ListedAccount | undefined {
  const id = textAt(one, "profileId");
  if (id === undefined) return undefined;
  const [currency, zone] = [textAt(one, "currencyCode"), textAt(one, "timezone")];
  const name = textAt(one, "accountInfo", "name") ?? null;
  const rawType = textAt(one, "accountInfo", "type") ?? null;
  const isPaid = at(one, "accountInfo", "validPaymentMethod") !== false;
  return {
    externalAccountId: id,
    name,
    advertiser: name,
    currency: currency !== undefined && /^[A-Z]{3}$/.test(currency) ? currency : null,
    timeZone: zone !== undefined && isZone(zone) ? zone : null,
    country: textAt(one, "countryCode") ?? null,
    status: isPaid ? "active" : "payment_required",
    rawStatus: isPaid ? rawType : "no valid payment method",
    // An agency's account buys through the DSP, which is another API.
    type: rawType === "agency" ? "dsp" : "sponsored_ads",
    parentExternalId: null,
    parentName: null,
    facts: { region },
  };
}

function listed({ managers, profiles }: Listing): readonly ListedAccount[] {
  const nothing = { advertiser: null, currency: null, timeZone: null, country: null };
  const groups = managers.map(
    ({ id, name }): ListedAccount => ({
      externalAccountId: id,
      name,
      ...nothing,
      status: "active",
      rawStatus: null,
      type: "organization",
      parentExternalId: null,
      parentName: null,
    }),
  );
  const own = profiles.map((profile) => {
    const manager = managers.find((one) => one.profiles.includes(profile.externalAccountId));
    return manager ? { ...profile, parentExternalId: manager.id, parentName: manager.name } : profile;
  });
  return [...groups, ...own];
}

export const amazonAccounts = sequence<null, Listing, readonly ListedAccount[]>(
  () => REGIONS.flatMap((region) => [listManagers(region), listProfiles(region)]),
  () => ({ managers: [], profiles: [] }),
  listed,
);
