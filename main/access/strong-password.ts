const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];

/** At least eight characters of three classes: small letters, capitals, digits, others. */
export const isStrong = (password: string): boolean =>
  [...password].length >= 8 && classes.filter((one) => one.test(password)).length >= 3;
