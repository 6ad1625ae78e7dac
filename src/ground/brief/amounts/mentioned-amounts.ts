import type { Chip } from "../chip.ts";
import { CALLED_CEILING } from "./aims.ts";
import { ONLY_CEILING } from "./bounds-of-prices.ts";
import { clauseIn, type Part } from "./part-of-sentence.ts";
import { holdsAny, listed, placeOf } from "./word-lists.ts";

/** What was paid, is paid by others, or is only expected: to compare with. */
const COMPARED = listed(`
last year*, last year's, previous, previously, prior year, outgoing, in the past, averaged, average was, for reference, for information, for your information, for info, fyi, for comparison, by comparison, for context, just so you know, for the record, another publisher, another network, another seller, another vendor, another supplier, one publisher, one network, one seller, one vendor, other publishers, other networks, forecast*, predict*, projects, projected, projection*, estimat*, list price, industry average, market average, competitor*, rival*, we paid, was paid, usually pay, normally pay, been paying, market cpm, charged us, were charged, was charged, invoiced us, were paid, having paid, had paid, they paid, bought at, came out at, came in at, their offer, their proposal, their quote, their suggestion, his proposal, her proposal, i heard, we heard, i hear, they say, apparently, supposedly, recommend*, suggested by, invoice, rate card says, used to pay, were offered, was offered, been offered, been quoted, were quoted, sell it for, retail price, too expensive, too much for us, too dear, too high, not our, not ours, current cpm, cpm is currently, cpm currently, our average cpm, industry's average, of the industry, current average
letztes jahr, letzten jahr*, letztjährig*, vorjahr*, vorig*, bisherig*, früher, zuletzt, damals, gezahlt wurde*, wurde* gezahlt, bezahlt wurde*, haben wir gezahlt, haben wir bezahlt, gezahlt haben, bezahlt haben, zahlten wir, eingekauft, zum vergleich, zur info, zur information, zur orientierung, zur einordnung, nebenbei, am rande, ein anderer vermarkter, anderer anbieter, ein vermarkter, der eine vermarkter, der andere, die andere, konkurrenz*, konkurrent*, mitbewerber*, wettbewerber*, prognos*, schätzt, geschätzt*, hochrechnung, listenpreis*, laut tool, dessen angebot, sein angebot, gehört, angeblich, offenbar, empfehl*, rechnung, uns wurde*, listenpreise, preisliste, laut angebot, ladenpreis, zu teuer, zu hoch, zu viel, üblicherweise, gewöhnlich, normalerweise, uns berechnet, berechnet wurde*, in rechnung gestellt, ihr angebot, deren angebot, sein vorschlag, ihr vorschlag, deren vorschlag, nicht unsere, nicht unser, aktueller tkp, aktuelle tkp, aktuellen tkp, derzeitige* tkp, jetzige* tkp, tkp liegt aktuell, tkp liegt derzeit, tkp derzeit, tkp aktuell, unser durchschnittlicher tkp, branchendurchschnitt*, branchenschnitt
l'an dernier, l'année dernière, l'an passé, l'année passée, précédent*, sortant, sortante, auparavant, autrefois, jusqu'ici, dernière facture, pour mémoire, pour info, pour information, pour votre information, à titre d'information, à titre de comparaison, en comparaison, par comparaison, à titre informatif, s'établissait, s'élevait, ressort à, est ressorti*, est sorti*, achetait, avons payé, avait payé, avaient payé, payait, payions, a été payé, a payé, prévoi*, prévision*, estime, estimé, estimation*, projette, concurrent*, autre régie, autre éditeur, autre support, une régie, tarif catalogue, leur offre, son offre, entendu dire, il paraît, paraît-il, apparemment, recommand*, on nous en a proposé, on nous a proposé, nous a-t-on, selon l'outil, tarif de, prix public, trop cher, trop chère, trop élevé, d'habitude, habituellement, a facturé, ont facturé, on nous a parlé, sa proposition, leur proposition, pas notre, pas nos, cpm actuel, cpm actuels, cpm est actuellement, notre cpm moyen, cpm moyen chez, cpm moyen du secteur, cpm moyen du marché, moyenne du secteur, moyenne du marché
año pasado, año anterior, pasado año, anteriormente, antes pagábamos, como referencia, de referencia, para tu información, para su información, a título informativo, a modo informativo, a modo de comparación, para comparar, como comparación, como dato, fue de, era de, se pagó, se pagaba, pagábamos, pagamos el, compraba, prevé, previsión, previsiones, estima, estimado, estimación, pronostic*, proyecta, competidor*, competencia, otro medio, otro soporte, otra comercializadora, un soporte, una comercializadora, su propuesta, su oferta, he oído, hemos oído, dicen que, al parecer, por lo visto, recomend*, recomienda, última factura, nos ofrecieron, nos han ofrecido, nos propusieron, la tarifa de, según la herramienta, precio de venta, demasiado caro, demasiado alto, muy caro, solemos pagar, normalmente pagamos, habitualmente, nos cobraron, nos facturaron, nos cobraba, no nuestra, no la nuestra, tarifa oficial, cpm actual, cpm es actualmente, cpm medio del, nuestro cpm medio, cpm medio actual, media del sector, media del mercado
anno scorso, anno passato, anno precedente, in passato, vecchia agenzia, scorsa campagna, scorso, per riferimento, come riferimento, per confronto, a confronto, per conoscenza, per informazione, a titolo informativo, a titolo di confronto, per vostra informazione, per la cronaca, è stata di, è stato di, era di, era stato, abbiamo pagato, pagato, pagavamo, comprava, acquistava, stima, stimato, stimano, previsione, previsioni, preved*, concorrente, concorrenti, concorrenza, altro editore, altra concessionaria, un editore, una concessionaria, loro proposta, sua proposta, ho sentito, abbiamo sentito, dicono che, a quanto pare, pare che, raccomanda*, consiglia*, ultima fattura, ci hanno proposto, ci hanno offerto, secondo lo strumento, il listino, prezzo al pubblico, troppo caro, troppo alto, troppi, di solito, abitualmente, normalmente paghiamo, ci hanno fatturato, ci hanno chiesto, ci chiedevano, loro offerta, ne hanno proposto, non la nostra, non una nostra, cpm attuale, cpm attuali, cpm è attualmente, nostro cpm medio, cpm medio del, cpm medio di, media del settore, media del mercato, media di settore
ano passado, ano anterior, anteriormente, no passado, antiga agência, como referência, para referência, para comparação, a título de comparação, a título informativo, só para saber, para sua informação, para vossa informação, foi de, era de, pagou, pagou-se, pagava, pagávamos, comprava, projeta, prevê, previsão, estima, estimado, estimativa, concorrente*, concorrência, outro veículo, outro meio, um veículo, proposta deles, proposta dele, ouvi dizer, ouvimos, dizem que, parece que, ao que parece, recomend*, última fatura, ofereceram um, nos ofereceram, propuseram, a tabela, segundo a ferramenta, preço de venda, caro demais, demasiado caro, muito caro, costumamos pagar, normalmente pagamos, habitualmente, cobraram-nos, nos cobraram, faturaram, proposta dela, não a nossa, não nossa, preço de tabela, cpm atual, cpm actual, nosso cpm médio, cpm médio do, cpm está em, média do setor, média do mercado
vorig jaar, afgelopen jaar, vorige, destijds, voorheen, ter vergelijking, ter info, ter informatie, ter referentie, als referentie, was het gemiddeld*, was gemiddeld, betaald was, betaald werd, betaalden, betaalde, hebben we betaald, kocht in, ingekocht, voorspel*, geschat*, schatting, raming, prognose, concurrent*, concurrentie, andere exploitant, andere uitgever, een exploitant, een uitgever, zijn voorstel, hun voorstel, gehoord, naar verluidt, blijkbaar, schijnt, aanbevel*, aanbevolen, laatste factuur, is ons aangeboden, ons is, ons werd, tarieflijst, volgens de tool, winkelprijs, te duur, te hoog, te veel, gewoonlijk, normaal betalen, meestal betalen, in rekening gebracht, gefactureerd, rekende ons, haar voorstel, zijn bod, niet onze, niet ons, lijstprijs, huidige cpm, cpm is nu, cpm is momenteel, onze gemiddelde cpm, gemiddelde cpm bij, gemiddelde in de sector, marktgemiddelde
ubiegł*, zeszł*, poprzedni*, dotychczas*, wcześniej, dla porównania, dla informacji, do wiadomości, informacyjnie, dla orientacji, dla przypomnienia, płaciliśmy, zapłaciliśmy, płacono, zapłacono, kupował*, wyniosł*, wynosił*, prognoz*, szacuj*, szacunk*, przewiduj*, konkurenc*, konkurent*, inny wydawca, drugi wydawca, jeden wydawca, jeden z wydawców, jego propozycja, ich propozycja, słyszał*, podobno, ponoć, rekomend*, ostatniej fakturze, zaproponowano, zaoferowano, nam zaoferow*, cennik nadawc*, według narzędzia, cena detaliczna, za drogo, zbyt drogo, za dużo, zwykle płacimy, zazwyczaj płacimy, policzono nam, liczył nam, naliczono, jego oferta, ich oferta, nie nasza, nie nasz, obecny cpm, aktualny cpm, obecnie cpm, cpm wynosi obecnie, nasz średni cpm, średni cpm w branży, średnia w branży, średnia rynkowa
昨年, 去年, 前年, 前回, 以前, 従来, 参考まで, ご参考, 参考として, 参考値, 比較のため, 比較用, ちなみに, 実績, 予測, 見込み, 見積, 試算, 他社, 競合, 他媒体, 媒体社, 提示額, 先方, 聞いた, 聞きました, そうです, らしい, 推奨, 請求書では, 提示がありました, 店頭価格, 高すぎ, 普段は, 通常は, 現在のCPM, 今のCPM, 現状のCPM, 業界平均, 弊社の平均
العام الماضي, السنة الماضية, الماضي, الماضية, السابق, السابقة, سابقا, للمقارنة, للعلم, للاطلاع, للمعلومية, للإحاطة, كان متوسط, كان المتوسط, كان السعر, دفعنا, كانت تشتري, اشترت, تتوقع, يتوقع, نتوقع, توقعات, تقديرات, التقديرات, منافس*, المنافس*, ناشر آخر, شبكة أخرى, أحد الناشرين, عرضه, عرضهم, سمعت, سمعنا, يقال, يبدو, توصية, فاتورة السابقة, الفاتورة الأخيرة, عرضوا علينا, عرض علينا, سعر التجزئة, غال جدا, مرتفع جدا, مكلف جدا, ندفع عادة, عادة ما ندفع, ليس تعليماتنا, وليس تعليماتنا, اقتراحهم, اقتراحه, السعر الحالي, التكلفة الحالية, متوسط القطاع, متوسط السوق, حاليا ندفع
`);

