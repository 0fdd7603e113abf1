import {
  type Act,
  hours,
  minutes,
  perAccount,
  perEverybody,
  perMailedLink,
  perNamedClient,
  perNetwork,
  perOrderNumber,
  perProgram,
  perSession,
  type Rule,
} from "./rules.ts";

const act = (name: string, ...rules: Rule[]): Act => ({ name, rules });
const refuse = { whenDown: "refuse" } as const;
const misses = { counts: "misses" } as const;
const failures = { counts: "failures" } as const;
const addresses = { counts: "addresses" } as const;
const roughly = { roughly: true } as const;

/** A limit for frequent writes: high enough for a whole office behind one address, low enough to stop a flood. */
const writes = (name: string, perTenMinutes: number): Act =>
  act(
    name,
    perSession(perTenMinutes, minutes(10), roughly),
    perNetwork(perTenMinutes * 10, minutes(10), roughly),
    perProgram(perTenMinutes * 20, minutes(10), roughly),
  );

/**
 * Everything that writes a row or can be used to guess, with its limits. All of it counts everywhere: in both HTTP
 * dialects, OAuth, /auth and the pages. A storefront's server that forwards shoppers' calls without a secret of its own
 * counts as one network, unless it is one of TRUSTED_PROXIES.
 */
export const acts = {
  /** Sign-in, sign-up and everything else that takes a password: each can be used to guess one. */
  useCredentials: act(
    "credentials",
    perAccount(5, minutes(10), failures),
    perNetwork(20, hours(1)),
    perProgram(600, hours(1)),
  ),
  /** Mail to an address that somebody typed: password reset, verification, a list of earlier orders. */
  askForMail: act("account-mail", perAccount(3, hours(1)), perNetwork(20, hours(1))),
  startGuestSession: act(
    "guest-session",
    perEverybody(50, 1),
    perNetwork(20, minutes(1)),
    perNetwork(200, hours(1)),
    perProgram(600, minutes(1)),
  ),
  changeAccount: writes("account", 60),
  changeAddressBook: writes("address-book", 60),
  /** Counts only calls that create a cart; many come with a page view. */
  startCart: act(
    "cart-start",
    perSession(20, minutes(10), roughly),
    perNetwork(100, minutes(10), roughly),
    perProgram(6000, minutes(10), roughly),
  ),
  changeCart: writes("cart", 300),
  enterCoupon: act(
    "coupon",
    perSession(20, minutes(10)),
    perNetwork(120, hours(1)),
    perProgram(600, minutes(10)),
  ),
  captureContact: act(
    "contact",
    perSession(20, minutes(10)),
    // The answer reveals whether an address has an account, so nobody may try many of them.
    perSession(5, hours(1), addresses),
    perNetwork(60, hours(1)),
    perProgram(600, minutes(10)),
  ),
  askAccountExists: act("account-exists", perNetwork(10, minutes(10), refuse)),
  placeOrder: act(
    "place-order",
    perSession(10, minutes(10)),
    perNetwork(60, hours(1)),
    perProgram(600, minutes(10)),
  ),
  /** Asking how a payment ended, which asks its provider. */
  followPayment: writes("follow-payment", 120),
  cancelOrder: writes("cancel-order", 20),
  lookUpOrder: act(
    "lookup",
    perNetwork(10, minutes(10), refuse),
    perOrderNumber(5, hours(1), { ...refuse, ...failures }),
    perAccount(20, hours(1), { ...refuse, ...failures }),
  ),
  /** Opening a mailed link: the order, and the data stored about its guest. */
  openMailedLink: act("track", perNetwork(60, minutes(1)), perNetwork(20, minutes(10), misses)),
  /** A mail to the address of an order, requested by anybody who has the order's link. */
  askForProof: act("proof-mail", perMailedLink(3, hours(1)), perNetwork(20, hours(1))),
  claimOrders: writes("claim", 20),
  /** A client's secret. Correct ones do not count: a storefront's server calls on behalf of all its shoppers. */
  proveClient: act(
    "client-secret",
    perNamedClient(10, minutes(10), misses),
    perNetwork(30, minutes(10), misses),
  ),
  handleTokens: writes("token", 600),
  /** Changes to orders and customers by a program. */
  manageShop: writes("manage", 600),
} as const satisfies Record<string, Act>;
