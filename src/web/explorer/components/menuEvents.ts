/** Closes a popover after a click on a link in it. */
export const closeAfterLink = (event: MouseEvent): void => {
  const popover = event.currentTarget as HTMLElement;
  const isLink = event.target instanceof Element && event.target.closest('a') !== null;
  if (isLink && popover.matches(':popover-open')) popover.hidePopover();
};

export const closeOnEscape = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
};

export const closeWithoutFocus = (event: FocusEvent): void => {
  const menu = event.currentTarget as HTMLDetailsElement;
  if (!(event.relatedTarget instanceof Node && menu.contains(event.relatedTarget))) menu.open = false;
};
