import { useTranslations } from "next-intl";
import { EmailAddress } from "../../../../../_components/email-address.tsx";
import { Link } from "../../../../../_components/link.tsx";

/** Explains why an order may be missing, and where to find it. */
export function NothingEarlier({ email }: { email: string }) {
  const t = useTranslations("account.earlier");
  return (
    <p className="-mt-4 mb-8 max-w-prose text-ink-soft">
      {t.rich("none", {
        email: () => <EmailAddress>{email}</EmailAddress>,
        track: (words) => (
          <Link href="/order-status" className="link">
            {words}
          </Link>
        ),
      })}
    </p>
  );
}
