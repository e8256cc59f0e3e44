/**
 * The reader's own way of writing times and numbers, in the language of the screen: the browser's first
 * language of that kind ("en-ZM" for "en"), else the language alone.
 */
export function regional(language: string): string {
  return navigator.languages.find((one) => one.split("-")[0] === language) ?? language;
}