/** Who sells media; and what they do with a price. */
const SELLERS = listed(`
publisher*, network*, vendor*, seller, sellers, sales house*, media owner*, supplier*, broadcaster*
vermarkter*, verlag*, verlage, sender*, anbieter*, publisher*
régie*, éditeur*, diffuseur*
soporte*, comercializadora*, editor, editores, exclusivista*
concessionari*, editore, editori, emittent*
veículo*, editor, editores, emissora*, publisher*
exploitant*, uitgever*, zender*, aanbieder*
wydawc*, nadawc*, sieć, sieci, dostawc*
媒体, ネットワーク, 業者
ناشر*, الناشر*, شبكة, الشبكة, المعلن
`);
const QUOTING = listed(`
ask, asks, asking, quote*, quoting, offer, offers, offered, offering, propose*, proposing, wants, charges, charging, demands, suggests, suggested, email*, mail*
ruft, rufen, bietet, bieten, bot, boten, angeboten, verlangt, verlangen, fordert, fordern, nennt, schlägt, mail, e-mail
demande, demandent, propose*, proposé*, offre, offrent, exige, annonce, mail, courriel
pide, piden, ofrece*, ofreció, propone*, propuso, propuest*, exige, correo, mail
chiede, chiedono, propone*, proposto, offre, offrono, mail, e-mail
pede, pedem, oferece*, propõe*, propôs, proposto, cobra, e-mail, mail
vraagt, vragen, biedt, bieden, bood, stelt voor, voorgesteld, rekent, mail, e-mail
żąda, żądają, oferuje, oferują, proponuje, proponują, chce, maila, mailu, mail
提示, 提案, オファー, 見積, メール
يطلب, تطلب, يعرض, تعرض, عرض, عرضت, يقترح, رسالة, بريد
`);

