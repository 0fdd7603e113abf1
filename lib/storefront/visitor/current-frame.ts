import { cache } from "react";
import { given } from "../public-pages/given.ts";
import { currentCart } from "./current-cart.ts";
import { currentContext } from "./current-context.ts";
import { type Frame, frameOf } from "./frame.ts";

/** What the frame of the current page shows about its visitor. */
export const currentFrame = cache(
  (): Promise<Frame> =>
    given("frame", async () => {
      const [cart, { actor }] = await Promise.all([currentCart(), currentContext()]);
      return frameOf(cart, actor);
    }),
);
