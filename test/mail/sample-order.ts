import { type Order, type OrderLine, orderColumns } from "#lib/commerce/order/index.ts";
import { withBlanks } from "#lib/platform/database/columns.ts";
// Payment methods are named by the shop.
import "#lib/shop.ts";

/** A line of an order; `amounts` in minor units. */
export function sampleLine(
  changes: Partial<OrderLine> & Pick<OrderLine, "name" | "quantity" | "unitPrice">,
): OrderLine {
  return {
    id: "0199d3a0-0000-7000-8000-0000000000a1",
    key: null,
    variantId: "0199d3a0-0000-7000-8000-0000000000b1",
    variantNumber: 1,
    productId: "0199d3a0-0000-7000-8000-0000000000c1",
    sku: "SAMPLE",
    variantTitle: "",
    options: {},
    image: null,
    lineTotal: changes.quantity * changes.unitPrice,
    discount: 0,
    tax: 0,
    ...changes,
  };
}

const address = {
  firstName: "Maren",
  lastName: "Oduya",
  line1: "14 Harbor Lane",
  line2: "Apartment 3",
  city: "Portland",
  region: "ME",
  postalCode: "04101",
  country: "US",
  phone: "+1 207 555 0142",
};

const order: Order = {
  ...withBlanks(orderColumns, {
    id: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f01",
    version: 1,
    orderNumber: "SC-7K2M9QXA",
    origin: "customer",
    shipmentState: "pending",
    cartId: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f02",
    userId: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f03",
    anonymousId: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f03",
    byAccount: false,
    status: "confirmed",
    paymentStatus: "paid",
    fulfillmentStatus: "unfulfilled",
    currency: "USD",
    country: "US",
    email: "maren@example.com",
    contactName: "Maren Oduya",
    shippingAddress: address,
    billingAddress: address,
    shippingMethod: {
      id: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f04",
      key: "standard",
      name: "Standard",
      price: 500,
      minDays: 3,
      maxDays: 5,
    },
    coupons: [{ code: "WELCOME10", amount: 1540 }],
    taxIncluded: false,
    taxRate: 800,
    placedAt: "2026-11-21T22:41:07.000Z",
    updatedAt: "2026-11-21T22:41:07.000Z",
  }),
  lines: [
    sampleLine({ name: "Waffle Towel", variantTitle: "Cream / Bath", quantity: 2, unitPrice: 4800 }),
    sampleLine({ name: "Olive Oil Soap", variantTitle: "Rosemary", quantity: 3, unitPrice: 1000 }),
    sampleLine({ name: "Bath Brush", variantTitle: "Oak, 16 inches", quantity: 1, unitPrice: 2800 }),
  ],
  totals: { subtotal: 15400, discount: 1540, shipping: 500, tax: 1109, total: 15469 },
  payment: { provider: "demo-card", method: "card_succeeds", status: "paid" },
  balance: { paid: 15469, refunded: 0, refunding: 0, due: 0 },
  shipments: [],
  events: [{ type: "order.placed", at: "2026-11-21T22:41:07.000Z", amount: null }],
};

/** A guest's order from the United States, paid by card, with `changes`. */
export function sampleOrder(changes: Partial<Order> = {}): Order {
  return structuredClone({ ...order, ...changes });
}

/** The same goods to Vienna, in euros with tax included, awaiting a bank transfer. */
export function sampleTransferOrder(changes: Partial<Order> = {}): Order {
  const vienna = {
    firstName: "Jonas",
    lastName: "Grünwald",
    line1: "Schönbrunner Straße 12/4",
    city: "Wien",
    postalCode: "1050",
    country: "AT",
  };
  return sampleOrder({
    orderNumber: "SC-P3N6VB1E",
    status: "pending",
    paymentStatus: "pending",
    currency: "EUR",
    country: "AT",
    contactName: "Jonas Grünwald",
    shippingAddress: vienna,
    billingAddress: vienna,
    shippingMethod: {
      id: "0199d3a0-1c2b-7d3e-8f4a-5b6c7d8e9f05",
      key: "international",
      name: "International",
      price: 1700,
      minDays: 6,
      maxDays: 10,
    },
    coupons: [{ code: "FREESHIP", amount: 1700 }],
    totals: { subtotal: 15400, discount: 0, shipping: 0, tax: 2567, total: 15400 },
    taxIncluded: true,
    taxRate: 2000,
    payment: { provider: "bank-transfer", method: "bank_transfer", status: "pending" },
    balance: { paid: 0, refunded: 0, refunding: 0, due: 15400 },
    ...changes,
  });
}

/** Cash on delivery, with a different billing address. */
export function sampleCashOrder(changes: Partial<Order> = {}): Order {
  const { firstName, lastName } = address;
  const office = {
    firstName,
    lastName,
    line1: "9 Exchange Street",
    city: "Boston",
    region: "MA",
    postalCode: "02109",
    country: "US",
  };
  return sampleOrder({
    orderNumber: "SC-4TRW8H0D",
    paymentStatus: "pending",
    billingAddress: office,
    payment: { provider: "cash-on-delivery", method: "cash", status: "pending" },
    balance: { paid: 0, refunded: 0, refunding: 0, due: 15469 },
    ...changes,
  });
}
