/** A square detail of a product's picture: its left and top edge, its side, and what it shows. */
type Detail = [x: number, y: number, side: number, alt: string];

/** Each product's further pictures. They are views of its first one (800 × 800), so they need no further download. */
export const details: Record<string, [Detail, Detail]> = {
  "bath-brush": [
    [110, 420, 330, "The plant fiber bristles"],
    [540, 80, 250, "The cotton loop at the end of the handle"],
  ],
  "bread-board": [
    [220, 420, 330, "The grain of the oak, with a small knot"],
    [340, 40, 280, "The leather loop in the handle"],
  ],
  "canvas-apron": [
    [250, 410, 320, "The two stitched pockets"],
    [290, 170, 280, "The leather neck strap, riveted with brass"],
  ],
  "canvas-tote": [
    [250, 260, 320, "A handle, riveted to the canvas"],
    [180, 450, 320, "The doubled base"],
  ],
  "cast-iron-skillet": [
    [430, 440, 300, "The handle, with a hole to hang it by"],
    [120, 130, 320, "The rim and its pouring lip"],
  ],
  "cedar-pencils": [
    [280, 100, 320, "Sharpened points of plain cedar"],
    [190, 330, 330, "The paper band around the bundle"],
  ],
  "clothbound-notebook": [
    [290, 180, 280, "The blank label on green cloth"],
    [380, 560, 240, "The ribbon below the sewn pages"],
  ],
  "desk-lamp": [
    [90, 180, 330, "The spun shade and its light"],
    [380, 470, 300, "The heavy brass foot"],
  ],
  "fountain-pen": [
    [120, 350, 270, "The steel nib"],
    [390, 290, 290, "The cap with its brass clip"],
  ],
  "garden-gloves": [
    [240, 450, 320, "The long knitted cuffs"],
    [200, 170, 320, "Goatskin fingers"],
  ],
  "hand-trowel": [
    [340, 260, 270, "The brass ferrule between blade and ash"],
    [160, 410, 300, "The pointed blade"],
  ],
  "linen-tea-towel": [
    [230, 450, 330, "Clay stripes near the hem"],
    [290, 90, 240, "The loop on a wooden peg"],
  ],
  "merino-socks": [
    [330, 120, 320, "Ribbed cuffs with two stripes"],
    [330, 370, 320, "A pale, reinforced heel"],
  ],
  "olive-soap": [
    [250, 260, 300, "The stamp of the house on the top bar"],
    [470, 170, 280, "A sprig of olive"],
  ],
  "paper-scissors": [
    [290, 290, 260, "The brass screw that holds the blades"],
    [110, 350, 340, "Bows wide enough for a whole hand"],
  ],
  "pepper-mill": [
    [290, 90, 260, "The brass knob that sets the grind"],
    [380, 540, 260, "Peppercorns beside the foot"],
  ],
  secateurs: [
    [310, 270, 260, "The bolt through both blades"],
    [110, 390, 300, "The grips and the spring between them"],
  ],
  "soap-dish": [
    [120, 330, 330, "The glazed rim over bare clay"],
    [460, 230, 260, "Bubbles on the bar of soap"],
  ],
  "stoneware-mug": [
    [190, 400, 300, "The glaze line above the bare foot"],
    [190, 200, 320, "The rim, with tea in the mug"],
  ],
  "stovetop-kettle": [
    [270, 140, 320, "The beech grip on its arched handle"],
    [110, 330, 320, "The short spout"],
  ],
  "terracotta-pot": [
    [430, 390, 300, "The small pot"],
    [130, 200, 340, "The thick rim of the large pot"],
  ],
  "waffle-towel": [
    [230, 220, 300, "The squares of the weave"],
    [190, 500, 300, "The flat woven hem"],
  ],
  "watering-can": [
    [80, 210, 260, "The brass rose"],
    [480, 290, 300, "The round handle at the back"],
  ],
  "wool-beanie": [
    [390, 430, 280, "The label on the folded cuff"],
    [270, 170, 330, "Ribs that run together at the top"],
  ],
};