/** Another's, right before its amount: "one publisher asks 9 euros, another 12". */
const ANOTHER = listed(`
another, the other, others
der andere, ein anderer, die andere, eine andere, ein zweiter, andere
un autre, une autre, l'autre, d'autres
otro, otra, el otro, la otra, otros
un altro, un'altra, l'altro, l'altra, altri
outro, outra, o outro, a outra, outros
een ander, een andere, de ander, de andere, anderen
inny, inna, drugi, druga, inni
別の媒体社は, 別の社は, もう一社は, もう一方は
آخر, أخرى, الآخر, الأخرى, آخرون, آخر يطلب
`);
/** In characters. */
const RIGHT_BEFORE = 16;

/** A bound that is not in force, or that binds others. */
const ABOLISHED = listed(`
abolish*, scrapped, no longer applies, no longer apply, no longer valid, no longer in force, does not apply, doesn't apply, do not apply, don't apply, been lifted, was lifted, been removed, was removed, been dropped, was dropped, withdrawn, done away with, is gone, has gone, obsolete, no longer exists, has expired, is history, there used to be, no longer have one, a thing of the past, forget the, ignore the, another campaign, a different campaign, floor price, minimum cpm, sister brand*, sister compan*, only applied to, only for our
entfällt, entfallen, abgeschafft, aufgehoben, gestrichen, gilt nicht mehr, gelten nicht mehr, nicht mehr gültig, gilt nicht für uns, gilt für uns nicht, gilt hier nicht, weggefallen, fällt weg, hinfällig, ersatzlos, außer kraft, vom tisch, gab mal, gab früher, gibt es nicht mehr, gibt's nicht mehr, vergesst den, vergesst das, vergessen sie den, vergessen sie das, andere kampagne, anderen kampagne, mindestpreis*, mindest-tkp, schwestermarke*, schwesterfirma, galt nur, gilt nur für
est supprim*, été supprim*, abrog*, est levé*, été levé*, abandonné*, n'est plus en vigueur, ne s'applique plus, ne s'applique pas, ne vaut plus, n'est plus valable, caduc, caduque, n'existe plus, ne nous concerne pas, ne nous concerne plus, oubliez le, oubliez la, n'y en a plus, autre campagne, prix plancher, plus d'actualité, marque sœur, ne valait que, ne concernait que
eliminado, eliminó, suprimido, suprimió, derogado, anulado, retirado, ya no se aplica, no se aplica, ya no rige, ya no vale, ya no existe, ha desaparecido, desaparece, sin efecto, se ha quitado, era cosa de, no nos afecta, no va con nosotros, olvidad el, olviden el, olvida el, ya no hay, ya no lo hay, otra campaña, precio mínimo, marca hermana, solo valía para, solo se aplicaba
abolit*, è stato eliminato, è stato rimosso, è stato tolto, è stato cancellato, abrogato, decaduto, non vale più, non si applica, non è più in vigore, non esiste più, non ci riguarda, non riguarda noi, dimenticate il, dimentica il, ora non c'è più, non c'è più, altra campagna, prezzo minimo, marchio gemello, marchio fratello, marchio consociato, valeva per, valeva solo per
foi retirado, foi eliminado, abolid*, foi removido, foi suprimido, revogado, anulado, extinto, deixou de valer, deixa de valer, deixou de existir, acabou, terminou, já não se aplica, não se aplica, já não vale, não vale mais, não existe mais, já não existe, sem efeito, não nos diz respeito, esqueçam o, esqueça o, já não há, não há mais, outra campanha, preço mínimo, marca irmã, só valia para, valia para
geschrapt, afgeschaft, vervallen, vervalt, opgeheven, ingetrokken, geldt niet meer, geldt niet voor ons, geldt voor ons niet, niet meer van toepassing, niet van toepassing, losgelaten, vergeet de, vergeet het, is er niet meer, andere campagne, minimumprijs, bodemprijs, zustermerk*, gold alleen voor, was alleen voor
zniesion*, zlikwidowan*, uchylon*, wycofan*, usunięt*, anulowan*, już nie obowiązuje, nie obowiązuje, przestał obowiązywać, nas nie dotyczy, nie dotyczy nas, odwołan*, zapomnijcie o, proszę zapomnieć, już go nie ma, już nie ma, innej kampanii, cena minimalna, siostrzan*
廃止, 撤廃, 撤回, 取り消, なくなりました, なくなった, 適用されません, 適用されない, 適用外, 無効, 忘れてください, 無視してください, 別のキャンペーン, 最低価格, 姉妹ブランド, 姉妹会社
ألغي, ألغيت, ألغينا, تم إلغاء, إلغاء, لم يعد ساريا, لم يعد قائما, لم يعد مطبقا, لا يسري, لا ينطبق, ملغى, ملغاة, أزيل, انسوا, تجاهلوا, لم يعد هناك, حملة أخرى, السعر الأدنى, لم يعد موجودا, لم يعد ينطبق, انتهى, علامتنا الشقيقة, العلامة الشقيقة, شقيقة
`);

