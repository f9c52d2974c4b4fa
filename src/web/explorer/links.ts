import { parseAddress } from './address.ts';
import { setFolded } from './components/setFolded.ts';

/** The link on which an event has happened, for example a click; undefined if it was not on a link. */
export const linkOf = (event: Event): HTMLAnchorElement | undefined =>
  event.composedPath().find((target) => target instanceof HTMLAnchorElement);

/**
 * The path to navigate to without loading the page again after a click on a link. Returns undefined if the browser
 * should handle the click: links to other sites, to a section of this page, or into a new tab.
 */
export const internalPath = (event: MouseEvent): string | undefined => {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event;
  if (button !== 0 || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return undefined;
  const link = linkOf(event);
  if (!link?.href || link.target !== '' || link.hasAttribute('download')) return undefined;
  const url = new URL(link.href);
  if (url.origin !== location.origin || parseAddress(url).view === 'notFound') return undefined;
  return url.hash === '' ? url.pathname + url.search : undefined;
};

/** Opens and scrolls to the section that a link points to, and moves the focus there, so that Tab continues inside it. */
export const focusSection = (event: Event): void => {
  const link = event.currentTarget;
  const section = link instanceof HTMLAnchorElement ? document.getElementById(link.hash.slice(1)) : null;
  if (!section) return;
  event.preventDefault();
  setFolded(section, false);
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: 'start' });
};
