import { useTranslations } from "next-intl";
import type { Address } from "#lib/platform/address.ts";
import { AddressBlock } from "../address-block.tsx";

type Props = { sale: { shippingAddress: Address | null; deliveryNote: string | null } };

/** The shipping address of a cart or an order, and the note for the driver. */
export function ShipTo({ sale: { shippingAddress, deliveryNote } }: Props) {
  const t = useTranslations("shop.order");
  return (
    <>
      {shippingAddress && <AddressBlock address={shippingAddress} />}
      {deliveryNote && (
        <p className="mt-2 whitespace-pre-line">
          {`${t("note")}: `}
          <bdi>{deliveryNote}</bdi>
        </p>
      )}
    </>
  );
}
