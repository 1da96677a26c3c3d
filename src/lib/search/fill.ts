/** Puts values into the `{name}` places of a message; a place without a value is left as it is. */
export function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replaceAll(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place));
}
