import { after, DAY_MS, dayOf, startOfDay } from "../../../ground/kernel/clock.ts";

/** The days from one to another, both included, as whole months where there are and single days at the edges. */
export function periodsOf(from: string, to: string): string[] {
  const periods: string[] = [];
  for (let day = from; day <= to; ) {
    const month = day.slice(0, 7);
    const next = firstOfNext(month);
    if (day.endsWith("-01") && next <= dayAfter(to)) {
      periods.push(month);
      day = next;
    } else {
      periods.push(day);
      day = dayAfter(day);
    }
  }
  return periods;
}

export function dayAfter(day: string): string {
  return dayOf(after(startOfDay(day), DAY_MS));
}

function firstOfNext(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return dayOf(new Date(Date.UTC(year, number, 1)));
}
