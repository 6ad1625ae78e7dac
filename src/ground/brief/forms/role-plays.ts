import type { Mention, Mentions } from "../mention.ts";

/** "You are a media buyer; …", "As an AI agent, I need …": what whoever reads, or writes, is said to be. */
const ROLE =
  /^\s{0,4}(?:#{1,3} )?(?:you are (?:an? |the )?|you're an? |act as (?:an? |the )?|as an? |i am an? |i'm an? |du bist |sie sind |ich bin |als |tu es |vous êtes |je suis |en tant qu['e] ?|eres |soy |como |actúa como |sei |sono |come |agisci come |você é |és |sou |atua como |je bent |u bent |ik ben |jesteś |jestem |jako |あなたは|私は|أنت |أنا |بصفتك |بصفتي )(?<role>[^.;:,!\n、。،]{2,80})/iu;
/** Who buys or plans for others, or is a program. */
const AGENT =
  /\b(?:agents?|assistants?|ai|llm|bots?|chatbot|buyers?|planners?|strategists?|trader|specialist|expert|ki|einkäufer(?:in)?|planer(?:in)?|mediaplaner(?:in)?|agentin|assistent(?:in)?|assistente|asistente|agente|acheteu(?:r|se)|planneur|planificador(?:a)?|comprador(?:a)?|pianificatore|acquirente|planejador(?:a)?|inkoper|agentem|asystentem|planerem|kupującym)\b|エージェント|アシスタント|プランナー|バイヤー|وكيل|مساعد|مخطط|مشتري/iu;
/** "As a media buyer for a bank I need podcasts": the role ends where the task begins. */
const TASK =
  /\s(?:i|i'm|we|for|who|that|looking|need|find|für|ich|der|die|pour|je|qui|para|busco|que|per|cerco|che|procuro|voor|ik|die|dla|szukam)\s/iu;
/** "Exclude desktop and tablet": what ads are shown on. */
const DEVICE =
  /(?:desktops?|mobiles?|smartphones?|phones?|laptops?|pcs?)\s?(?:,|\/|\+|&|and|or|und|oder|et|ou|y|o|e|en|of|i|lub)\s?$/iu;
const DEVICE_BEHIND = /^\s?(?:,|\/|\+|&|and|or|und|oder|et|ou|y|o|e|en|of|i|lub)\s?(?:desktop|mobile)/iu;
const TABLET = /^(?:tablets?|desktops?|tablettes?|tabletas?|tablety)$/iu;
const LONGEST_JOINT = 20;

/** What is said of a reader's role, and of the devices that ads are shown on, is no subject. */
export function withoutRoles(text: string, mentions: Mentions): Mentions {
  const role = ROLE.exec(text);
  const said = role?.groups?.role ?? "";
  const called = said.slice(0, TASK.exec(said)?.index);
  const end = role && AGENT.test(called) ? role[0].length - said.length + called.length : 0;
  const isIdle = (one: Mention) => one.end <= end || isDevice(text, one);
  if (!mentions.content.some(isIdle)) return mentions;
  const content = mentions.content.filter((one) => !isIdle(one));
  return content.length === 0 ? mentions : { ...mentions, content };
}

function isDevice(text: string, { start, end }: Mention): boolean {
  if (end - start > LONGEST_JOINT || !TABLET.test(text.slice(start, end))) return false;
  return (
    DEVICE.test(text.slice(Math.max(0, start - LONGEST_JOINT), start)) ||
    DEVICE_BEHIND.test(text.slice(end, end + LONGEST_JOINT))
  );
}
