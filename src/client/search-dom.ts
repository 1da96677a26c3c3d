/** Attributes by name; a value that is null leaves its attribute out. */
type Attributes = Readonly<Record<string, string | null>>;

/** Makes an element; text always stays text, never markup. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** A segment of a text as the reader sees it. */
export function markedText(
  segments: readonly { text: string; marked: boolean }[],
): (Node | string)[] {
  return segments.map(({ text, marked }) => (marked ? make('mark', {}, text) : text));
}

/**
 * The one element that a component's own markup is sure to hold.
 *
 * @throws where it is missing: the markup and the script are of different builds
 */
export function part<Kind extends HTMLElement>(
  root: ParentNode,
  selector: string,
  kind: new () => Kind,
): Kind {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`the search page has no ${selector}`);
}
