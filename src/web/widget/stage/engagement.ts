/** Whether the user is working with the graph: its canvas has the focus, after a click, a tap or Tab. */
export const isEngaged = (canvas: HTMLCanvasElement): boolean => {
  const root = canvas.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === canvas;
};

/** Lets vertical swipes scroll the page while the canvas does not have the focus. */
export const followFocus = (canvas: HTMLCanvasElement): void => {
  const apply = (): void => {
    canvas.style.touchAction = isEngaged(canvas) ? 'none' : 'pan-y';
  };
  canvas.addEventListener('focus', apply);
  canvas.addEventListener('blur', apply);
  apply();
};

/**
 * Whether the wheel zooms the picture. If the page can scroll, the wheel zooms only with Ctrl or while the canvas has
 * the focus.
 */
export const wheelZooms = (event: WheelEvent, canvas: HTMLCanvasElement): boolean =>
  event.ctrlKey || event.metaKey || isEngaged(canvas) || !pageScrolls();

const pageScrolls = (): boolean => {
  const page = document.scrollingElement;
  return page !== null && page.scrollHeight > page.clientHeight;
};
