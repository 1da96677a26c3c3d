/** Small conveniences of every page; the page is whole without them. */

/** `/` moves to the search field, unless the reader is typing. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement.matches('input, textarea, select')) {
    return;
  }
  const field = document.querySelector<HTMLInputElement>(
    'main input[type=search], input[type=search]',
  );
  if (field === null) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/** Outlines stand open beside the text where there is room for both. */
const wide = matchMedia('(min-width: 64rem)');
const openWhenWide = () => {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('[data-open-when-wide]')) {
    details.open = wide.matches;
  }
};
openWhenWide();
wide.addEventListener('change', openWhenWide);
