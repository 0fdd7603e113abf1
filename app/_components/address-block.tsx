import type { Address } from "#lib/address.ts";
import { addressLines } from "#lib/mail/address-lines.ts";

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
