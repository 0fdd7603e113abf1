import type { Address } from "#lib/platform/address.ts";
import { AddressBlock } from "./address-block.tsx";

type Props = { sale: { shippingAddress: Address | null } };

/** Where the goods of a cart or an order go. */
export function ShipTo({ sale: { shippingAddress } }: Props) {
  return shippingAddress && <AddressBlock address={shippingAddress} />;
}
