type Details = {
  code?: string;
  param?: string;
  decline_code?: string;
  type?: string;
  payment_intent?: object;
};

/** An answer that is an error, in Stripe's shape. */
export class StripeFault extends Error {
  readonly status: number;
  readonly body: { error: Record<string, unknown> };

  constructor(status: number, message: string, { type = "invalid_request_error", ...details }: Details = {}) {
    super(message);
    this.status = status;
    this.body = { error: { type, message, ...details } };
  }
}

export function noSuch(kind: string, id: string, param = "id"): StripeFault {
  return new StripeFault(404, `No such ${kind}: '${id}'`, { code: "resource_missing", param });
}
