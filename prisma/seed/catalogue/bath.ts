import { type CategorySeed, eur, inColors, only, usd, variant } from "./product-seed.ts";

const handTowel = [usd(2200), eur(2000)];
const bathTowel = [usd(4800), eur(4500)];

export const bath: CategorySeed = {
  slug: "bath",
  name: "Bath",
  products: [
    {
      slug: "waffle-towel",
      name: "Waffle Towel",
      description:
        "Deep cotton waffle that soaks up more than it looks able to and is dry again by evening. It shrinks a little in the first wash and the squares stand up; that is how it should be.",
      imageAlt: "A cream waffle towel over a brass rail",
      position: 5,
      options: [inColors("Color", ["Cream", "Sea"]), { name: "Size", values: ["Hand", "Bath"] }],
      variants: [
        variant("BTH-WAFFLE-CREAM-H", { Color: "Cream", Size: "Hand" }, 420, handTowel, "waffle-towel"),
        variant("BTH-WAFFLE-CREAM-B", { Color: "Cream", Size: "Bath" }, 360, bathTowel, "waffle-towel"),
        variant("BTH-WAFFLE-SEA-H", { Color: "Sea", Size: "Hand" }, 310, handTowel, "waffle-towel-sea"),
        variant("BTH-WAFFLE-SEA-B", { Color: "Sea", Size: "Bath" }, 280, bathTowel, "waffle-towel-sea"),
      ],
    },
    {
      slug: "olive-soap",
      name: "Olive Oil Soap",
      description:
        "Olive oil, water, lye and six weeks on a shelf. A hard bar that lasts a month of showers and rinses clean. The scented ones use essential oil and nothing else.",
      imageAlt: "Three stacked bars of green soap, the top one in a paper band, beside an olive sprig",
      position: 10,
      options: [{ name: "Scent", values: ["Unscented", "Rosemary", "Cedar"] }],
      variants: [
        variant("BTH-SOAP-PLAIN", { Scent: "Unscented" }, 580, [usd(900), eur(850)]),
        variant("BTH-SOAP-ROSEMARY", { Scent: "Rosemary" }, 460, [usd(1000), eur(950)]),
        variant("BTH-SOAP-CEDAR", { Scent: "Cedar" }, 430, [usd(1000), eur(950)]),
      ],
    },
    {
      slug: "soap-dish",
      name: "Soap Dish",
      description:
        "A shallow stoneware dish with ridges that keep the bar out of its own puddle. Glazed inside, bare underneath so that it does not slide. The soap is sold separately.",
      imageAlt: "A cream stoneware dish with a green bar of soap and a few bubbles",
      position: 15,
      options: [],
      variants: [only("BTH-DISH", "Cream stoneware", 340, [usd(2200)])],
    },
    {
      slug: "bath-brush",
      name: "Bath Brush",
      description:
        "Oiled oak with a handle that reaches the middle of your back. The bristles are plant fiber, firm when dry and gentle when wet. Hang it head down.",
      imageAlt: "A long-handled wooden bath brush with pale bristles and a cotton loop",
      position: 23,
      options: [],
      variants: [only("BTH-BRUSH", "Oak, 16 inches", 0, [usd(2800)])],
    },
  ],
};