/** What has been so, and stays. */
const KEPT = listed(`
stays, stay, remains, remain, unchanged, same as, the same, as last, like last, still applies, still stands, continues, keep, kept, maintained
bleibt, bleiben, unverändert, gilt weiter*, weiterhin, wie letztes, wie im, wie voriges, wie bisher, beibehalten, derselbe, dieselbe, gleiche
reste, restent, inchangé*, maintenu*, maintient, maintenons, même, comme l'an, comme l'année, toujours valable, reconduit*
mantiene, mantienen, mantenemos, sigue, siguen, igual que, mismo, misma, como el año, sin cambios, se conserva
resta, restano, rimane, invariato, confermat*, mantien*, manteniamo, stesso, stessa, come l'anno, come lo scorso
mantém, mantêm, mantém-se, mantemos, permanece, continua, igual ao, mesmo, mesma, como no ano, inalterado
blijft, blijven, ongewijzigd, zoals vorig, dezelfde, hetzelfde, gehandhaafd, handhaven, net als
pozostaje, pozostaj*, bez zmian, utrzymuj*, utrzyman*, taki sam, ten sam, nadal obowiązuje, tak jak, jak w zeszłym
同じ, 同額, 据え置き, 据置, 維持, 変わらず, 同様, 引き続き
يبقى, تبقى, كما هو, كما هي, نفس, نفسه, دون تغيير, يستمر, مثل العام
`);

