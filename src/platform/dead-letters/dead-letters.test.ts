import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Caller, openWorld, type World } from "../../../test/world.ts";

let world: World;
let operator: Caller;
beforeAll(async () => {
  world = await openWorld();
  operator = await world.caller("OPERATOR");
});
afterAll(() => world.close());

async function failedJob(step: string): Promise<string> {
  const data = JSON.stringify({ customerId: operator.customerId, to: "ann@acme.example" });
  const { rows } = await world.database.writeInstallation((db) =>
    sql<{ id: string }>`
      insert into jobs.job (name, data, source_name, output)
      values ('dead-letters', ${data}::jsonb, ${step}, '{"message": "no answer"}') returning id::text`.execute(db),
  );
  return rows[0]?.id ?? "";
}

const jobsOf = async (step: string) => {
  const { rows } = await world.database.readInstallation((db) =>
    sql<{ data: unknown }>`select data from jobs.job where name = ${step} and data->>'to' = 'ann@acme.example'`.execute(
      db,
    ),
  );
  return rows.map(({ data }) => data);
};

test("a failed job is run once more with its input, and is removed from the dead letters", async () => {
  const id = await failedJob("mail.send");
  expect(await operator.post(`/operator/dead-letters/${id}/retry`)).toMatchObject({ status: 204 });
  expect(await jobsOf("mail.send")).toEqual([{ customerId: operator.customerId, to: "ann@acme.example" }]);
  expect((await operator.get("/operator/dead-letters")).data.total).toBe(0);
  expect(await operator.post(`/operator/dead-letters/${id}/retry`)).toMatchObject({ status: 404 });
});

test("a failed job that is dismissed is not run", async () => {
  const id = await failedJob("webhooks.deliver");
  expect(await operator.delete(`/operator/dead-letters/${id}`)).toMatchObject({ status: 204 });
  expect(await jobsOf("webhooks.deliver")).toEqual([]);
});

test("a job whose step this release no longer has cannot be retried, and stays", async () => {
  const id = await failedJob("gone.step");
  expect(await operator.post(`/operator/dead-letters/${id}/retry`)).toMatchObject({
    status: 400,
    error: { message: "this release no longer has the step gone.step: dismiss the job" },
  });
  expect((await operator.get("/operator/dead-letters")).data.deadLetters).toMatchObject([{ id, step: "gone.step" }]);
});

test("the installation reports what is running and what is due", async () => {
  const { data } = await operator.get("/operator/installation");
  expect(data).toMatchObject({ sandbox: true, signUp: "closed", database: { server: expect.stringMatching(/^1\d/) } });
  expect(data.database.migrations).toBeGreaterThan(60);
  expect(data.backlogs).toContainEqual(expect.objectContaining({ step: "mail.send", running: 0 }));
});
