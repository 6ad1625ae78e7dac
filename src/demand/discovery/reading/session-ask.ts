/** What the whole of an ask may want of the session itself, in ten languages. Within a longer text these words mean other things. */
const PHRASES = {
  reset: [
    "start over, start again, start from scratch, reset, begin again",
    "von vorne anfangen, nochmal von vorne, von vorn anfangen, zurücksetzen",
    "recommencer, repartir de zéro, réinitialiser",
    "empezar de nuevo, volver a empezar, reiniciar",
    "ricominciare, ricomincia da capo, ricominciare da capo",
    "começar de novo, recomeçar",
    "opnieuw beginnen, begin opnieuw",
    "zacznij od nowa, zacznijmy od nowa, od nowa",
    "最初から, 最初からやり直す, リセット",
    "ابدأ من جديد, من البداية",
  ],
  undo: [
    "undo, undo that, undo this, undo it, undo the last one, take that back",
    "rückgängig, rückgängig machen, mach das rückgängig",
    "annuler, annule ça, annuler ça",
    "deshacer, deshaz eso",
    "annulla, annullalo",
    "desfazer, desfaça isso",
    "ongedaan maken, maak dat ongedaan",
    "cofnij, cofnij to",
    "元に戻す, 元に戻して, 取り消して",
    "تراجع, تراجع عن ذلك",
  ],
} as const;

export type SessionAsk = keyof typeof PHRASES;

const MEANINGS: ReadonlyMap<string, SessionAsk> = new Map(
  (["reset", "undo"] as const).flatMap((meaning) =>
    PHRASES[meaning].flatMap((list) => list.split(", ").map((phrase) => [phrase, meaning] as const)),
  ),
);

/** "Start over" and "undo that" concern the session, and no seller. */
export function sessionAskOf(ask: string): SessionAsk | undefined {
  const words =
    ask
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return MEANINGS.get(words.filter((word) => word !== "please").join(" "));
}