/** Money that is not for media. */
const OTHERS_MONEY = listed(`
turnover, annual sales, annual revenue, revenue*, turned over, sales figures, not the media budget, not the budget, not our budget, turns over, we turn over
umsatz*, jahresumsatz*, umsätze, erlös, erlöse, nicht das mediabudget, nicht das budget, nicht der etat, jahreserlös*
chiffre d'affaires, ventes annuelles, recettes, pas au budget*, pas le budget*, pas du budget*, chiffre d'affaire, ca annuel
facturación, volumen de negocio, ventas anuales, no la inversión, no el presupuesto, no al presupuesto, facturamos, facturan
fatturato, ricavi, non il budget, non al budget, fatturiamo, fattura
faturamento, faturação, receita anual, volume de negócios, não a verba, não o orçamento, não à verba, não ao orçamento, faturamos, fatura por ano, facturamos
omzet, jaaromzet, niet het mediabudget, niet het budget, jaarlijkse omzet
obrót, obroty, roczny obrót, przychód, przychody, nie budżet*, a nie budżet*, obrotów, obrotu, przychodu, przychodów
売上, 年商, 売り上げ, 予算ではありません, 予算ではない, 月商, 年間売上
مبيعات, المبيعات, إيرادات, الإيرادات, وليس ميزانية, وليست ميزانية, ليس ميزانية, ليست ميزانية, المبيعات السنوية
`);

