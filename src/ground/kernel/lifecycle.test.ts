import { expect, test } from "vitest";
import { InvalidState } from "./errors.ts";
import { lifecycle, stateBefore, stepped } from "./lifecycle.ts";

const letter = lifecycle({
  noun: "letter",
  starts: ["open"],
  states: { open: "to be sent", sent: "on its way", lost: "nobody knows" },
  transitions: { send: { open: "sent", lost: "sent" }, lose: { sent: "lost" } },
});

test("a table with a state that no step reaches is refused, unless it is declared unused", () => {
  const states = { open: "", sent: "", burnt: "" };
  const declared = { noun: "letter", starts: ["open"], states, transitions: { send: { open: "sent" } } } as const;
  expect(() => lifecycle<keyof typeof states, "send">(declared)).toThrow("no step leads a letter to burnt");
  expect(() => lifecycle<keyof typeof states, "send">({ ...declared, unused: ["burnt"] })).not.toThrow();
});

test("the table decides on a step, and a refusal names state and step", () => {
  expect(stepped(letter, "send", "lost")).toBe("sent");
  expect(() => stepped(letter, "lose", "open")).toThrow(InvalidState);
  expect(stateBefore(letter, "sent").toSorted()).toEqual(["lost", "open", "sent"]);
});
