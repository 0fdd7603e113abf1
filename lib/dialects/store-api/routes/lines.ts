import * as z from "zod";
import { carts, linesInput, quantityInput } from "#lib/commerce/cart/index.ts";
import { id } from "#lib/platform/text.ts";
import { cartResult } from "../cart-response.ts";
import { storeRoute } from "../dialect.ts";
import { cartHandle } from "../headers.ts";
import { ownCart } from "./own-cart.ts";

const lineParams = z.object({ lineId: id });

export const addCartLine = storeRoute(
  {
    ...ownCart,
    id: "addCartLine",
    method: "POST",
    path: "/store/cart/lines",
    summary: "Add one variant, or up to 100, to the cart; quantities of the same variant add up",
    body: linesInput,
  },
  {
    verb: carts.add,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), wanted: body }),
    answers: cartResult,
  },
);

export const changeCartLine = storeRoute(
  {
    ...ownCart,
    id: "changeCartLine",
    method: "PATCH",
    path: "/store/cart/lines/{lineId}",
    summary: "Set a line's quantity; 0 removes it",
    params: lineParams,
    body: quantityInput,
  },
  {
    verb: carts.changeLine,
    asks: ({ headers, params, body }) => ({ cart: cartHandle(headers), ...params, ...body }),
    answers: cartResult,
  },
);

export const removeCartLine = storeRoute(
  {
    ...ownCart,
    id: "removeCartLine",
    method: "DELETE",
    path: "/store/cart/lines/{lineId}",
    summary: "Remove a line",
    params: lineParams,
  },
  {
    verb: carts.removeLine,
    asks: ({ headers, params }) => ({ cart: cartHandle(headers), ...params }),
    answers: cartResult,
  },
);
