export {
  challengeFor,
  checkRecord,
  type DomainChallenge,
  explain,
  type TxtFinding,
} from "./domain-challenge.ts";
