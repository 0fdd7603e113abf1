import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";

/** An address as it is written on a parcel. */
export function AddressBlock({ address }: { address: Address }) {
  return (
    <address className="not-italic">
      {addressLines(address).map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </address>
  );
}
