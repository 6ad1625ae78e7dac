import { type Dictionary, parseDictionary, serializeInnerList } from "structured-headers";
import { malformed } from "./signed-message.ts";

/** A signature's parameters in `Signature-Input`, and its bytes. */
export interface Signature {
  readonly components: readonly string[];
  /** The components and parameters exactly as they are signed. */
  readonly parameters: string;
  readonly keyId: string | undefined;
  readonly nonce: string | undefined;
  readonly tag: string | undefined;
  readonly alg: string | undefined;
  /** Unix seconds. */
  readonly created: number | undefined;
  readonly expires: number | undefined;
  readonly bytes: Uint8Array;
}

const USUAL_LABEL = "sig1";

/** Reads the one signature that is verified: `sig1`, or the first one if there is no `sig1`. Throws `SignatureRefused`. */
export function readSignature(inputHeader: string, signatureHeader: string): Signature {
  const inputs = dictionaryIn(inputHeader, "Signature-Input");
  const label = inputs.has(USUAL_LABEL) ? USUAL_LABEL : (inputs.keys().next().value ?? "");
  const input = inputs.get(label);
  if (!input || !Array.isArray(input[0])) throw malformed("Signature-Input lists no components");
  const [items, parameters] = input;
  const components = items.map(([name]) => {
    if (typeof name !== "string") throw malformed("Signature-Input names a component that is not a string");
    return name;
  });
  return {
    components,
    parameters: serializeInnerList([items, parameters]),
    keyId: textIn(parameters, "keyid"),
    nonce: textIn(parameters, "nonce"),
    tag: textIn(parameters, "tag"),
    alg: textIn(parameters, "alg"),
    created: secondsIn(parameters, "created"),
    expires: secondsIn(parameters, "expires"),
    bytes: bytesOf(signatureHeader, label),
  };
}

/** Parses a dictionary and refuses duplicate members, because a proxy and this server might use different ones. Throws `SignatureRefused`. */
export function dictionaryIn(header: string, name: string): Dictionary {
  // The pattern also matches a string that is opened and never closed; otherwise a header full of these would be scanned to its end from
  // every position.
  const bare = header.replaceAll(/"(?:[^"\\]|\\.?)*(?:"|$)/g, "").replaceAll(/:[^:]*:|\([^()]*\)/g, "");
  const keys = bare.split(",").map((member) => member.trim().split(/[=;]/, 1)[0]);
  if (new Set(keys).size < keys.length) throw malformed(`${name} has the same member twice`);
  try {
    return parseDictionary(header);
  } catch {
    throw malformed(`${name} is not a structured-fields dictionary`);
  }
}

function bytesOf(header: string, label: string): Uint8Array {
  const signature = dictionaryIn(inStandardAlphabet(header), "Signature").get(label)?.[0];
  if (!(signature instanceof ArrayBuffer)) throw malformed(`Signature has no bytes under ${label}`);
  return new Uint8Array(signature);
}

/** AdCP's signers write bytes in base64url, which structured fields do not support. A header must use one alphabet throughout. */
function inStandardAlphabet(header: string): string {
  return header.replaceAll(/:([^:]*):/g, (_, text: string) => {
    if (/[-_]/.test(text) && /[+/]/.test(text)) throw malformed("Signature mixes two base64 alphabets");
    const standard = text.replaceAll("-", "+").replaceAll("_", "/").replaceAll("=", "");
    return `:${standard.padEnd(Math.ceil(standard.length / 4) * 4, "=")}:`;
  });
}

type Parameters = ReadonlyMap<string, unknown>;

function textIn(parameters: Parameters, name: string): string | undefined {
  const value = parameters.get(name);
  if (value === undefined || typeof value === "string") return value;
  throw malformed(`${name} is not a quoted string`);
}

function secondsIn(parameters: Parameters, name: string): number | undefined {
  const value = parameters.get(name);
  if (value === undefined || (typeof value === "number" && Number.isInteger(value))) return value;
  throw malformed(`${name} is not a whole number`);
}
