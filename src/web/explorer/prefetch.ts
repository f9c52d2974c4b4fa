import { parseAddress } from './address.ts';
import { requestEntity } from './entityQuery.ts';
import { linkOf } from './links.ts';

/** If the pointer stays on a link for this long, in milliseconds, the user will probably click the link. */
const DWELL_TIME = 80;

/** Requests the content of an entity's page while the user is about to click a link to it. */
export const prefetchLinks = (root: HTMLElement): void => {
  let timer: number | undefined;
  const start = (event: Event, delay: number): void => {
    clearTimeout(timer);
    const link = linkOf(event);
    if (link?.origin !== location.origin || link.pathname === location.pathname) return;
    timer = window.setTimeout(() => requestEntity(parseAddress(link)), delay);
  };
  root.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'mouse') start(event, DWELL_TIME);
  });
};
