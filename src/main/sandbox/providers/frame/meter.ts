import { DAY_MS } from "../../../../ground/kernel/clock.ts";
import { minorDigits } from "../../../../ground/kernel/money.ts";
import type { Ids } from "./ids.ts";
import { dayIn, daysFrom, nextDay, startOfDayIn } from "./zone.ts";

/** How a line runs. A line is an ad group with everything above and below it that allows it to spend. */
export interface Running {
  readonly from: Date;
  readonly until: Date | null;
  readonly dailyMicros: bigint;
  /** For a thousand impressions. */
  readonly cpmMicros: bigint;
}

export interface Figures {
  readonly impressions: bigint;
  readonly clicks: bigint;
  readonly videoViews: bigint;
  readonly completions: bigint;
  readonly spendMicros: bigint;
}

interface Line {
  readonly zone: string;
  readonly currency: string;
  readonly spans: Running[];
}

const NOTHING: Figures = { impressions: 0n, clicks: 0n, videoViews: 0n, completions: 0n, spendMicros: 0n };
const DEFAULT_CPM_MICROS = 5_000_000n;

/**
 * What lines have delivered, by day of their time zone. A day is reported too low at first, and restated until it is settled, a number of
 * days after its end; the same seed gives the same figures. Amounts are whole minor units of the currency, in micros.
 */
export class Meter {
  readonly #ids: Ids;
  readonly #settleDays: number;
  readonly #lines = new Map<string, Line>();
  readonly #restated = new Map<string, bigint>();

  constructor(ids: Ids, settleDays: number) {
    this.#ids = ids;
    this.#settleDays = settleDays;
  }

  /** Sets the state of the line from `now` on. Its earlier delivery does not change. */
  set(
    id: string,
    place: { readonly zone: string; readonly currency: string },
    running: Running | null,
    now: Date,
  ): void {
    const line = this.#lines.get(id) ?? { ...place, spans: [] };
    const kept = line.spans
      .filter(({ from }) => from < now)
      .map((span) => ({ ...span, until: span.until && span.until < now ? span.until : now }));
    const next = running && { ...running, from: running.from < now ? now : running.from };
    const runs = next && (next.until === null || next.until > next.from);
    this.#lines.set(id, { ...line, spans: runs ? [...kept, next] : kept });
  }

  /** From now on the day is reported at this many thousandths of its actual value. */
  restate(day: string, permille: number): void {
    this.#restated.set(day, BigInt(permille));
  }

  isSettled(zone: string, day: string, now: Date): boolean {
    return now.getTime() >= startOfDayIn(zone, nextDay(day)).getTime() + this.#settleDays * DAY_MS;
  }

  /** The last day of the time zone whose figures will not change any more. */
  settledThrough(zone: string, now: Date): string {
    return dayIn(zone, new Date(startOfDayIn(zone, dayIn(zone, now)).getTime() - this.#settleDays * DAY_MS - 1));
  }

  figures(id: string, day: string, now: Date, zone = this.#lines.get(id)?.zone): Figures {
    const line = this.#lines.get(id);
    if (!line || zone === undefined) return NOTHING;
    const [begins, ends] = [startOfDayIn(zone, day).getTime(), startOfDayIn(zone, nextDay(day)).getTime()];
    let [spend, thousandths] = [0n, 0n];
    for (const span of line.spans) {
      const from = Math.max(begins, span.from.getTime());
      const to = Math.min(ends, span.until?.getTime() ?? ends, now.getTime());
      if (to <= from) continue;
      const micros = (span.dailyMicros * BigInt(to - from)) / BigInt(ends - begins);
      const shown = (micros * this.#paceOf(id, day) * this.#reportedShareOf(zone, day, now)) / 1_000_000n;
      spend += shown;
      thousandths += (shown * 1_000_000n) / (span.cpmMicros > 0n ? span.cpmMicros : DEFAULT_CPM_MICROS);
    }
    return figuresOf(inCoins(spend, line.currency), thousandths / 1_000n);
  }

  /** Everything that a line has spent until now. */
  spentMicros(id: string, now: Date): bigint {
    const line = this.#lines.get(id);
    const [first] = line?.spans ?? [];
    if (!line || !first || first.from > now) return 0n;
    return daysFrom(dayIn(line.zone, first.from), dayIn(line.zone, now))
      .map((day) => this.figures(id, day, now).spendMicros)
      .reduce((a, b) => a + b, 0n);
  }

  /** In thousandths of what the budget allows: between 80 and 100 %. */
  #paceOf(id: string, day: string): bigint {
    return BigInt(800 + this.#ids.drawn(201, "pace", id, day));
  }

  /** In thousandths of the actual value, because a day that is not settled is reported too low. */
  #reportedShareOf(zone: string, day: string, now: Date): bigint {
    const restated = this.#restated.get(day);
    if (restated !== undefined) return restated;
    if (this.isSettled(zone, day, now)) return 1_000n;
    return startOfDayIn(zone, nextDay(day)) > now ? 960n : 985n;
  }
}

/** A provider bills whole minor units. */
function inCoins(micros: bigint, currency: string): bigint {
  const coin = 10n ** BigInt(6 - minorDigits(currency));
  return (micros / coin) * coin;
}

function figuresOf(spendMicros: bigint, impressions: bigint): Figures {
  return {
    impressions,
    clicks: (impressions * 7n) / 1_000n,
    videoViews: (impressions * 450n) / 1_000n,
    completions: (impressions * 210n) / 1_000n,
    spendMicros,
  };
}

export function addFigures(all: readonly Figures[]): Figures {
  return all.reduce(
    (a, b) => ({
      impressions: a.impressions + b.impressions,
      clicks: a.clicks + b.clicks,
      videoViews: a.videoViews + b.videoViews,
      completions: a.completions + b.completions,
      spendMicros: a.spendMicros + b.spendMicros,
    }),
    NOTHING,
  );
}
