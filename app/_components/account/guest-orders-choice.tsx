import { useTranslations } from "next-intl";
import type { GuestOrders } from "#lib/storefront/account/guest-orders.ts";
import { maskEmail } from "#lib/storefront/account/mask-email.ts";
import { ChoiceGroup } from "../form/choice-group.tsx";

/** Asks before this browser's orders move to an account: somebody else may have placed them. */
export function GuestOrdersChoice({ held: { count, emails } }: { held: GuestOrders }) {
  const t = useTranslations("account.guestOrders");
  return (
    <ChoiceGroup
      name="guestOrders"
      legend={t("legend", { count, emails: emails.map(maskEmail).join(", ") })}
      choices={(["attach", "leave"] as const).map((value) => ({
        value,
        label: t(value, { count }),
        hint: t(`${value}Hint`, { count }),
      }))}
    />
  );
}
