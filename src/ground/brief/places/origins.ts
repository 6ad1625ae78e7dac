import type { Mention } from "../mention.ts";

/** What stands on either side of a place, in characters. */
const WITHIN = 48;

/** What is done to a ware where it is made. What is printed or shown somewhere may be an ad. */
const MADE_IN = [
  /(?:^|[\s(-])(?:bound|woven|knitted|sewn|stitched|mounted|assembled|forged|cast|blown|distilled|packed|designed|developed|engineered|matured|aged|milled|dyed|tanned|finished|moulded|molded|machined|welded|harvested|smoked|cured|made|manufactures?|brewed|roasted|bottled|crafted|produced|manufactured)\s(?:by hand\s)?(?:in|near|outside)\s(?:the\s)?$/iu,
  /(?:^|[\s('’])(?:reli|assembl|mont|tiss|tricot|brod|forg|souffl|distill|affin|cultiv|dessin|développ|fabriqu|tann|torréfi|brass|embouteill|moul|usin|conditionn|récolt|form)ée?s?\s(?:à la main\s)?(?:à|en|au|aux|dans les?|dans la)\s$/iu,
  /(?:^|[\s('’])(?:cousu|conçu|tissu|fondu|produit|fait|teint|peint|cuit)e?s?\s(?:à la main\s)?(?:à|en|au|aux|dans les?|dans la)\s$/iu,
  /(?:^|[\s(])(?:montad|encuadernad|tejid|cosid|hech|fabricad|elaborad|diseñad|desarrollad|ensamblad|tostad|envasad|embotellad|destilad|forjad|curad|producid|curtid|teñid|tallad|acabad|soplad)[oa]s?\s(?:a mano\s)?en\s(?:el\s|la\s|los\s|las\s)?$/iu,
  /(?:^|[\s(])tejid[oa]s\sde\s$/iu,
  /(?:^|[\s(])(?:montad|encadernad|tecid|cosid|costurad|feit|fabricad|produzid|desenhad|desenvolvid|torrad|engarrafad|destilad|forjad|curad|curtid|tingid|bordad|soprad|embalad|projetad)[oa]s?\s(?:à mão\s)?(?:em|no|na|nos|nas)\s$/iu,
  /(?:^|[\s(])(?:tostat|montat|assemblat|cucit|tessut|rilegat|disegnat|progettat|sviluppat|prodott|fabbricat|lavorat|imbottigliat|stagionat|distillat|forgiat|soffiat|conciat|tint|confezionat|costruit|fatt)[oaie]\s(?:a mano\s)?(?:in|a|ad|nel|nella|nelle|negli|nei)\s$/iu,
  /(?:^|[\s(])(?:gemaakt|gebonden|genaaid|geweven|gebreid|gemonteerd|geassembleerd|geproduceerd|ontwikkeld|ontworpen|gebrand|gebrouwen|gebotteld|gesmeed|gegoten|geblazen|gestookt|gerijpt|gelooid|geverfd|verpakt)\sin\s(?:de\s|het\s)?$/iu,
  /(?:^|[\s(])(?:szyt|tkan|montowan|produkowan|robion|palon|warzon|butelkowan|projektowan|zaprojektowan|opracowan|składan|kut|dmuchan|destylowan|wędzon|oprawian|oprawion|garbowan|pakowan|pieczon|wytwarzan)(?:y|a|e|ego|ej|ych)?\s(?:ręcznie\s)?(?:w|we|na)\s$/iu,
  /(?:^|[\s(])dojrzewaj?ą?\s(?:w|we|na)\s$/iu,
] as const;
/** German and Dutch say it behind the place. */
const MADE_BEHIND =
  /^\s(?:gebunden|genäht|gewebt|gestrickt|montiert|gefertigt|hergestellt|produziert|geröstet|gebraut|abgefüllt|entwickelt|entworfen|geschmiedet|gegossen|geblasen|destilliert|gereift|gegerbt|gefärbt|verpackt|gekeltert|gemaakt|gebonden|genaaid|geweven|gebreid|gemonteerd|geassembleerd|geproduceerd|ontwikkeld|ontworpen|gebrand|gebrouwen|gebotteld|gesmeed|gegoten|geblazen|gestookt|gerijpt|gelooid|geverfd)(?!\p{L})/iu;

/** Where wares are sent from: "we ship from Hamburg", "liefern aus Tschechien", "chegaram lãs do Peru". */
const SENT_FROM = [
  /(?:^|\s)(?:ship|ships|shipped|shipping|import|imports|imported)\s[^.,;:!?\n]{0,20}from\s(?:the\s)?$/iu,
  /(?:^|\s)(?:liefern|liefert|versenden|verschicken|beziehen|bezieht|importieren)\s[^.,;:!?\n]{0,20}aus\s(?:der\s|dem\s|den\s)?$/iu,
  /(?:^|\s)(?:expédions|livrons|importons)\s[^.,;:!?\n]{0,20}(?:de|du|des|depuis)\s(?:la\s|les\s)?$/iu,
  /(?:^|\s)(?:enviamos|importamos|traemos|llegan|llegaron|llegado)\s[^.,;:!?\n]{0,20}(?:de|del|desde)\s(?:el\s|la\s|los\s)?$/iu,
  /(?:^|\s)(?:enviamos|importamos|chegam|chegaram|veio|vieram)\s[^.,;:!?\n]{0,20}d(?:e|o|a|os|as|esde)\s$/iu,
  /(?:^|\s)(?:spediamo|importiamo|arrivati|arrivate)\s[^.,;:!?\n]{0,20}(?:da|dal|dalla|dai|dagli)\s$/iu,
  /(?:^|\s)(?:versturen|leveren|importeren)\s[^.,;:!?\n]{0,20}(?:uit|vanuit)\s$/iu,
  /(?:^|\s)(?:wysyłamy|sprowadzamy|importujemy)\s[^.,;:!?\n]{0,20}(?:z|ze)\s$/iu,
] as const;

/** Where one has sung, been at a fair, or knows somebody. */
const ONCE_THERE = [
  /(?:^|\s)(?:sang|sung|performed|exhibited)\s(?:once\s|twice\s)?in\s$/iu,
  /(?:^|\s)(?:chanté|joué|exposé)\s(?:une fois\s)?(?:à|en|au|aux)\s$/iu,
  /(?:^|\s)(?:cantamos|cantado|tocamos|actuamos|expusimos|cantámos|tocámos|atuámos|expusemos)\s(?:en|em|no|na)\s$/iu,
  /(?:^|\s)(?:cantato|suonato|esposto)\s(?:una volta\s)?(?:a|in|al|nel|nella)\s$/iu,
  /(?:^|\s)(?:byliśmy|byłem|byłam|graliśmy|śpiewaliśmy|wystąpiliśmy)\s[^.,;:!?\n]{0,20}(?:w|we)\s$/iu,
  /(?:^|\s)(?:colleague|friend|cousin|competitor|Kollege|Kollegin|Freund|Freundin|Bekannter|collègue|ami|amie|cousine|concurrent|colega|amigo|amiga|primo|prima|collega|amico|amica|cugino|cugina|vriend|vriendin|kolega|koleżanka|znajomy|kuzyn|kuzynka)\s(?:in|from|aus|à|au|en|de|du|em|no|na|do|da|a|di|uit|w|we|z|ze)\s$/iu,
  /(?:^|\s)(?:ir a feiras|ir a ferias|van de beurs|naar de beurs|foires)\s(?:in|en|na|no|em|à)\s$/iu,
  /(?:^|\s)(?:foi destaque|fez sucesso|fue un éxito|esporta|esportiamo|exporta|exportamos|exportiert|exporteert|eksportujemy)\s(?:na|no|em|en|in|au|aux|a|nach|naar|do|para|vers|la)\s?(?:o\s|a\s|la\s)?$/iu,
  /(?:^|[\s(])(?:Sitz|Firmensitz|Hauptsitz|HQ|siège|siège social|sede|matriz|siedziba|centrala|zetel)\s(?:in\s|à\s|en\s|em\s|a\s|w\s|we\s)?$/u,
] as const;
/** "A launch in the Philippines went fine", "in Dänemark sind wir Marktführer", "auf der Messe in Frankfurt kam sie an". */
const WENT_WELL =
  /^\s(?:went|worked|did)\s(?:fine|well|great|badly|poorly|ok|okay)|^\ssind wir\s(?:schon\s|bereits\s)?Marktführer|^\s(?:al jaren\s|al\s)(?:heel\s)?goed\s(?:loopt|verkoopt|draait)|^\ssomos (?:já )?líderes|^\ssiamo (?:già )?leader|^\snous sommes (?:déjà )?leaders/iu;

/** 「福岡の工場で」「横浜で焙煎」「ブラジルから豆を仕入れ」「パリに本社」 */
const JAPANESE_BEHIND =
  /^(?:の[^。、！？\n]{0,6}(?:工場|工房|職人|窯元)で(?!働|勤|作業)|で(?:焙煎|縫製|開発|設計|組み立て|醸造|栽培|織|作って|作られ|造って)|から[^。、！？\n]{0,6}(?:取って|取り寄せ|仕入|輸入|届)|[にが]本社|帰り|からの(?:留学生|輸入)|の(?:展示会|見本市)[とへを])/u;
const JAPANESE_AHEAD = /(?:開発|製造|生産|本社|工場|原料|産地|設計|縫製|焙煎|醸造)は$/u;

/** صُمم في سيول, "نستورد أحذية من البرتغال", without the marks of vowels. */
const ARABIC_AHEAD =
  /(?:^|\s)[وف]?(?:صمم|صممت|طور|طورت|صنع|صنعت|يصنع|تصنع|نصنع|نصنعها|نصنعه|ننتجها|ننتجه|ينتج|تنتج|نحيكها|ركب|جمع|التحميص|التصنيع|التجميع|غنينا|عزفنا)\s(?:[^.،؛:؟!\n]{1,20}\s)?في\s$|(?:^|\s)[وف]?(?:جاءت|جاء|تصلني|تصلنا|وصلت|وصلتنا|نستورد|نستوردها|الماكينات|القماش|الأقمشة|الخشب|الجلد)\s(?:[^.،؛:؟!\n]{1,20}\s)?من\s$/u;
const VOWELS = /[\u064B-\u0652]/gu;

const TOLD = [...MADE_IN, ...SENT_FROM, ...ONCE_THERE] as const;

/** Where a ware is made or sent from, where one has been, or has done well: no place to advertise in. */
export function isWhereItWas({ start, end }: Mention, text: string): boolean {
  const ahead = text.slice(Math.max(0, start - WITHIN), start);
  const behind = text.slice(end, end + WITHIN);
  if (MADE_BEHIND.test(behind) || WENT_WELL.test(behind) || JAPANESE_BEHIND.test(behind)) return true;
  if (JAPANESE_AHEAD.test(ahead) || ARABIC_AHEAD.test(ahead.replace(VOWELS, ""))) return true;
  return TOLD.some((told) => told.test(ahead));
}
