import { newId } from "../../../src/ground/kernel/ids.ts";
import { insertSignUp } from "../../../src/platform/sign-in/sign-up/store.ts";
import type { Caller, World } from "../../world.ts";
import type { Ids } from "../owned-resources.ts";

/** A person who requested an organisation. The request belongs to no organisation, so one can stand for all organisations'. */
export async function signUps(_: Caller, _ids: Ids, { host, database }: World): Promise<Ids> {
  const signUpId = newId("signUp", host.random);
  const now = host.clock.now();
  const asked = { email: "ann@new.example", person: null, company: "New", kind: "BUYER", language: "en" } as const;
  await database.writeInstallation((db) =>
    insertSignUp(db, { ...asked, signUpId, termsVersion: "2026-01" }, signUpId, now, now),
  );
  return { signUp: signUpId };
}
