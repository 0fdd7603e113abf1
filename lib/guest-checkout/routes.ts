import * as z from "zod";
import {
  cartHandle,
  cartHeaders,
  orderResponse,
  orderResult,
  type StoreRoute,
  storeRoute,
} from "#lib/dialects/store-api/index.ts";
import { cartToken, contactInput } from "./core.ts";
import { accountExistsInput, lookupInput } from "./schemas.ts";
import { guests } from "./verbs.ts";

const tag = "Guest checkout";

export const captureContact = storeRoute(
  {
    tag,
    id: "captureContact",
    method: "POST",
    path: "/store/guest/contact",
    summary: "Capture the guest's contact details",
    description:
      "Needs a session: start one with POST /auth/sign-in/anonymous. Without one the answer is 400 BAD_REQUEST instead of 401, which is why the session is listed as optional.",
    cart: true,
    headers: cartHeaders,
    body: contactInput,
    response: z.object({
      email: z.string(),
      accountExists: z.boolean().meta({ description: "A hint; it never gates the checkout" }),
    }),
  },
  {
    verb: guests.captureContact,
    asks: ({ headers, body }) => ({ cart: cartHandle(headers), contact: body }),
    answers: ({ cart, contact }) => ({ data: contact, cartToken: cartToken(cart.id) }),
  },
);

export const accountExists = storeRoute(
  {
    tag,
    id: "accountExists",
    method: "GET",
    path: "/store/guest/account-exists",
    summary: "Does a registered account use this address?",
    query: accountExistsInput,
    response: z.object({ exists: z.boolean() }),
  },
  { verb: guests.accountExists, asks: ({ query }) => query, answers: (exists) => ({ data: { exists } }) },
);

export const lookupOrder = storeRoute(
  {
    tag,
    id: "lookupOrder",
    method: "POST",
    path: "/store/guest/orders/lookup",
    summary: "Track by address and order number",
    body: lookupInput,
    response: orderResponse,
  },
  { verb: guests.lookUpOrder, asks: ({ body }) => body, answers: orderResult },
);

export const trackOrder = storeRoute(
  {
    tag,
    id: "trackOrder",
    method: "GET",
    path: "/store/guest/orders/{token}",
    summary: "Track by the link from the mail",
    params: z.object({
      token: z.string().meta({
        description: "The lookup token, 43 characters; characters that a mail program adds are ignored",
      }),
    }),
    response: orderResponse,
  },
  { verb: guests.trackOrder, asks: ({ params }) => params, answers: orderResult },
);

/** The module's part of the store API (specification). */
export const guestRoutes: readonly StoreRoute[] = [captureContact, accountExists, lookupOrder, trackOrder];
