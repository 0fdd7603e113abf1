import { type CategorySeed, eur, inColors, only, usd, variant } from "./product-seed.ts";

export const kitchen: CategorySeed = {
  slug: "kitchen",
  name: "Kitchen",
  products: [
    {
      slug: "stovetop-kettle",
      name: "Stovetop Kettle",
      description:
        "An enameled steel kettle with a beech grip that stays cool. It pours without dribbling and works on gas, electric and induction. Holds enough for six cups.",
      imageAlt: "A round, deep green kettle with a short spout and a wooden grip on its arched handle",
      position: 1,
      options: [],
      variants: [only("KIT-KETTLE", "1.6 quarts", 480, [usd(6800), eur(6400)])],
    },
    {
      slug: "stoneware-mug",
      name: "Stoneware Mug",
      description:
        "Thrown in stoneware and dipped by hand, so the glaze line sits a little differently on each one. The foot is left bare. Dishwasher and microwave safe; holds twelve ounces.",
      imageAlt: "A straight-sided mug of tea, glazed in sand above a bare clay foot",
      position: 6,
      options: [inColors("Color", ["Sand", "Sea", "Ink"])],
      variants: [
        variant("KIT-MUG-SAND", { Color: "Sand" }, 360, [usd(2400), eur(2200)], "stoneware-mug"),
        variant("KIT-MUG-SEA", { Color: "Sea" }, 320, [usd(2400), eur(2200)], "stoneware-mug-sea"),
        variant("KIT-MUG-INK", { Color: "Ink" }, 0, [usd(2400), eur(2200)], "stoneware-mug-ink"),
      ],
    },
    {
      slug: "bread-board",
      name: "Bread Board",
      description:
        "One plank, no glue lines, an inch thick. Oiled before it leaves us; oil it again when it starts to look thirsty. The leather loop is for hanging it up to dry.",
      imageAlt: "An oak bread board with a handle and a leather loop",
      position: 11,
      options: [inColors("Wood", ["Oak", "Walnut"]), { name: "Size", values: ["Medium", "Large"] }],
      variants: [
        variant(
          "KIT-BOARD-OAK-M",
          { Wood: "Oak", Size: "Medium" },
          240,
          [usd(5400), eur(5000)],
          "bread-board",
        ),
        variant(
          "KIT-BOARD-OAK-L",
          { Wood: "Oak", Size: "Large" },
          220,
          [usd(6800), eur(6300)],
          "bread-board",
        ),
        variant(
          "KIT-BOARD-WAL-M",
          { Wood: "Walnut", Size: "Medium" },
          180,
          [usd(6800), eur(6300)],
          "bread-board-walnut",
        ),
        variant(
          "KIT-BOARD-WAL-L",
          { Wood: "Walnut", Size: "Large" },
          140,
          [usd(8600), eur(7900)],
          "bread-board-walnut",
        ),
      ],
    },
    {
      slug: "cast-iron-skillet",
      name: "Cast-Iron Skillet",
      description:
        "Seasoned three times with flaxseed oil and ready for eggs on day one. Lighter than the one you inherited, with a pouring lip on each side. Hand wash, dry warm, and it will outlast the stove.",
      imageAlt: "A black cast-iron skillet seen from above",
      position: 16,
      options: [{ name: "Size", values: ["8 inch", "10 inch"] }],
      variants: [
        variant("KIT-SKILLET-8", { Size: "8 inch" }, 210, [usd(4200)]),
        variant("KIT-SKILLET-10", { Size: "10 inch" }, 260, [usd(5800)]),
      ],
    },
    {
      slug: "linen-tea-towel",
      name: "Linen Tea Towels",
      description:
        "A pair of towels in heavy linen that dries glasses without leaving lint. A little stiff at first, soft after five washes. Each has a loop for the hook.",
      imageAlt: "A cream linen tea towel with clay stripes hanging from a wooden peg",
      position: 20,
      options: [inColors("Stripe", ["Clay", "Sea"])],
      variants: [
        variant("KIT-TOWEL-CLAY", { Stripe: "Clay" }, 420, [usd(2800)], "linen-tea-towel"),
        variant("KIT-TOWEL-SEA", { Stripe: "Sea" }, 390, [usd(2800)], "linen-tea-towel-sea"),
      ],
    },
    {
      slug: "pepper-mill",
      name: "Pepper Mill",
      description:
        "Turned walnut around a hardened steel mechanism. Tighten the brass knob for a fine grind, loosen it for a coarse one. The mechanism comes out for cleaning with one screw.",
      imageAlt: "A turned walnut pepper mill with a brass knob, and a few peppercorns",
      position: 24,
      options: [],
      variants: [only("KIT-MILL", "Walnut, 8 inches", 190, [usd(4600)])],
    },
  ],
};
