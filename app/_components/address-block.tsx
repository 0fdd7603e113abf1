import { useLocale } from "next-intl";
import { addressLines } from "#lib/platform/address/address-lines.ts";
import type { Address } from "#lib/platform/address.ts";

/** An address as it is written on a parcel. */
export function AddressBlock({ address }: { address: Address }) {
  const lines = addressLines(address, useLocale());
  return (
    <address className="not-italic">
      {lines.map((line) => (
        <span key={line} className="block">
          <bdi>{line}</bdi>
        </span>
      ))}
    </address>
  );
}
