import type { Words } from "./handbook.ts";

/** The operations' words, and what German, French, Spanish and Dutch speakers say instead, without accents. */
const SPOKEN: Words = {
  accept: "akzeptieren akzeptiere zustimmen accepter accepte aceptar acepto accepteren accepteer",
  account: "konto konten compte comptes cuenta cuentas rekening rekeningen",
  add: "hinzufugen aufnehmen ajouter ajoute anadir anado agregar toevoegen",
  advertiser:
    "werbetreibender werbetreibenden werbekunde annonceur annonceurs anunciante anunciantes adverteerder adverteerders",
  approve:
    "genehmigen genehmige freigeben freigebe zulassen approuver approuve valider aprobar apruebo goedkeuren goedkeur",
  archive: "archivieren archiver archivar archiveren",
  audit: "protokoll journal registro logboek geandert modifie gewijzigd cambiado",
  book: "buchen buche reserver reservar boeken",
  budget: "budgets presupuesto presupuestos",
  buyer: "kaufer einkaufer acheteur acheteurs comprador compradores koper kopers inkoper inkopers",
  campaign: "kampagne kampagnen campagne campagnes campana campanas",
  catalog: "katalog kataloge catalogue catalogues catalogo catalogos catalogus",
  change: "andern andere modifier modifie cambiar cambio wijzigen wijzig",
  colleague: "kollege kollegen kollegin collegue collegues companero companeros collega",
  connect: "verbinden anbinden connecter conectar verbind",
  create: "erstellen erstelle anlegen lege creer cree crear creo aanmaken maak",
  creative:
    "werbemittel creatif creatifs creation creatividad creatividades anuncio anuncios advertentie advertenties banner",
  credential: "zugangsdaten zugang identifiants identifiant credenciales credencial inloggegevens",
  delete: "loschen losche supprimer supprime eliminar borrar verwijderen verwijder",
  delivery: "auslieferung ausgeliefert diffusion diffuse entrega servido uitlevering geleverd",
  discount: "rabatt rabatte remise remises descuento descuentos korting kortingen",
  discover: "finden finde suchen suche trouver trouve chercher buscar busco encontrar vinden vind zoeken zoek",
  download: "herunterladen telecharger descargar downloaden",
  impressions: "impressionen impresiones vertoningen",
  invite: "einladen einladung einlade inviter invite invitar invito uitnodigen uitnodiging nodig",
  inventory: "inventar inventaire inventario inventaris",
  join: "beitreten beigetreten rejoint rejoindre unido unirse aangemeld",
  key: "schlussel cle cles clave claves llave sleutel sleutels",
  launch: "starten starte lancer lance lanzar lanzo start",
  list: "zeige zeig auflisten welche welcher lister liste montrer montre quels quelles listar muestra muestrame cuales toon welke lijst",
  logo: "logos",
  market: "marktplatz marche mercado marktplaats",
  notification: "nachrichten benachrichtigungen notificaciones meldingen berichten",
  order: "bestellung bestellungen auftrag auftrage commande commandes pedido pedidos bestelling bestellingen",
  pause:
    "pausieren pausiere anhalten stoppen stoppe stopp suspendre arreter arrete pausar detener pausa pauzeren pauzeer",
  price: "preis preise prix precio precios prijs prijzen",
  product: "produkt produkte produits produit producto productos producten",
  ready: "bereit pret pronto listo klaar",
  readiness: "live warum pourquoi porque waarom",
  reject: "ablehnen ablehne refuser rechazar afwijzen",
  report: "bericht berichte auswertung rapport rapports informe informes rapportage",
  resume: "fortsetzen reprendre relancer reanudar hervatten",
  seller: "verkaufer anbieter vendeur vendeurs vendedor vendedores verkoper verkopers aanbieder",
  show: "ansehen voir ver zien",
  source: "quelle quellen sources fuente fuentes bron bronnen",
  spend: "ausgegeben ausgaben kosten depense depenses depensons gastado gasto uitgegeven uitgaven",
  storefront: "schaufenster vitrine vitrines boutique escaparate tienda winkel etalage",
  terms: "nutzungsbedingungen bedingungen conditions condiciones terminos voorwaarden",
  upload: "hochladen televerser subir uploaden",
  wait: "wartet warten attend attendent espera esperan wacht wachten",
  webhook: "webhooks",
};

/** The operations' words, keyed by what people say. */
export const FOREIGN_WORDS: Words = invert(SPOKEN);

function invert(words: Words): Words {
  const pairs = Object.entries(words).flatMap(([english, said]) => said.split(" ").map((word) => [word, english]));
  const meanings = Map.groupBy(pairs, ([word = ""]) => word);
  return Object.fromEntries([...meanings].map(([word, all]) => [word, all.map(([, english]) => english).join(" ")]));
}
