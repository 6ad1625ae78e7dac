import { type Figures, figuresOf } from "./figures.ts";
import { type Freshness, freshnessOf } from "./freshness.ts";
import { type Delivered, type DeliveryDimension, inOrder, placeKey } from "./report.ts";

/** One package's delivery on one day. */
export interface SeriesRow {
  readonly date: string;
  readonly place: DeliveryDimension;
  readonly figures: Figures;
}

export interface Series {
  readonly rows: readonly SeriesRow[];
  readonly figures: Figures;
  readonly freshness: Freshness;
}

/** Ordered by day, and within a day as in the report. `delivered` has a row for each package and day. */
export function seriesOf(places: readonly DeliveryDimension[], delivered: readonly Delivered[]): Series {
  const at = new Map(places.map((place) => [placeKey(place), place]));
  const rows = delivered.flatMap((one) => {
    const place = at.get(placeKey(one));
    return place ? [{ date: one.firstDay, place, figures: figuresOf([one], []) }] : [];
  });
  rows.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)) || inOrder(a.place, b.place));
  return { rows, figures: figuresOf(delivered, []), freshness: freshnessOf(delivered) };
}
