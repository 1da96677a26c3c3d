import { citeDocument, citeSerial, type Cited } from '../lib/cite.ts';

const forms = { document: citeDocument, serial: citeSerial };

/** Completes citations with the reader's day and the page's address, and adds a button to copy each. */
class GongbaoCitation extends HTMLElement {
  connectedCallback(): void {
    const { cited, url, copy = '', copied = '' } = this.dataset;
    if (cited === undefined) return;
    // Written by our own page from the same type.
    const facts = JSON.parse(cited) as Cited;
    const access = { url: url ?? location.origin + location.pathname, on: today() };
    for (const field of this.querySelectorAll<HTMLElement>('[data-form]')) {
      const form = field.dataset.form === 'serial' ? forms.serial : forms.document;
      const text = form(facts, access);
      const shown = document.createElement('span');
      shown.textContent = text;
      field.replaceChildren(shown, copyButton(shown, copy, copied));
    }
  }
}

/** Where the browser keeps the clipboard from pages (no HTTPS), the button selects the text instead. */
function copyButton(shown: HTMLElement, copy: string, copied: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.lang = document.documentElement.lang;
  button.textContent = copy;
  button.ariaLive = 'polite';
  button.addEventListener('click', () => {
    getSelection()?.selectAllChildren(shown);
    if (!isSecureContext) return;
    void navigator.clipboard.writeText(shown.textContent).then(() => {
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 2000);
    });
  });
  return button;
}

/** The reader's day, YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  const part = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}

customElements.define('gongbao-citation', GongbaoCitation);
