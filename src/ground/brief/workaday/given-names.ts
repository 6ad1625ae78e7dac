import type { Mention, Mentions } from "../mention.ts";
import { plainOf } from "../words.ts";

/** Names of people that are words of something else, in the languages of the lexicon. */
const NAMES: ReadonlySet<string> = new Set(
  "grace faith art olive ginger chase penny heather daisy violet pearl robin martin gene mei june april may august summer autumn noel poppy rosemary gemma opal melody harmony christian marie marine oceane rose mar sol nieves natalia rosario remedios marina pasquale natale fiore sole".split(
    " ",
  ),
);
const SUBJECTS: ReadonlySet<string> = new Set(["topic", "audience", "season"]);
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** The sentence or the line begins with the name, or it is introduced. */
const INTRODUCED =
  /(?:^|[.!?\n;:,]\s?|(?<!\p{L})(?:I'm|I am|name is|ich bin|je suis|je m'appelle|soy|me llamo|sono|mi chiamo|sou|me chamo|ik ben|jestem|Mr\.?|Mrs\.?|Ms\.?|Mme|Mlle|Madame|Monsieur|Frau|Herr|Herrn|Sra\.?|Sr\.?|Señora|Señor|Sig\.?|Signora|Signor|Dona|Pan|Pani|Mevrouw|Meneer)\s)(?:\p{Lu}\p{Ll}{1,15}\s)?$/u;
/** A surname may follow, and then what a person wants, or where they work. */
const DOES =
  /^(?:\s\p{Lu}\p{Ll}{1,15}){0,2}(?:\s(?:wants|needs|asks|says|would like|is looking|runs|here|and I|möchte|braucht|sucht|sagt|veut|voudrait|cherche|demande|quiere|busca|necesita|pide|vuole|vorrebbe|cerca|chiede|quer|procura|precisa|wil|zoekt|vraagt|chce|szuka|prosi)(?!\p{L})|,?\s(?:from|von|vom|aus|chez|du|de la|de l|de|del|della|dell|di|da|van|z)['’\s](?:the |our |der |unserer |unserem |nuestra |nostra |nossa )?(?:agen|marketing|media|média|mediá|team|équipe|equip|squadra|compta|office|client|bureau|ufficio|reparto|dział))/iu;

/** In characters, on either side. */
const NEAR = 40;

/** "Mei Li wants display", "Marie de l'agence": a person is no subject. */
export function withoutGivenNames(text: string, mentions: Mentions): Mentions {
  const dropped = mentions.content.filter((one) => isName(one, text));
  if (dropped.length === 0) return mentions;
  return { ...mentions, content: mentions.content.filter((one) => !dropped.includes(one)) };
}

function isName({ start, end, senses }: Mention, text: string): boolean {
  const word = text.slice(start, end);
  if (!CAPITAL.test(word) || !NAMES.has(plainOf(word.toLowerCase()))) return false;
  if (!senses.every(({ kind }) => SUBJECTS.has(kind))) return false;
  const behind = text.slice(end, end + NEAR);
  return INTRODUCED.test(text.slice(Math.max(0, start - NEAR), start)) && behind.trim() !== "" && DOES.test(behind);
}
