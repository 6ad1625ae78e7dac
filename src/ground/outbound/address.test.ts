import { expect, test } from "vitest";
import { reachOf } from "./address.ts";

test.each(["8.8.8.8", "93.184.215.14", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
  "%s is public",
  (address) => expect(reachOf(address)).toBe("public"),
);

test.each(["127.0.0.1", "127.255.255.254", "::1"])("%s is loopback", (address) => {
  expect(reachOf(address)).toBe("loopback");
});

test.each([
  ["unspecified", "0.0.0.0"],
  ["this network", "0.1.2.3"],
  ["private", "10.0.0.1"],
  ["private", "172.31.255.255"],
  ["private", "192.168.1.1"],
  ["carrier-grade NAT", "100.64.0.1"],
  ["Alibaba's metadata", "100.100.100.200"],
  ["metadata", "169.254.169.254"],
  ["Azure's metadata", "168.63.129.16"],
  ["Oracle's metadata", "192.0.0.192"],
  ["benchmarking", "198.18.0.1"],
  ["documentation", "203.0.113.7"],
  ["multicast", "224.0.0.1"],
  ["reserved", "240.0.0.1"],
  ["broadcast", "255.255.255.255"],
  ["unspecified", "::"],
  ["unique local", "fd00:ec2::254"],
  ["link-local", "fe80::1"],
  ["link-local in a zone", "fe80::1%eth0"],
  ["site-local", "fec0::1"],
  ["multicast", "ff02::1"],
  ["documentation", "2001:db8::1"],
  ["unassigned", "4000::1"],
  ["IPv4-mapped private", "::ffff:10.0.0.1"],
  ["IPv4-mapped loopback", "::ffff:127.0.0.1"],
  ["IPv4-compatible", "::127.0.0.1"],
  ["IPv4-translated", "::ffff:0:127.0.0.1"],
  ["NAT64 of private", "64:ff9b::10.0.0.1"],
  ["NAT64 of metadata", "64:ff9b::a9fe:a9fe"],
  ["local-use NAT64", "64:ff9b:1::808:808"],
  ["6to4 of private", "2002:a00:1::1"],
  ["6to4 of public", "2002:808:808::1"],
  ["Teredo", "2001:0:808:808::1"],
  ["ISATAP of private", "2606:4700::5efe:a00:1"],
  ["ISATAP of private, universal", "2606:4700::200:5efe:a00:1"],
  ["no address", "example.com"],
  ["a number", "2130706433"],
  ["octal", "0177.0.0.1"],
  ["nothing", ""],
])("%s is inside: %s", (_, address) => expect(reachOf(address)).toBe("inside"));
