import { type CategorySeed, eur, inColors, usd, variant } from "./product-seed.ts";

const sockPrices = [usd(1800), eur(1700)];

export const wardrobe: CategorySeed = {
  slug: "wardrobe",
  name: "Wardrobe",
  products: [
    {
      slug: "wool-beanie",
      name: "Wool Beanie",
      description:
        "Ribbed lambswool, knitted in one piece with no seam to itch. Wear the cuff once or twice folded. It shrugs off drizzle and dries on a doorknob overnight.",
      imageAlt: "A ribbed clay-red beanie with a folded cuff",
      position: 2,
      options: [inColors("Color", ["Clay", "Marsh", "Oat"])],
      variants: [
        variant("WRD-BEANIE-CLAY", { Color: "Clay" }, 280, [usd(3400), eur(3200)], "wool-beanie"),
        variant("WRD-BEANIE-MARSH", { Color: "Marsh" }, 300, [usd(3400), eur(3200)], "wool-beanie-marsh"),
        variant("WRD-BEANIE-OAT", { Color: "Oat" }, 3, [usd(3400), eur(3200)], "wool-beanie-oat"),
      ],
    },
    {
      slug: "canvas-apron",
      name: "Canvas Apron",
      description:
        "Twelve-ounce cotton canvas with a leather neck strap and ties long enough to knot in front. Two deep pockets below, one for a pencil above. Good in a kitchen, better in a shed.",
      imageAlt: "A dark blue canvas apron with pockets, brass rivets and a leather neck strap",
      position: 7,
      options: [inColors("Color", ["Ink", "Sand"])],
      variants: [
        variant("WRD-APRON-INK", { Color: "Ink" }, 210, [usd(6400)], "canvas-apron"),
        variant("WRD-APRON-SAND", { Color: "Sand" }, 190, [usd(6400)], "canvas-apron-sand"),
      ],
    },
    {
      slug: "merino-socks",
      name: "Merino Socks",
      description:
        "Merino with a little nylon at the heel and toe, where socks give up first. Warm in boots, not too warm in shoes. Machine wash cold; they do not shrink.",
      imageAlt: "A pair of blue socks with pale heels, toes and stripes",
      position: 14,
      options: [inColors("Color", ["Sea", "Clay"]), { name: "Size", values: ["Small", "Medium", "Large"] }],
      variants: [
        variant("WRD-SOCKS-SEA-S", { Color: "Sea", Size: "Small" }, 260, sockPrices, "merino-socks"),
        variant("WRD-SOCKS-SEA-M", { Color: "Sea", Size: "Medium" }, 380, sockPrices, "merino-socks"),
        variant("WRD-SOCKS-SEA-L", { Color: "Sea", Size: "Large" }, 320, sockPrices, "merino-socks"),
        variant("WRD-SOCKS-CLAY-S", { Color: "Clay", Size: "Small" }, 220, sockPrices, "merino-socks-clay"),
        variant("WRD-SOCKS-CLAY-M", { Color: "Clay", Size: "Medium" }, 340, sockPrices, "merino-socks-clay"),
        variant("WRD-SOCKS-CLAY-L", { Color: "Clay", Size: "Large" }, 290, sockPrices, "merino-socks-clay"),
      ],
    },
    {
      slug: "canvas-tote",
      name: "Canvas Tote",
      description:
        "Eighteen-ounce canvas with a doubled base and riveted leather handles. Stands up by itself while you fill it. Carries a week of groceries and does not mind a wet floor.",
      imageAlt: "An upright natural canvas tote with brown leather handles",
      position: 19,
      options: [inColors("Color", ["Natural", "Marsh"])],
      variants: [
        variant("WRD-TOTE-NATURAL", { Color: "Natural" }, 230, [usd(5800)], "canvas-tote"),
        variant("WRD-TOTE-MARSH", { Color: "Marsh" }, 200, [usd(5800)], "canvas-tote-marsh"),
      ],
    },
  ],
};
