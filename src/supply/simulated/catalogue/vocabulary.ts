import type { Channel } from "../simulation.ts";

/** What a channel's products are made of, what they cost, and how their audience behaves. */
export interface ChannelWords {
  readonly medium: "video" | "audio" | "display";
  readonly title: string;
  readonly genres: readonly { readonly name: string; readonly content: string; readonly audience: string }[];
  readonly placements: readonly { readonly name: string; readonly detail: string }[];
  /** Lowest and highest CPM, in major units of a currency worth about a dollar. */
  readonly cpm: readonly [low: number, high: number];
  readonly clickRate: number;
  /** Of impressions; 0 where nothing plays. */
  readonly viewRate: number;
  /** Of views. */
  readonly completionRate: number;
}

const SCREEN_GENRES = [
  {
    name: "Crime & Drama",
    content: "crime series and prestige drama",
    audience: "adults 25-54 who binge whole seasons",
  },
  {
    name: "Live Sports",
    content: "live football, basketball and tennis",
    audience: "sports fans and fantasy league players",
  },
  { name: "Family Night", content: "animation and family films", audience: "parents with children under 12" },
  {
    name: "Food & Travel",
    content: "cooking shows and travel documentaries",
    audience: "foodies, holiday planners and home cooks",
  },
  {
    name: "Home & Garden",
    content: "renovation, interior design and gardening",
    audience: "homeowners and DIY enthusiasts",
  },
  { name: "Comedy", content: "sitcoms and stand-up comedy", audience: "young adults 18-34 and students" },
];

const NEWS_GENRES = [
  { name: "World News", content: "breaking news and politics", audience: "informed adults and decision makers" },
  {
    name: "Business & Finance",
    content: "markets, investing and personal finance",
    audience: "investors and business executives",
  },
  {
    name: "Technology",
    content: "gadget reviews, software and AI coverage",
    audience: "early adopters and IT professionals",
  },
  {
    name: "Health & Fitness",
    content: "wellness, nutrition and running",
    audience: "health-conscious women and men 25-49",
  },
  {
    name: "Automotive",
    content: "car reviews, electric vehicles and motor sport",
    audience: "auto intenders and car owners",
  },
  { name: "Style & Beauty", content: "fashion, beauty and skincare", audience: "fashion shoppers 18-44" },
];

const AUDIO_GENRES = [
  { name: "True Crime", content: "true crime investigations", audience: "loyal listeners 25-44, mostly women" },
  {
    name: "Business Daily",
    content: "entrepreneurship, startups and economics",
    audience: "founders, managers and professionals",
  },
  { name: "Sports Talk", content: "football analysis and match previews", audience: "sports fans and commuters" },
  {
    name: "Indie & Alternative",
    content: "new music, indie and alternative rock",
    audience: "music lovers 18-34 and festival goers",
  },
  {
    name: "Mind & Body",
    content: "meditation, hiking, running and mental health",
    audience: "wellness seekers and runners",
  },
  { name: "Parenting", content: "family life, education and pregnancy", audience: "new parents and families" },
];

const CITY_GENRES = [
  { name: "City Centre", content: "shopping streets and squares", audience: "shoppers and tourists" },
  { name: "Transit", content: "metro and railway stations", audience: "commuters and students" },
  { name: "Airport", content: "terminals and lounges", audience: "business travellers and holiday makers" },
  { name: "Grocery", content: "supermarket entrances and car parks", audience: "grocery shoppers and families" },
  { name: "Roadside", content: "arterial roads and motorway services", audience: "drivers and car owners" },
  { name: "Fitness Clubs", content: "gyms and leisure centres", audience: "fitness enthusiasts 18-44" },
];

const SPOTS = [
  { name: "First Break", detail: "first position in the first break" },
  { name: "Prime Time", detail: "evenings from 19:00 to 23:00" },
  { name: "Run of Schedule", detail: "all hours and all breaks" },
  { name: "Weekend", detail: "Saturday and Sunday only" },
];

const AUDIO_SPOTS = [
  { name: "Mid-roll", detail: "in the middle of the episode" },
  { name: "Pre-roll", detail: "before the episode begins" },
  { name: "Morning Commute", detail: "weekdays from 06:00 to 10:00" },
  { name: "Run of Network", detail: "all shows and all hours" },
];

const PAGE_SPOTS = [
  { name: "Homepage Takeover", detail: "every slot of the section's front page" },
  { name: "In-article", detail: "between the paragraphs of an article" },
  { name: "Run of Section", detail: "all slots of the section" },
  { name: "Mobile", detail: "phones and tablets only" },
];

export const VOCABULARY: Readonly<Record<Channel, ChannelWords>> = {
  ctv: {
    medium: "video",
    title: "Connected TV",
    genres: SCREEN_GENRES,
    placements: SPOTS,
    cpm: [22, 42],
    clickRate: 0.0002,
    viewRate: 0.99,
    completionRate: 0.95,
  },
  olv: {
    medium: "video",
    title: "Online video",
    genres: SCREEN_GENRES,
    placements: PAGE_SPOTS,
    cpm: [9, 18],
    clickRate: 0.004,
    viewRate: 0.85,
    completionRate: 0.68,
  },
  display: {
    medium: "display",
    title: "Display",
    genres: NEWS_GENRES,
    placements: PAGE_SPOTS,
    cpm: [2, 8],
    clickRate: 0.0015,
    viewRate: 0,
    completionRate: 0,
  },
  social: {
    medium: "video",
    title: "Social feed",
    genres: NEWS_GENRES,
    placements: PAGE_SPOTS,
    cpm: [5, 12],
    clickRate: 0.009,
    viewRate: 0.55,
    completionRate: 0.3,
  },
  podcast: {
    medium: "audio",
    title: "Podcast",
    genres: AUDIO_GENRES,
    placements: AUDIO_SPOTS,
    cpm: [18, 32],
    clickRate: 0,
    viewRate: 0.97,
    completionRate: 0.9,
  },
  streaming_audio: {
    medium: "audio",
    title: "Streaming audio",
    genres: AUDIO_GENRES,
    placements: AUDIO_SPOTS,
    cpm: [8, 16],
    clickRate: 0.0006,
    viewRate: 0.98,
    completionRate: 0.93,
  },
  dooh: {
    medium: "display",
    title: "Digital out-of-home",
    genres: CITY_GENRES,
    placements: SPOTS,
    cpm: [5, 14],
    clickRate: 0,
    viewRate: 0,
    completionRate: 0,
  },
};
