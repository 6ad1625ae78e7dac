import type { NewOffering } from "./offering.ts";

/** A batch of a catalog's offerings for one statement, small enough not to delay other statements. */
export interface OfferingPage {
  readonly ids: readonly string[];
  /** The columns of the offerings, as a JSON list. */
  readonly rows: string;
}

/** A page is full once it has this many characters; the last offering may exceed the limit. */
const FULL = 128 * 1024;

export function* pagesOf(offerings: Iterable<NewOffering>): Generator<OfferingPage> {
  let [ids, rows, length]: [string[], string[], number] = [[], [], 0];
  for (const offering of offerings) {
    const row = JSON.stringify(columnsOf(offering));
    ids.push(offering.offeringId);
    rows.push(row);
    length += row.length;
    if (length < FULL) continue;
    yield { ids, rows: `[${rows.join(",")}]` };
    [ids, rows, length] = [[], [], 0];
  }
  if (ids.length > 0) yield { ids, rows: `[${rows.join(",")}]` };
}

function columnsOf({ offeringId, title, description, price, currency, landingUrl, item }: NewOffering) {
  return { offering_id: offeringId, title, description, price, currency, landing_url: landingUrl, item };
}
