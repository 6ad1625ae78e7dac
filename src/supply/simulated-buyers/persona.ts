/** A simulated buyer: its name, what it looks for, and how it bargains. */
export interface SimulatedBuyer {
  readonly operatorDomain: string;
  readonly brandDomain: string;
  readonly country: string;
  readonly name: string;
  readonly brief: string;
  /** How often it objects to the price before it decides, from 0 to 1. */
  readonly objects: number;
  readonly objection: string;
  /** How often it books if it has not objected, from 0 to 1. */
  readonly books: number;
  /** In US dollars, or whatever the product is sold in. */
  readonly budget: number;
}

export const PERSONAS: readonly SimulatedBuyer[] = [
  {
    operatorDomain: "northlight.example",
    brandDomain: "aurora-outdoor.example",
    country: "US",
    name: "Aurora Outdoor",
    brief: "Video and display for a hiking season launch, adults 25 to 44",
    objects: 0.2,
    objection: "The CPM is too high for us, can you come down?",
    books: 0.6,
    budget: 12_000,
  },
  {
    operatorDomain: "sparhaus.example",
    brandDomain: "sparhaus.example",
    country: "DE",
    name: "Sparhaus",
    brief: "Reichweite für ein Angebot im Handel, Display und Video",
    objects: 0.9,
    objection: "Das ist zu teuer, wir brauchen einen Rabatt",
    books: 0.25,
    budget: 6_000,
  },
  {
    operatorDomain: "studio-cava.example",
    brandDomain: "cava-brut.example",
    country: "ES",
    name: "Cava Brut",
    brief: "Campaña de notoriedad para una marca de bebidas",
    objects: 0.6,
    objection: "Es demasiado caro, ¿pueden hacer un descuento?",
    books: 0.4,
    budget: 9_000,
  },
  {
    operatorDomain: "northlight.example",
    brandDomain: "brightline-bank.example",
    country: "GB",
    name: "Brightline Bank",
    brief: "News audiences for a savings account, brand safe environments",
    objects: 0.3,
    objection: "Too expensive against last quarter, please come back with a better rate",
    books: 0.5,
    budget: 15_000,
  },
];
