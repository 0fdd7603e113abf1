import { eraseGuest, type Holder, holdersOf } from "#lib/commerce/privacy/index.ts";
import { asShop, inTransaction } from "#lib/platform/context.ts";
import { emailAddress } from "#lib/platform/email-address.ts";
import { isDomainError } from "#lib/platform/errors.ts";
import "#lib/shop.ts";
import { refuseSurplus } from "../process/arguments.ts";
import { messageOf, Problem } from "../process/problem.ts";
import { eraseUsage } from "./usage.ts";

const confirmation = "--confirm";

/** Ends the transaction of an erasure that was only tried. */
class Tried extends Error {}

/**
 * Erases what people left as guests with an email address, as they could by a mailed link; without confirmation it only
 * tries, and undoes that. Prints orders by their numbers and never the address. `program` is the command to show in
 * hints.
 * @throws Problem for wrong arguments, and if something cannot be erased yet
 */
export async function eraseAddress(program: string, args: string[]): Promise<void> {
  const usage = eraseUsage(program);
  const isConfirmed = args.includes(confirmation);
  const named = args.filter((arg) => arg !== confirmation);
  refuseSurplus(named, 1, usage);
  const { data: email } = emailAddress.safeParse(named[0]);
  if (!email) throw new Problem("Whose data? That is no email address.", usage);
  const holders = await holdersOf(asShop, email);
  if (holders.length === 0) return console.log("There is nothing with this address.");
  let kept = 0;
  for (const holder of holders) {
    const reason = holder.isGuest ? await erase(holder, email, isConfirmed) : accountRemedy;
    if (reason !== null) kept++;
    const outcome = reason === null ? (isConfirmed ? "erased" : "can be erased") : `stays. ${reason}`;
    console.log(`${nameOf(holder)}: ${outcome}`);
  }
  if (kept > 0)
    throw new Problem(
      "Something stays, for the reason above.",
      "Afterwards repeat the command for the rest.",
    );
  if (!isConfirmed) console.log(`\nNothing has been erased yet. That takes ${confirmation}.`);
}

const accountRemedy =
  "It is in an account. Its owner signs in and deletes the account, or a program does: DELETE /customers/{id} of the commercetools dialect.";

/** Null if it was erased, or could be, otherwise why not. */
async function erase({ userId }: Holder, email: string, isConfirmed: boolean): Promise<string | null> {
  try {
    await inTransaction(asShop, async (inside) => {
      await eraseGuest(inside, { userId, email });
      if (!isConfirmed) throw new Tried();
    });
    return null;
  } catch (error) {
    if (error instanceof Tried) return null;
    if (!isDomainError(error)) throw error;
    return messageOf(error);
  }
}

function nameOf({ isGuest, orderNumbers }: Holder): string {
  if (orderNumbers.length > 0) return orderNumbers.join(", ");
  return isGuest ? "A cart that was not ordered" : "An account without orders";
}