/** What there is to win, and what investors gave. */
const WON_OR_RAISED = listed(`
win, prize*, jackpot, voucher*, gift card*, raised, raised in, funding round, seed round, series a, series b, valuation, valued at, donat*
preisgeld*, gewinne, gewinnen, gewinnspiel*, hauptgewinn, gutschein*, eingesammelt, finanzierungsrunde, kapital erhalten, bewertung von, gespendet, spenden
gagnez, gagner, à gagner, prix de, bon d'achat, bons d'achat, levé, levée, levée de fonds, valorisation, valorisé*, dons
gana, ganar, premio*, sorteo, vale de, recaudado, recaudamos, levantado, hemos levantado, ronda de financiación, ronda de inversión, valoración de, donativos
vinci, vincere, premi, premio*, montepremi, buono da, raccolto, abbiamo raccolto, round di, valutazione di, donazioni
ganhe, ganhar, prêmio*, prémio*, sorteio, vale de, captamos, captado, levantamos, levantado, rodada de, ronda de investimento, avaliada em
win, prijs, prijzengeld, prijzenpot, cadeaubon*, opgehaald, financieringsronde, kapitaalronde, waardering van, gedoneerd
wygraj, nagrod*, bon o wartości, pozyskaliśmy, pozyskano, runda finansowania, wycena, darowizn*
賞金, 当たる, 商品券, 調達, 寄付
اربح, جائزة, جوائز, قسيمة, جمعنا, جولة تمويل, تبرعات
`);

/** What is asked of a price. */
const WORTH = listed(`
realistic, fair, reasonable, expensive, too high, too much, a lot, competitive, good price, good deal, normal, usual, plausible, how many, what do you make, what do you think, worth it, cheap
realistisch, fair, angemessen, teuer, zu hoch, zu viel, viel, marktüblich, üblich, normal, guter preis, plausibel, wie viele, wieviele, was haltet, was meint, wie schätzt, in ordnung, günstig
réaliste, juste, raisonnable, cher, trop élevé, beaucoup, compétitif, normal, bon prix, combien, qu'en pensez, que pensez, qu'en penses, correct
realista, justo, razonable, caro, demasiado, mucho, competitivo, normal, buen precio, cuántos, cuántas, qué os parece, qué le parece, qué opináis, qué opina
realistico, giusto, ragionevole, caro, troppo, tanto, competitivo, normale, buon prezzo, quanti, quante, cosa ne pensate, che ne pensate, cosa ne pensa
realista, justo, razoável, caro, demais, muito, competitivo, normal, bom preço, quantos, quantas, o que acham, o que acha, que lhes parece
realistisch, eerlijk, redelijk, duur, te hoog, te veel, veel, marktconform, normaal, gebruikelijk, goede prijs, hoeveel, wat vinden, wat vind
realistyczn*, uczciw*, rozsądn*, drogo, za drogo, za dużo, dużo, normaln*, dobra cena, ile, ilu, co sądzicie, co o tym, co myślicie
現実的, 妥当, 適正, 高い, 高すぎ, 割高, 相場, 普通, 何回, 何人, どれくらい, どう思, いかが, どうでしょう
واقعي, عادل, معقول, مرتفع, غال, كثير, طبيعي, ما رأيكم, كم, ما رأيك, مناسب
`);

