export { deleteAccount } from "./delete-account.ts";
export { eraseGuest } from "./erase-guest.ts";
export { eraseOrders } from "./erase-orders.ts";
export { deletedAddress } from "./erased-user.ts";
export { handToGuest } from "./hand-to-guest.ts";
export { type Holder, holdersOf } from "./holders-of.ts";
export { releaseAccount } from "./release-account.ts";
export { accountEnds } from "./verbs.ts";
