import { v7 } from "uuid";
import type { Prisma } from "../generated/client.ts";

const europeanUnion =
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split(" ");

const methods = [
  {
    key: "standard",
    name: "Standard",
    description: "By ground, to your door or mailbox",
    descriptions: {
      de: "Auf dem Landweg, an die Haustür oder in den Briefkasten",
      ar: "بالشحن البري، إلى باب منزلك أو صندوق بريدك",
    },
    countries: ["US"],
    prices: { USD: 500, EUR: 450 },
    minDays: 3,
    maxDays: 5,
  },
  {
    key: "express",
    name: "Express",
    description: "By air, with a signature on request",
    descriptions: {
      de: "Per Luftpost, auf Wunsch gegen Unterschrift",
      ar: "بالشحن الجوي، مع التوقيع عند الاستلام إذا طلبت ذلك",
    },
    countries: ["US"],
    prices: { USD: 1500, EUR: 1400 },
    minDays: 1,
    maxDays: 2,
  },
  {
    key: "international",
    name: "International",
    description: "Tracked all the way; duties may be due on arrival",
    descriptions: {
      de: "Mit Sendungsverfolgung; bei der Ankunft können Zollgebühren anfallen",
      ar: "مع تتبّع الشحنة طوال الطريق؛ وقد تُستحق رسوم جمركية عند الوصول",
    },
    countries: [...europeanUnion, "AU", "CA", "CH", "GB", "JP", "NO", "NZ"],
    prices: { USD: 1900, EUR: 1700 },
    minDays: 6,
    maxDays: 10,
  },
];

/** A method as stored in an order; the price is in cents. */
export type ChosenShipping = {
  id: string;
  key: string;
  name: string;
  price: number;
  minDays: number;
  maxDays: number;
};

/** Writes the shipping methods. Returns them by key, with their price in dollars. */
export async function seedShipping(tx: Prisma.TransactionClient): Promise<Map<string, ChosenShipping>> {
  const rows = methods.map((method, index) => ({ id: v7(), ...method, position: index + 1 }));
  await tx.shippingMethod.createMany({ data: rows });
  return new Map(
    rows.map(({ id, key, name, prices, minDays, maxDays }) => [
      key,
      { id, key, name, price: prices.USD, minDays, maxDays },
    ]),
  );
}