/** What is paid for something else than a thousand contacts. */
const OTHER_PRICES = listed(`
cpc, cpa, cpl, cpv, cpi, cpo, per click, per lead, per order, per view, per install, per acquisition, per action, per sale, per visit, per sign-up, per customer, per month, a month, a year, monthly, cpcv, cpe, cpcl, vcpv, per completed view, per complete view, per engagement, per download, per listen, per stream, per spot, per screen, per face
klickpreis*, pro klick, je klick, pro lead, je lead, pro bestellung, pro kauf, pro kunde, pro abschluss, im monat, pro monat, monatlich, im jahr, pro view, je view, pro aufruf, je aufruf, pro abruf, je abruf, pro wiedergabe, pro ansicht, pro interaktion, pro download, pro spot, pro fläche
par clic, le clic, par lead, par prospect, par commande, par vue, par installation, par mois, mensuel, mensuels, par an, la vue, par vue complète, par vue complétée, par engagement, par téléchargement, par spot, par face, coût par vue
por clic, por lead, por pedido, por visualización, por venta, por instalación, por adquisición, al mes, mensual, mensuales, al año, por visualización completa, por vista, por vista completa, por interacción, por descarga, por spot, coste por visionado, por visionado
per clic, a clic, per lead, per ordine, per visualizzazione, per vendita, al mese, mensili, all'anno, per view, per visualizzazione completa, a visualizzazione, per download, per interazione, per spot, costo per visualizzazione
por clique, por lead, por pedido, por venda, por instalação, por mês, ao mês, mensais, por ano, por visualização, por visualização completa, por view, por interação, por download, por spot
per klik, per lead, per bestelling, per verkoop, per maand, maandelijks, per jaar, per weergave, per view, per voltooide weergave, per interactie, per download, per spot
za kliknięcie, za klik, za lead, za zamówienie, za sprzedaż, miesięcznie, za miesiąc, rocznie, za wyświetlenie wideo, za obejrzenie, za odsłonę wideo, za pobranie, za interakcję, za spot
クリック単価, 1クリック, クリックあたり, 獲得単価, 月額, 1件あたり, 再生単価, 視聴単価, 完全視聴単価, 1再生, 再生あたり, 1視聴, 視聴あたり, 1ビュー, エンゲージメント単価, ダウンロード単価
للنقرة, لكل نقرة, سعر النقرة, تكلفة النقرة, شهريا, في الشهر, سنويا, تكلفة المشاهدة, للمشاهدة, لكل مشاهدة, سعر المشاهدة, للمشاهدة الواحدة, للمشاهدة الكاملة, لكل تحميل, لكل تفاعل
`);

/** Publishers say so, of what they do not sell for less. */
const SELLING = listed(`
as a publisher, as publisher*, as a sales house, as a network, as a media owner, as the seller, as a broadcaster, do not sell, don't sell, never sell, accept bids, accept offers, go below, let it go
als publisher, als vermarkter*, als verlag, als sender, verkaufen, gebote, geben wir nicht ab
en tant que régie, en tant qu'éditeur, en tant que média, en tant que support, vendons, descendons, enchères
como soporte, como medio, como editor*, vendemos, admitimos, aceptamos pujas, bajamos, pujas
come concessionaria, come editore, come emittente, scendiamo, vendiamo, offerte
como veículo, como editor*, como meio, vendemos, descemos, baixamos, aceitamos
als exploitant, als uitgever, als zender, verkopen, gaan we niet, gaan wij niet, biedingen
jako wydawca, jako nadawca, schodzimy, sprzedajemy, przyjmujemy
当媒体, 弊媒体, 弊社媒体, 販売
كناشر, كوسيلة, بصفتنا, لا نبيع, نبيع, لا ننزل, لا نقبل عروضا
`);
const LOWER = listed(`
below, under, less than, lower than
unter, unterhalb, weniger als, niedriger als
en dessous, au-dessous, inférieur*, moins de, sous
por debajo, inferior*, menos de
sotto, inferior*, meno di, al di sotto
abaixo, inferior*, menos de
onder, lager dan, minder dan, beneden
poniżej, niższ*, mniej niż
未満, 以下, 下回
أقل, تقل, يقل, دون, تحت
`);
const DENIED = listed(`
not, don't, never, nothing, no, won't, can't, cannot
nicht, nie, niemals, nichts, keine, kein
pas, jamais, rien
no, nunca, nada
non, mai, niente, nulla
não, nunca, nada
niet, nooit, niets, geen
nie, nigdy, nic
ません, ない
لا, لن, ليس
`);

