import { readAddress } from './address.ts';

/**
 * The address of this page that a click on a link should lead to without loading the page anew; undefined where the
 * click is the browser's: another site, another part of this one, a new tab.
 */
export const pathClicked = (event: MouseEvent): string | undefined => {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return undefined;
  const link = event.composedPath().find((place) => place instanceof HTMLAnchorElement);
  if (!link?.href || link.target !== '' || link.hasAttribute('download')) return undefined;
  const address = new URL(link.href);
  if (address.origin !== location.origin || readAddress(address).view === 'unknown') return undefined;
  return address.hash === '' ? address.pathname + address.search : undefined;
};

/** Goes to a part of the page: scrolls there and puts the focus on it, so that the next key goes on from there. */
export const goToPart = (event: Event): void => {
  const link = event.currentTarget;
  const part = link instanceof HTMLAnchorElement ? document.getElementById(link.hash.slice(1)) : null;
  if (!part) return;
  event.preventDefault();
  part.focus({ preventScroll: true });
  part.scrollIntoView({ block: 'start' });
};
