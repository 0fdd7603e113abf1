import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AccountFrame } from "../../../../_components/account/account-frame.tsx";

/** `earlier` belongs to guest checkout, and is absent without it. */
type Props = { children: ReactNode; earlier?: ReactNode };

export default async function OrdersLayout({ children, earlier }: Props) {
  const t = await getTranslations("account.orders");
  return (
    <AccountFrame place="orders" title={t("title")}>
      <div className="flex flex-col">
        {earlier}
        {children}
      </div>
    </AccountFrame>
  );
}
