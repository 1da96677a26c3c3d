/**
 * Arrow keys move from the search field into the results and among their titles and passages, and back; Escape leads
 * back to the field, and there empties it. Enter is the links' own.
 */
export function moveAmongResults(
  event: KeyboardEvent,
  field: HTMLInputElement,
  list: HTMLElement,
): void {
  // Keys that choose among the candidates of an input method are not ours.
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { activeElement } = document;
  const inField = activeElement === field;
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const at = links.findIndex((link) => link === activeElement);
  if (!inField && at < 0) return;
  if (event.key === 'Escape' && !inField) {
    field.focus();
    field.select();
  } else if (event.key === 'ArrowDown') {
    links[at + 1]?.focus();
  } else if (event.key === 'ArrowUp' && !inField) {
    (links[at - 1] ?? field).focus();
  } else return;
  event.preventDefault();
}
