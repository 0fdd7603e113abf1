import { getTranslations } from "next-intl/server";
import { type Cart, carts, type MergeReport } from "#lib/commerce/cart/index.ts";
import { perform } from "#lib/platform/verb/index.ts";
import { currentContext } from "#lib/storefront/visitor/current-context.ts";
import { ActionForm } from "../form/action-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { undoLastMerge } from "./actions/undo-last-merge.ts";

type Words = Awaited<ReturnType<typeof getTranslations>>;

/** Shown after a sign-in that merged two carts: the changes, which can be undone for ten minutes. */
export async function MergeNotice({ cart }: { cart: Cart }) {
  const [ctx, t] = await Promise.all([currentContext(), getTranslations("account.merge")]);
  const merge = ctx.actor.type === "customer" ? await perform(carts.findRecentMerge, ctx, cart) : null;
  const changes = merge ? changesOf(merge.report, t) : [];
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="merged" className="mb-6 rounded-lg border-s-4 border-sky bg-sky-soft px-5 py-4">
      <h2 id="merged" className="font-sans text-base font-semibold tracking-normal">
        {t("title")}
      </h2>
      <ul className="mt-1 list-disc space-y-0.5 ps-5">
        {changes.map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      <ActionForm id="undo-merge" action={undoLastMerge} className="mt-3">
        <SubmitButton busy={t("undoing")} label={t("undoLabel")} className="button button-quiet button-small">
          {t("undo")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

/** The changes, line by line. Lines that stock limited are listed once, with the reason. */
function changesOf({ added, raised, capped, droppedCoupons }: MergeReport, t: Words): string[] {
  const isCapped = new Set(capped.map(({ variantId }) => variantId));
  return [
    ...added.filter(({ variantId }) => !isCapped.has(variantId)).map((line) => t("added", line)),
    ...raised.filter(({ variantId }) => !isCapped.has(variantId)).map((line) => t("raised", line)),
    ...capped.map((line) => t(line.quantity === 0 ? "cappedNone" : "cappedSome", line)),
    ...droppedCoupons.map((code) => t("coupon", { code })),
  ];
}
