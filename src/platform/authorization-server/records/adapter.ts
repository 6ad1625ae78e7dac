import { type Adapter, type AdapterPayload, errors, Provider } from "oidc-provider";
import { after, HOUR_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { Unavailable } from "../../../ground/kernel/errors.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { hashToken, type SecretPlace } from "../../../ground/vault/index.ts";
import { POLL_EVERY_MS } from "../device/device-flow.ts";
import {
  consumeRecordOfInstallation,
  destroyGrantsOfInstallation,
  destroyRecordOfInstallation,
  type FoundRecord,
  findRecordOfInstallation,
  putRecordOfInstallation,
  recordPollOfInstallation,
} from "./store.ts";

export type AdapterContext = Pick<Host, "database" | "clock" | "vault">;

/**
 * For this long, a used refresh token is accepted once more, because clients make parallel requests and lose responses. Any later use
 * counts as theft, and ends the grant (RFC 9700, 4.14.2).
 */
const GRACE_MS = 30 * SECOND_MS;

/** Records that can be used only once; of several concurrent uses, one succeeds. */
const ONCE: ReadonlySet<string> = new Set(["AuthorizationCode", "DeviceCode"]);

/** How long an expired device code is kept, so that the device is told that it has expired rather than that it never existed. */
const EXPIRED_DEVICE_CODE_MS = HOUR_MS;

/** Stores the authorization server's records in our database, under the hashes of their ids, and encrypted. */
export function adapterOn(surroundings: AdapterContext): new (model: string) => Adapter {
  return class {
    readonly #model: string;

    constructor(model: string) {
      this.#model = model;
    }

    async upsert(id: string, payload: AdapterPayload, expiresInSeconds: number): Promise<void> {
      await put(this.#model, id, payload, expiresInSeconds, surroundings);
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      const found = await find(this.#model, "id_hash", id, surroundings);
      if (found && this.#model === "DeviceCode") await checkPace(id, surroundings);
      return found;
    }

    findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return find(this.#model, "uid_hash", uid, surroundings);
    }

    findByUserCode(code: string): Promise<AdapterPayload | undefined> {
      return find(this.#model, "code_hash", code, surroundings);
    }

    async consume(id: string): Promise<void> {
      const { database, clock } = surroundings;
      const first = await database.writeInstallation((db) =>
        consumeRecordOfInstallation(db, this.#model, hashToken(id), clock.now()),
      );
      if (!first && ONCE.has(this.#model)) throw new errors.InvalidGrant("it was used already");
    }

    async destroy(id: string): Promise<void> {
      await repeatedly(() =>
        surroundings.database.writeInstallation((db) => destroyRecordOfInstallation(db, this.#model, hashToken(id))),
      );
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await repeatedly(() =>
        surroundings.database.writeInstallation((db) => destroyGrantsOfInstallation(db, [hashToken(grantId)])),
      );
    }
  };
}

/**
 * A token and its grant are ended at the same moment, and when several servers do this concurrently, they may deadlock. One of them then
 * retries, and ending something twice has no further effect.
 */
async function repeatedly(end: () => Promise<void>): Promise<void> {
  for (let left = MOST_ENDINGS; ; left -= 1) {
    try {
      return await end();
    } catch (error) {
      if (left === 1 || !(error instanceof Unavailable)) throw error;
    }
  }
}

const MOST_ENDINGS = 3;

async function put(
  model: string,
  id: string,
  payload: AdapterPayload,
  expiresInSeconds: number | undefined,
  { database, clock, vault }: AdapterContext,
): Promise<void> {
  const wall = clock.now();
  const idHash = hashToken(id);
  const hashed = (text: string | undefined) => (text === undefined ? null : hashToken(text));
  const record = {
    model,
    idHash,
    sealed: vault.seal(JSON.stringify(model === "Session" ? withoutPerson(payload) : payload), placeOf(idHash)),
    grantHash: hashed(payload.grantId),
    uidHash: hashed(payload.uid),
    codeHash: hashed(payload.userCode),
    clientHash: model === "Grant" ? hashed(payload.clientId) : null,
    expiresAt: expiresInSeconds === undefined ? null : after(wall, expiresInSeconds * SECOND_MS + retentionMs(model)),
  };
  await database.writeInstallation((db) => putRecordOfInstallation(db, record, wall));
}

/**
 * A browser's session at the authorization server only carries a request, and does not say who decides: that is whoever is signed in at the
 * time. A person stored here would block the next person, or the same person with another organisation.
 */
function withoutPerson(payload: AdapterPayload): AdapterPayload {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !OF_A_PERSON.has(name)));
}

const OF_A_PERSON: ReadonlySet<string> = new Set(["accountId", "authorizations", "loginTs"]);

function retentionMs(model: string): number {
  return model === "DeviceCode" ? EXPIRED_DEVICE_CODE_MS : 0;
}

/** A device that polls more often than allowed is answered `slow_down`. The browser of its person looks up the same code. */
async function checkPace(id: string, { database, clock }: AdapterContext): Promise<void> {
  if (Provider.ctx?.oidc.route !== "token") return;
  const wall = clock.now();
  const isInTime = await database.writeInstallation((db) =>
    recordPollOfInstallation(db, hashToken(id), wall, after(wall, -POLL_EVERY_MS)),
  );
  if (!isInTime) throw new errors.SlowDown();
}

async function find(
  model: string,
  by: Parameters<typeof findRecordOfInstallation>[2],
  text: string,
  { database, clock, vault }: AdapterContext,
): Promise<AdapterPayload | undefined> {
  const wall = clock.now();
  const found = await database.readInstallation((db) => findRecordOfInstallation(db, model, by, hashToken(text), wall));
  if (!found) return undefined;
  const payload = JSON.parse(vault.open(found.sealed, placeOf(found.idHash))) as AdapterPayload;
  return isSpent(model, found, wall) ? { ...payload, consumed: secondsOf(found.consumedAt ?? wall) } : payload;
}

function isSpent(model: string, { consumedAt }: FoundRecord, wall: Date): boolean {
  if (consumedAt === null) return false;
  return model !== "RefreshToken" || after(consumedAt, GRACE_MS) <= wall;
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / SECOND_MS);
}

function placeOf(idHash: string): SecretPlace {
  return { customerId: 0, table: "authorization_records", rowId: idHash, field: "sealed" };
}
