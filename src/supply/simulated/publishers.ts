import { PROFILES } from "./profiles.ts";
import { Simulation, type SimulationInput } from "./simulation.ts";

/** A section in few words: its name, its subject, its audience. */
const sections = (...lines: readonly string[]) =>
  lines.map((line) => {
    const [name = "", content = "", audience = ""] = line.split(" | ");
    return { name, content, audience };
  });

/** Nine more publishers, each of one subject, written in the languages of their countries. */
const OTHERS: readonly SimulationInput[] = [
  {
    seed: "northbound",
    name: "Northbound Outdoors",
    publisherDomain: "northbound.example",
    channels: ["display", "olv", "podcast"],
    currency: "USD",
    countries: ["US", "CA"],
    productCount: 15,
    sections: sections(
      "Trail Guides | hiking trails, trekking and backpacking routes | hikers and backpackers",
      "Camp Kitchen | camping, campfire coffee and trail food | campers and coffee lovers",
      "Weekend Away | weekend trips, national parks and road trips | weekend travellers",
      "Gear Room | tents, boots and outdoor equipment tests | outdoor enthusiasts",
      "Summit Stories | climbing and mountaineering | climbers and mountaineers",
    ),
  },
  {
    seed: "alpenkanal",
    name: "Alpenkanal",
    publisherDomain: "alpenkanal.example",
    channels: ["ctv", "display", "podcast"],
    currency: "EUR",
    countries: ["DE", "AT", "CH"],
    language: "de",
    productCount: 15,
    sections: sections(
      "Bergzeit | Wandern, Bergtouren und Hütten | Wanderer und Bergfreunde",
      "Küche und Keller | Rezepte, Kochen und Wein | Hobbyköche und Genießer",
      "Winterfreuden | Skigebiete und Wintersport | Skifahrer",
      "Technik heute | Elektronik, Smartphones und Software | Technikfans",
      "Kinderzimmer | Zeichentrick und Spielzeug | Familien mit Kindern",
    ),
  },
  {
    seed: "stadtlicht",
    name: "Stadtlicht Medien",
    publisherDomain: "stadtlicht.example",
    channels: ["dooh"],
    currency: "EUR",
    countries: ["DE"],
    language: "de",
    productCount: 10,
    sections: sections(
      "Fitnessstudios | digitale Screens in Fitnessstudios | Sportler und Trainierende",
      "Bahnhöfe | digitale Screens in Bahnhöfen | Pendler und Reisende",
      "Supermärkte | digitale Screens an der Kasse im Supermarkt | Haushalte beim Einkauf",
      "Hochschulen | digitale Screens in Mensen und Hochschulen | Studierende",
      "Wartezimmer | digitale Screens in Arztpraxen und Apotheken | Patienten und Senioren",
    ),
  },
  {
    seed: "le-quai",
    name: "Le Quai Média",
    publisherDomain: "lequai.example",
    channels: ["dooh", "display"],
    currency: "EUR",
    countries: ["FR"],
    language: "fr",
    productCount: 15,
    sections: sections(
      "Gares | écrans dans les gares | navetteurs et voyageurs",
      "Parfumeries | beauté, parfums et maquillage | acheteuses de cosmétiques",
      "Aéroports | boutiques et salons des aéroports | voyageurs d'affaires",
      "Marchés | recettes, cuisine et produits frais | amateurs de cuisine",
      "Débats | politique et élections | citoyens engagés",
      "Cinéma | films et sorties en salles | cinéphiles",
    ),
  },
  {
    seed: "plaza-sonora",
    name: "Plaza Sonora",
    publisherDomain: "plazasonora.example",
    channels: ["podcast", "streaming_audio"],
    currency: "EUR",
    countries: ["ES"],
    language: "es",
    productCount: 15,
    sections: sections(
      "Gol en vivo | fútbol y análisis de la liga | aficionados al fútbol",
      "Mesa puesta | recetas, cocina y vino | amantes de la cocina",
      "Dinero claro | ahorro, hipotecas e inversión | ahorradores e inversores",
      "Crianza | embarazo, bebés y crianza | padres y madres",
      "Caminos | senderismo y viajes de aventura | senderistas y viajeros",
      "Éxitos | música pop y conciertos | jóvenes melómanos",
    ),
  },
  {
    seed: "piazza-digitale",
    name: "Piazza Digitale",
    publisherDomain: "piazzadigitale.example",
    channels: ["display", "social", "olv"],
    currency: "EUR",
    countries: ["IT"],
    language: "it",
    productCount: 15,
    sections: sections(
      "Forno e fornelli | ricette, pasta e pizza | famiglie e cuochi di casa",
      "Passerella | moda, sfilate e bellezza | appassionate di moda",
      "Motori | auto elettriche e prove su strada | automobilisti",
      "Casa viva | arredamento e giardinaggio | proprietari di casa",
      "Scommesse | pronostici, scommesse sportive e casinò | scommettitori",
    ),
  },
  {
    seed: "hibiki",
    name: "Hibiki Network",
    publisherDomain: "hibiki.example",
    channels: ["display", "podcast", "ctv"],
    currency: "JPY",
    countries: ["JP"],
    language: "ja",
    productCount: 15,
    sections: sections(
      "山あるき | 登山とハイキング | 登山者",
      "毎日の献立 | 料理とレシピ | 家族と料理好き",
      "野球の時間 | プロ野球と高校野球 | 野球ファン",
      "アニメ館 | アニメとゲーム | 若者",
      "経済の目 | 経済と投資 | 会社員と投資家",
    ),
  },
  {
    seed: "ledger-and-line",
    name: "Ledger & Line",
    publisherDomain: "ledgerandline.example",
    channels: ["display", "podcast"],
    currency: "GBP",
    countries: ["GB", "IE"],
    productCount: 14,
    sections: sections(
      "Server Room | cloud, cybersecurity and enterprise IT | IT decision makers",
      "Boardroom | management, mergers and strategy | executives and finance directors",
      "Warehouse Weekly | logistics, freight and supply chain | logistics managers",
      "Clinic | hospital procurement and medical devices | doctors and hospital managers",
      "People Desk | human resources and recruitment | HR managers",
      "Small Firms | accounting and tax for small businesses | small business owners",
      "Site Works | construction and building materials | builders and architects",
    ),
  },
  {
    seed: "arcadia-play",
    name: "Arcadia Play",
    publisherDomain: "arcadiaplay.example",
    channels: ["olv", "social"],
    currency: "GBP",
    countries: ["GB"],
    productCount: 14,
    sections: sections(
      "Console Corner | video games and console reviews | gamers 18-34",
      "Arena | esports tournaments and live streams | esports viewers",
      "Pet Reels | dogs, cats and other pets | pet owners",
      "Green Fingers | gardening and allotments | gardeners",
      "Garage | cars, motorcycles and electric vehicles | motorists and car buyers",
      "Nursery | pregnancy, babies and parenting | new parents",
      "Late Casino | betting, poker and casino games | adults who gamble",
    ),
  },
];

/**
 * The publishers of a sandbox: twelve, in six countries and languages, and what few briefs want among the rest. An agent's buy waits
 * for its creatives, as AdCP has it; a newcomer's first campaign in the marketplace itself runs without any.
 */
export const PUBLISHERS: readonly Simulation[] = [
  ...Object.values(PROFILES),
  ...OTHERS.map((publisher) => Simulation.parse(publisher)),
].map((publisher) => ({ ...publisher, creativeRules: { ...publisher.creativeRules, wantedOfAgents: true } }));
