import type { FlightDates, NewPackage } from "./media-buy.ts";

/** Whether a package runs within the flight of its buy (AdCP 3.1, package request); a package without times of its own does. */
export function fitsFlight({ startTime, endTime }: Pick<NewPackage, "startTime" | "endTime">, flight: FlightDates) {
  if (!startTime && !endTime) return true;
  const { start, end } = { start: startTime ?? flight.start, end: endTime ?? flight.end };
  return start >= flight.start && end <= flight.end && start < end;
}
