import { v7 } from "uuid";

// A call for random bytes costs ten times as much as the rest of an id.
const ids = 256;
const bytes = 16;
const random = new Uint8Array(ids * bytes);
let used = random.length;

let lastMs = 0;
let sequence = 0;

/** A UUID v7, so that the ids of a table sort by creation, even within a millisecond. */
export function newId(): string {
  const own = nextRandom();
  const now = Date.now();
  // The uuid package does not keep time and sequence for callers that pass random bytes. The sequence has 32 bits and
  // starts in the lower half.
  if (now > lastMs) {
    lastMs = now;
    sequence = new DataView(own.buffer, own.byteOffset).getUint32(6) & 0x7f_ff_ff_ff;
  } else sequence += 1;
  return v7({ random: own, msecs: lastMs, seq: sequence });
}

/** When newId made the id. */
export function madeAt(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}

function nextRandom(): Uint8Array {
  if (used === random.length) {
    crypto.getRandomValues(random);
    used = 0;
  }
  used += bytes;
  return random.subarray(used - bytes, used);
}
