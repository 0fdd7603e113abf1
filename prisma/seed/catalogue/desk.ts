import { type CategorySeed, eur, inColors, only, usd, variant } from "./product-seed.ts";

const notebookPrices = [usd(2200), eur(2000)];
/** More expensive outside the US: a country's price next to the general one. */
const penPrices = [usd(6200), { ...usd(5800), country: "US" }, eur(5600)];

export const desk: CategorySeed = {
  slug: "desk",
  name: "Desk",
  products: [
    {
      slug: "clothbound-notebook",
      name: "Clothbound Notebook",
      description:
        "192 pages of cream paper that takes fountain-pen ink without showing through. Sewn in signatures, so it lies flat from the first page. Comes with a ribbon and a pocket at the back.",
      imageAlt: "A green clothbound notebook with a blank label, an elastic band and a ribbon",
      position: 4,
      options: [inColors("Color", ["Marsh", "Clay", "Ink"]), { name: "Paper", values: ["Ruled", "Plain"] }],
      variants: [
        variant(
          "DSK-NOTE-MARSH-R",
          { Color: "Marsh", Paper: "Ruled" },
          340,
          notebookPrices,
          "clothbound-notebook",
        ),
        variant(
          "DSK-NOTE-MARSH-P",
          { Color: "Marsh", Paper: "Plain" },
          280,
          notebookPrices,
          "clothbound-notebook",
        ),
        variant(
          "DSK-NOTE-CLAY-R",
          { Color: "Clay", Paper: "Ruled" },
          260,
          notebookPrices,
          "clothbound-notebook-clay",
        ),
        variant(
          "DSK-NOTE-CLAY-P",
          { Color: "Clay", Paper: "Plain" },
          230,
          notebookPrices,
          "clothbound-notebook-clay",
        ),
        variant(
          "DSK-NOTE-INK-R",
          { Color: "Ink", Paper: "Ruled" },
          310,
          notebookPrices,
          "clothbound-notebook-ink",
        ),
        variant(
          "DSK-NOTE-INK-P",
          { Color: "Ink", Paper: "Plain" },
          270,
          notebookPrices,
          "clothbound-notebook-ink",
        ),
      ],
    },
    {
      slug: "desk-lamp",
      name: "Brass Desk Lamp",
      description:
        "A spun steel shade on a brass arm, heavy enough at the foot to stay where you put it. The dimmer is in the base. Takes any standard bulb, so it never has to be thrown away for want of one.",
      imageAlt: "A desk lamp with a green domed shade on a curved brass arm, lit",
      position: 9,
      options: [],
      variants: [only("DSK-LAMP", "Brass and green", 160, [usd(12800, 14800), eur(11900, 13900)])],
    },
    {
      slug: "fountain-pen",
      name: "Fountain Pen",
      description:
        "Brass under green lacquer, with a steel nib that forgives a heavy hand. Fills from a cartridge or the converter in the box. Every part can be unscrewed, washed and replaced.",
      imageAlt: "A green fountain pen with brass fittings, its cap lying beside it",
      position: 12,
      options: [{ name: "Nib", values: ["Fine", "Medium"] }],
      variants: [
        variant("DSK-PEN-F", { Nib: "Fine" }, 240, penPrices),
        variant("DSK-PEN-M", { Nib: "Medium" }, 260, penPrices),
      ],
    },
    {
      slug: "cedar-pencils",
      name: "Cedar Pencils",
      description:
        "A dozen HB pencils in plain incense cedar, dipped green at the end so you know which are yours. They sharpen cleanly and smell the way a pencil should.",
      imageAlt: "A bundle of sharpened cedar pencils with green ends, held by a paper band",
      position: 17,
      options: [],
      variants: [only("DSK-PENCILS", "Set of 12", 600, [usd(1400)])],
    },
    {
      slug: "paper-scissors",
      name: "Paper Scissors",
      description:
        "Forged steel blades that meet all the way to the tip. The bows are wide enough for a whole hand, left or right. The screw can be tightened, and any grinder can sharpen them.",
      imageAlt: "A pair of open scissors with dark handles and a brass screw",
      position: 22,
      options: [],
      variants: [only("DSK-SCISSORS", "8 inches", 230, [usd(3200)])],
    },
  ],
};
