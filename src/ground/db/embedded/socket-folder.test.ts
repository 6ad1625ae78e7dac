import { expect, test } from "vitest";
import { socketFolderIn } from "./socket-folder.ts";

test("a cluster has its socket in its own folder, where every system can reach it there", () => {
  expect(socketFolderIn("/var/lib/my data/postgres", "linux")).toBe('"/var/lib/my data/postgres"');
  expect(socketFolderIn(`/${"d".repeat(87)}`, "darwin")).not.toBe("");
});

test.each([
  ["a path longer than a socket's may be", `/${"d".repeat(88)}`, "linux"],
  ["a path that is too long in bytes", `/${"ü".repeat(44)}`, "linux"],
  ["a comma, which would end it", "/var/lib/a,b/postgres", "linux"],
  ["a system without such sockets", "/data/postgres", "win32"],
] as const)("%s leaves it to loopback", (_, folder, platform) => {
  expect(socketFolderIn(folder, platform)).toBe("");
});
