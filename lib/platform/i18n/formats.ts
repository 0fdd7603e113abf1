// Making a formatter takes a hundred times longer than using it.
const mostKept = 500;

/** Intl.DateTimeFormat, made once for equal arguments. */
export const dateFormat: (locale: string, options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat = kept(
  (locale, options) => new Intl.DateTimeFormat(locale, options),
);

/** Intl.NumberFormat, made once for equal arguments. */
export const numberFormat: (locale: string, options: Intl.NumberFormatOptions) => Intl.NumberFormat = kept(
  (locale, options) => new Intl.NumberFormat(locale, options),
);

function kept<Options, Format>(make: (locale: string, options: Options) => Format) {
  const formats = new Map<string, Format>();
  return (locale: string, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`;
    const known = formats.get(key);
    if (known) return known;
    // Callers choose locales and zones.
    if (formats.size >= mostKept) formats.clear();
    const made = make(locale, options);
    formats.set(key, made);
    return made;
  };
}
