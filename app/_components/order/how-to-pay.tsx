import type { PaymentSteps } from "#lib/commerce/payment/index.ts";

/** How the buyer still has to pay: for example, the account to transfer to. */
export function HowToPay({ steps }: { steps: PaymentSteps }) {
  const { title, text, facts, warning } = steps;
  return (
    <section aria-labelledby="how-to-pay" className="card p-5 sm:p-6 print:p-4">
      <h2 id="how-to-pay">{title}</h2>
      <p className="mt-2">{text}</p>
      {facts.length > 0 && (
        <dl className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-[auto_1fr]">
          {facts.map(({ label, value }) => (
            <div key={label} className="sm:contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-medium break-words">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {warning && <p className="mt-4 text-ink-soft">{warning}</p>}
    </section>
  );
}
