import {
  type Act,
  hours,
  minutes,
  perAccount,
  perEverybody,
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
const addresses = { counts: "addresses" } as const;
const roughly = { roughly: true } as const;

/** What is done at every turn has room for whole offices: it ends floods and nobody's shopping. */
const writes = (name: string, perTenMinutes: number): Act =>
  act(
    name,
    perSession(perTenMinutes, minutes(10), roughly),
    perNetwork(perTenMinutes * 10, minutes(10), roughly),
    perProgram(perTenMinutes * 20, minutes(10), roughly),
  );

/**
 * Everything that writes a row or can be guessed, and how often it may be done. Every door counts here: both HTTP
 * dialects, OAuth, /auth and the pages. A storefront's server that passes shoppers' calls on without a secret of its
 * own counts as one network, unless it is one of TRUSTED_PROXIES.
 */
export const acts = {
  /** Signing in or up, and whatever else takes a password: each can be used to guess one. */
  useCredentials: act(
    "credentials",
    perAccount(5, minutes(10)),
    perNetwork(20, hours(1)),
    perProgram(600, hours(1)),
  ),
  /** A mail to an address that somebody typed: a new password, a proof, a list of earlier orders. */
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
  /** Only a call that makes a cart counts; many come with a page view. */
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
    // Whether an address has an account is answered, so nobody goes through a list of them.
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
    perOrderNumber(5, hours(1), refuse),
    perAccount(20, hours(1), refuse),
  ),
  /** Opening what a mailed link leads to: the order, and what is kept of the guest behind it. */
  openMailedLink: act("track", perNetwork(60, minutes(1)), perNetwork(20, minutes(10), misses)),
  claimOrders: writes("claim", 20),
  /** A client's secret. Right ones are not counted: a storefront's server asks for all its shoppers. */
  proveClient: act(
    "client-secret",
    perNamedClient(10, minutes(10), misses),
    perNetwork(30, minutes(10), misses),
  ),
  handleTokens: writes("token", 600),
  /** What a program does with orders and customers. */
  manageShop: writes("manage", 600),
} as const satisfies Record<string, Act>;
