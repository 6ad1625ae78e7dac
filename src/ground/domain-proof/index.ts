export {
  challengeFor,
  type DomainChallenge,
  explain,
  lookForRecord,
  type TxtFinding,
} from "./domain-challenge.ts";
