import { newId } from "#lib/platform/ids.ts";
import { bookAddress, usAddress } from "./addresses.ts";
import type { CallInput } from "./call.ts";

/** A well-formed input for each route, by its id, which refers to nothing that exists. */
export const samples: Record<string, CallInput> = {
  listProducts: { query: { search: "mug", limit: "5", offset: "0", currency: "USD", country: "US" } },
  getProduct: { params: { slug: "no-such-thing" } },
  getCart: { query: { currency: "USD", country: "US" } },
  setCartLanguage: { body: { locale: "de" } },
  addCartLine: { body: { variantId: newId(), quantity: 1 } },
  changeCartLine: { params: { lineId: newId() }, body: { quantity: 1 } },
  removeCartLine: { params: { lineId: newId() } },
  setCartAddress: { body: { shippingAddress: usAddress, billingAddress: usAddress } },
  listShippingMethods: {},
  setShippingMethod: { body: { shippingMethodId: newId() } },
  applyCoupon: { body: { code: "NO-SUCH-CODE" } },
  removeCoupon: { params: { code: "NO-SUCH-CODE" } },
  prepareCheckout: {},
  syncCart: {},
  listPaymentProviders: {},
  placeOrder: {
    body: {
      paymentProvider: "bank-transfer",
      paymentMethod: "bank_transfer",
      cartVersion: 1,
      expectedTotal: 0,
    },
  },
  listOrders: { query: { limit: "5", offset: "0" } },
  followPayment: { params: { id: newId() } },
  getOrder: { params: { id: newId() } },
  cancelOrder: { params: { id: newId() } },
  listAddresses: {},
  addAddress: { body: bookAddress },
  changeAddress: { params: { id: newId() }, body: bookAddress },
  removeAddress: { params: { id: newId() } },
  captureContact: { body: { email: "guest@example.com", name: "Gale Guest", phone: "+12075550142" } },
  accountExists: { query: { email: "guest@example.com" } },
  lookupOrder: { body: { email: "guest@example.com", orderNumber: "SC-00000000" } },
  trackOrder: { params: { token: "x".repeat(43) } },
};

/** @throws for a new route that has no sample yet */
export function sampleOf(id: string): CallInput {
  const sample = samples[id];
  if (!sample) throw new Error(`test/support/samples.ts has no sample for ${id}`);
  return sample;
}
