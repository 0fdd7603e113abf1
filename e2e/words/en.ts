/** The English labels that the steps use. Another language is another record. */
export const en = {
  product: { add: "Add to cart" },
  cart: {
    title: "Your cart",
    checkOut: "Check out as a guest",
    addCode: "Add a code",
    coupon: "Coupon code",
    apply: "Apply",
    applied: "The code is applied.",
  },
  contact: {
    title: "Where can we reach you?",
    email: "Email address",
    submit: "Continue to delivery",
  },
  delivery: {
    title: "Where should we send it?",
    submit: "Continue to payment",
    /** Parts of an address that are chosen from a list. */
    lists: ["State", "Province", "Prefecture"],
  },
  payment: {
    title: "Check and pay",
    place: /^Place order/,
    accepted: /accepted/,
    declined: /declined/,
    late: /answers late/,
  },
  totals: {
    subtotal: /^Subtotal$/,
    discount: /^Discount/,
    shipping: /^Shipping/,
    tax: /^Tax$/,
    total: /^Total$/,
  },
  placed: { title: /^Thank you/ },
  orderStatus: {
    email: "Email address",
    number: "Order number",
    submit: "Find my order",
    title: (number: string) => `Order ${number}`,
  },
  account: {
    email: "Email address",
    password: "Password",
    signUp: "Create my account",
    ready: "Your account is ready.",
    signIn: "Sign in",
    signOut: "Sign out",
    signedOut: "You are signed out.",
    confirmed: "your address is confirmed",
    keepOrder: "Keep my order",
    kept: "Your account is ready, and the order is in it.",
    mailClaim: "Email me the link",
    claimMailed: "The email with the link is on its way.",
    yourPassword: "Your password",
    delete: "Delete my account for good",
    deleted: "Your account is deleted.",
  },
};

export type Words = typeof en;
