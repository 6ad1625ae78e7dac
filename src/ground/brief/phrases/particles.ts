import type { Language } from "../languages.ts";

const words = (list: string) => new Set(list.split(" "));

/**
 * Adverbs that stand between the words of a phrase without changing what it says: "auf Radio können wir *gut* verzichten", "olvidaos
 * *también* de". Written without accents.
 */
export const PARTICLES: Readonly<Partial<Record<Language, ReadonlySet<string>>>> = {
  en: words(
    "also too either really very quite well please simply just completely entirely totally altogether firmly definitely happily gladly absolutely certainly probably honestly frankly now currently already still ever even all both largely strictly deliberately consciously explicitly kindly rather",
  ),
  de: words(
    "auch ebenfalls ebenso gleichfalls gut gern gerne ganz gar voll komplett vollig total wirklich bitte einfach diesmal heuer hier da dort jetzt nun derzeit momentan vorerst bewusst ausdrucklich lieber leider eher auf also daher deshalb deswegen darum schon bereits noch mal einmal wieder mehr sowieso ohnehin uberhaupt grundsatzlich definitiv lange langst genauso getrost ruhig so sehr uns euch",
  ),
  fr: words(
    "aussi egalement bien vraiment tout toute tous completement totalement entierement clairement franchement volontiers desormais maintenant cette fois ici la donc deja encore meme surtout plutot simplement largement absolument resolument sciemment purement non plus pas",
  ),
  es: words(
    "tambien tampoco muy bien ya ahora hoy aqui del todo completamente totalmente directamente simplemente expresamente claramente definitivamente mejor igualmente asimismo siempre aun incluso gustosamente encantados perfectamente mas",
  ),
  it: words(
    "anche pure neanche nemmeno volentieri proprio davvero ben bene gia ora adesso oggi qui tutto del completamente totalmente direttamente semplicemente espressamente ancora sempre poi quindi tranquillamente pero invece stavolta comunque",
  ),
  pt: words(
    "tambem tambem igualmente bem muito ja agora hoje aqui completamente totalmente diretamente simplesmente expressamente mesmo ate sempre ainda claramente definitivamente perfeitamente tudo",
  ),
  nl: words(
    "ook eveneens graag maar dus wel nu hier daar echt helemaal volledig gewoon liever bewust uitdrukkelijk al nog weer eens ditmaal deze dit keer voorlopig dan even gerust beslist zeker ons jullie verder zeer heel goed",
  ),
  pl: words(
    "tez takze rowniez tu tutaj teraz juz jeszcze calkiem zupelnie calkowicie naprawde po prostu raczej chetnie swiadomie wyraznie stanowczo tym razem niestety prosze w ogole sobie lepiej zdecydowanie",
  ),
  ar: words("ايضا كذلك تماما كليا ابدا الان حاليا هنا رجاء فعلا حقا نهائيا بتاتا هذه المره بكل"),
};
