import { type CategorySeed, eur, inColors, only, usd, variant } from "./product-seed.ts";

export const garden: CategorySeed = {
  slug: "garden",
  name: "Garden",
  products: [
    {
      slug: "watering-can",
      name: "Watering Can",
      description:
        "Two gallons in galvanized steel, balanced so that it pours from the wrist. The brass rose lifts off for the long jet. Seams are soldered and can be soldered again.",
      imageAlt: "A green watering can with a long spout and a brass rose",
      position: 3,
      options: [inColors("Finish", ["Marsh", "Zinc"])],
      variants: [
        variant("GDN-CAN-MARSH", { Finish: "Marsh" }, 250, [usd(5200), eur(4900)], "watering-can"),
        variant("GDN-CAN-ZINC", { Finish: "Zinc" }, 310, [usd(4800), eur(4500)], "watering-can-zinc"),
      ],
    },
    {
      slug: "secateurs",
      name: "Secateurs",
      description:
        "Bypass blades in carbon steel for stems up to three quarters of an inch. Grips are dipped in clay red, because green ones get lost in a hedge. Spring, blade and catch are sold as spares.",
      imageAlt: "Open secateurs with clay-red grips, a steel blade and a brass bolt",
      position: 8,
      options: [],
      variants: [only("GDN-SECATEURS", "8 inches", 270, [usd(5600), eur(5200)])],
    },
    {
      slug: "terracotta-pot",
      name: "Terracotta Pot",
      description:
        "Fired hot enough to stand outside through a frost. The wall breathes and the base has a proper hole, so roots stay healthy. The large one comes with its saucer.",
      imageAlt: "A large terracotta pot on a saucer with a small pot beside it",
      position: 13,
      options: [{ name: "Size", values: ["4 inch", "7 inch", "10 inch"] }],
      variants: [
        variant("GDN-POT-4", { Size: "4 inch" }, 640, [usd(900)]),
        variant("GDN-POT-7", { Size: "7 inch" }, 410, [usd(1600)]),
        variant("GDN-POT-10", { Size: "10 inch" }, 220, [usd(2800)]),
      ],
    },
    {
      slug: "garden-gloves",
      name: "Garden Gloves",
      description:
        "Goatskin palms that stop thorns and still let you feel a seedling. The long knitted cuff keeps soil out of your sleeves. They take on the shape of your hands within a week.",
      imageAlt: "A pair of tan gardening gloves with green cuffs",
      position: 18,
      options: [{ name: "Size", values: ["Small", "Medium", "Large"] }],
      variants: [
        variant("GDN-GLOVES-S", { Size: "Small" }, 240, [usd(2600)]),
        variant("GDN-GLOVES-M", { Size: "Medium" }, 330, [usd(2600)]),
        variant("GDN-GLOVES-L", { Size: "Large" }, 280, [usd(2600)]),
      ],
    },
    {
      slug: "hand-trowel",
      name: "Hand Trowel",
      description:
        "A stainless blade with a sharpened shoulder for cutting through roots. The handle is ash, held by a riveted brass ferrule. Hang it by the loop and it will be there next spring.",
      imageAlt: "A hand trowel with a pointed steel blade, a wooden handle and a leather loop",
      position: 21,
      options: [],
      variants: [only("GDN-TROWEL", "Ash and steel", 290, [usd(2400)])],
    },
  ],
};
