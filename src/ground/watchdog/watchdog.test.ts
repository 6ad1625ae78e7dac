import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { silentLog } from "../kernel/log.ts";
import { openWatchdog } from "./index.ts";

function open() {
  const reported: Readonly<Record<string, unknown>>[] = [];
  const watchdog = openWatchdog({ ...silentLog, warn: (fields) => void reported.push(fields) });
  onTestFinished(() => watchdog.close());
  return { watchdog, reported };
}

function hold(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

test("the work that holds the loop is named and counted, not the work that is only waiting", async () => {
  const { watchdog, reported } = open();
  const waiting = watchdog.within("patient", () => sleep(400));
  await watchdog.within("greedy", async () => {
    await sleep(50);
    hold(300);
  });
  await waiting;
  expect(reported).toMatchObject([{ heldBy: "greedy", heldMs: expect.toSatisfy((ms: number) => ms > 200) }]);
  expect(watchdog.holds().find(({ by }) => by === "greedy")).toMatchObject({ times: 1 });
});

test("time held before waiting is reported by the work that waits", async () => {
  const { watchdog, reported } = open();
  await watchdog.within("greedy", async () => {
    hold(300);
    watchdog.touch();
    await sleep(100);
  });
  expect(reported).toMatchObject([{ heldBy: "greedy" }]);
});

test("if nothing reports, all work in progress is suspected", async () => {
  const { watchdog, reported } = open();
  await watchdog.within("under way", async () => {
    await sleep(50);
    setTimeout(() => hold(300), 1);
    await sleep(500);
  });
  expect(reported).toMatchObject([{ heldBy: "unknown", suspects: ["under way"] }]);
});
