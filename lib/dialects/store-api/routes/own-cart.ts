import { cartResponse } from "../cart-response.ts";
import { cartHeaders } from "../headers.ts";

/** What routes for the caller's own cart have in common. */
export const ownCart = { tag: "Cart", cart: true, headers: cartHeaders, response: cartResponse } as const;
