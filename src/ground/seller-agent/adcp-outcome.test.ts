import { describe, expect, test } from "vitest";
import { fromAdcpOutcome, fromAdcpTask } from "./adcp-outcome.ts";
import type { Payload, Reply } from "./external/wire/connection.ts";
import { SellerRefused, SellerUnreachable } from "./port.ts";

function reply(data: Payload, change: Partial<Reply> = {}): Reply {
  return { data, state: null, taskId: null, failed: false, message: null, ...change };
}

const MEDIA_BUY = {
  media_buy_id: "mb_1",
  packages: [{ package_id: "p_1", context: { buyer_ref: "pkg_1" }, budget: 10.1 }],
};

describe("the answer to a create", () => {
  test.each([
    ["3.1: the task is completed, the buy active", { status: "completed", media_buy_status: "active" }, "active"],
    ["3.0: the status is the buy's", { status: "active" }, "active"],
    ["3.0: a canceled buy is not a canceled task", { status: "canceled" }, "canceled"],
    ["3.1: a completed task says nothing of the buy", { status: "completed" }, "pending_start"],
    ["a status nobody knows", { status: "warming_up" }, "pending_start"],
  ])("%s", (_, body, status) => {
    expect(fromAdcpOutcome(reply({ ...MEDIA_BUY, ...body }), "S")).toMatchObject({
      kind: "done",
      mediaBuy: { mediaBuyId: "mb_1", status },
    });
  });

  test("names its packages by the buyer's name and their exact budget", () => {
    expect(fromAdcpOutcome(reply(MEDIA_BUY), "S")).toMatchObject({
      mediaBuy: { packages: [{ packageId: "p_1", buyerRef: "pkg_1", budget: "10.1" }] },
    });
  });

  test("is pending if a person must decide, with AdCP's task id rather than A2A's", () => {
    const submitted = reply(
      { status: "submitted", task_id: "task_1", message: "IO review" },
      { state: "completed", taskId: "a2a_1" },
    );
    expect(fromAdcpOutcome(submitted, "S")).toEqual({ kind: "submitted", taskId: "task_1", message: "IO review" });
    expect(fromAdcpOutcome(reply({}, { state: "working", taskId: "a2a_1" }), "S")).toMatchObject({
      kind: "submitted",
      taskId: "a2a_1",
    });
  });

  test("asks for input with the seller's words", () => {
    const asking = reply({ status: "input-required" }, { message: "which PO number?" });
    expect(fromAdcpOutcome(asking, "S")).toEqual({ kind: "input_required", taskId: null, message: "which PO number?" });
  });

  test.each([
    [
      "errors in the body",
      reply({
        errors: [{ code: "BUDGET_TOO_LOW", message: "more", field: "packages[0].budget", recovery: "correctable" }],
      }),
    ],
    [
      "adcp_error beside isError",
      reply(
        {
          adcp_error: { code: "BUDGET_TOO_LOW", message: "more", field: "packages[0].budget", recovery: "correctable" },
        },
        { failed: true },
      ),
    ],
    [
      "a failed A2A task",
      reply(
        { errors: [{ code: "BUDGET_TOO_LOW", message: "more", field: "packages[0].budget", recovery: "correctable" }] },
        { state: "failed", taskId: "a2a_1", failed: true },
      ),
    ],
  ])("is a refusal with its reasons: %s", (_, refused) => {
    const error = { code: "BUDGET_TOO_LOW", message: "more", field: "packages[0].budget", recovery: "correctable" };
    expect(fromAdcpOutcome(refused, "S")).toEqual({ kind: "rejected", errors: [error] });
  });

  test("throws temporary errors, even if a 3.0 seller omits the recovery", () => {
    expect(() => fromAdcpOutcome(reply({ adcp_error: { code: "RATE_LIMITED", message: "slow down" } }), "S")).toThrow(
      SellerRefused,
    );
  });

  test("is not an answer if it contains neither a buy nor a task", () => {
    expect(() => fromAdcpOutcome(reply({ status: "submitted" }), "S")).toThrow(SellerUnreachable);
    expect(() => fromAdcpOutcome(reply({ greeting: "hello" }), "S")).toThrow(SellerUnreachable);
  });
});

describe("a poll", () => {
  test("finds the buy in the result", () => {
    const record = reply({
      task_id: "task_1",
      status: "completed",
      result: { ...MEDIA_BUY, status: "pending_creatives" },
    });
    expect(fromAdcpTask(record, "S")).toMatchObject({
      kind: "done",
      mediaBuy: { status: "pending_creatives", waitingFor: "creatives" },
    });
  });

  test("of a failed task is a rejection, whatever its recovery", () => {
    const record = reply({
      task_id: "task_1",
      status: "failed",
      error: { code: "CONFLICT", message: "no", details: { recovery: "transient" } },
    });
    expect(fromAdcpTask(record, "S")).toMatchObject({ kind: "rejected", errors: [{ code: "CONFLICT" }] });
  });

  test("that fails itself does not mean that the task failed", () => {
    expect(() =>
      fromAdcpTask(reply({ adcp_error: { code: "REFERENCE_NOT_FOUND", message: "?" } }, { failed: true }), "S"),
    ).toThrow(SellerRefused);
  });
});

test("an error that is in a reply twice is reported once", () => {
  const error = { code: "MEDIA_BUY_NOT_FOUND", message: "there is no media buy", recovery: "correctable" };
  const outcome = fromAdcpOutcome(
    reply({ adcp_error: error, errors: [error, { ...error, field: "media_buy_id" }] }, { failed: true }),
    "S",
  );
  expect(outcome).toMatchObject({ kind: "rejected", errors: [{ field: "media_buy_id" }] });
  expect(outcome.kind === "rejected" && outcome.errors).toHaveLength(1);
});
