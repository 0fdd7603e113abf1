import pino from "pino";
import { env } from "#lib/platform/env.ts";
import { output } from "#lib/platform/log-output.ts";
import { loggable, loggableFields } from "#lib/platform/loggable.ts";

const { error = 50 } = pino.levels.values;

/**
 * JSON lines on standard output, errors at once and all else a moment later. Log ids, never people.
 * Without children: pino writes what is bound to one past the formatter that takes secrets out.
 */
export const log: pino.BaseLogger = pino(
  {
    level: env.LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { log: loggableFields },
    serializers: { err: (described: unknown) => described },
    hooks: {
      logMethod([first, ...rest], log, level) {
        // Without words of ours pino takes the error's, and those may quote what it was given.
        const told =
          rest.length === 0 && typeof first === "object" ? [""] : rest.map((value) => loggable(value));
        Reflect.apply(log, this, [first, ...told]);
        if (level >= error) output.flush();
      },
    },
  },
  output,
);
