import type { Order, ShippedLine } from "../order.ts";

/** What is in a parcel, as lines of the order with the quantity that was sent. */
export function linesIn({ lines }: Pick<Order, "lines">, sent: ShippedLine[]): Order["lines"] {
  return lines
    .map((line) => ({ ...line, quantity: quantityOf(line.id, sent) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Whether everything that was ordered was sent. */
export function isWhole({ lines }: Pick<Order, "lines">, sent: ShippedLine[]): boolean {
  return lines.every(({ id, quantity }) => quantityOf(id, sent) === quantity);
}

function quantityOf(lineId: string, sent: ShippedLine[]): number {
  return sent.filter((line) => line.lineId === lineId).reduce((sum, { quantity }) => sum + quantity, 0);
}