/**
 * Whether an amount is only told: a price to compare with, a bound that is no longer one, another's money, or the least that a publisher
 * takes.
 */
export function isOnlyMentioned({ kind, certainty }: Chip, part: Part): boolean {
  const whole = wholeOf(part);
  if (kind === "budget") return isOthersMoney(certainty, wholeOf(clauseIn(behindLabel(part))));
  if (isAbolished(part) || isSellers(part, whole)) return true;
  if (certainty === ONLY_CEILING) return holdsAny(wholeOf(clauseIn(part)), OTHER_PRICES);
  if (certainty === CALLED_CEILING || isKept(part)) return false;
  if (part.isAsked && holdsAny(whole, WORTH)) return true;
  if (holdsAny(part.before.slice(-RIGHT_BEFORE), ANOTHER)) return true;
  return holdsAny(whole, COMPARED) || (holdsAny(part.before, SELLERS) && holdsAny(whole, QUOTING));
}

/** "Turnover of the client: 20 million": the label before the amount is of its clause. */
function behindLabel(part: Part): Part {
  return { ...part, before: part.before.replace(LABEL, " ") };
}

const LABEL = /\s?[:：]\s?(?:\p{Sc}|[a-z]{3}\s)?\s?$/u;

/** What is called a budget is one, whatever there is to win. */
function isOthersMoney(certainty: number, clause: string): boolean {
  return holdsAny(clause, OTHERS_MONEY) || (certainty < CALLED_BUDGET && holdsAny(clause, WON_OR_RAISED));
}

const CALLED_BUDGET = 0.9;

/** In the clause of the amount, or in one behind it that goes on about it: ", which no longer applies". What else is abolished, is not. */
function isAbolished(part: Part): boolean {
  if (holdsAny(wholeOf(clauseIn(part)), ABOLISHED)) return true;
  const [, ...others] = part.behind.split(COMMA);
  return others.some((one) => {
    const rest = one.replace(PRONOUN, "").trimStart();
    return ABOLISHED.some((word) => {
      const at = placeOf(word, rest);
      return at >= 0 && at <= MOST_BEFORE;
    });
  });
}

const COMMA = /[,،、]/u;
const PRONOUN =
  /^\s*(?:but|and|that|which|it|das|der|die|aber|und|qui|mais|il|elle|que|pero|ese|che|ora|ma|mas|e|dat|maar|ale|to|ten|który|która)\s/u;
/** In characters. */
const MOST_BEFORE = 4;

/** "As a publisher we do not accept bids below 9", "non scendiamo sotto 8 euro". */
function isSellers(part: Part, whole: string): boolean {
  const clause = wholeOf(clauseIn(part));
  return holdsAny(clause, LOWER) && holdsAny(clause, DENIED) && holdsAny(whole, SELLING);
}

/** "The same ceiling as last year." */
export function isKept(part: Part): boolean {
  return holdsAny(wholeOf(part), KEPT);
}

/** The amount itself is no word. */
function wholeOf({ before, behind }: Part): string {
  return `${before} # ${behind}`;
}
