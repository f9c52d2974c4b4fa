/** Whether the wheel zooms the picture. In a page that scrolls it does so only with Ctrl or while the canvas has focus. */
export const wheelZooms = (event: WheelEvent, canvas: HTMLCanvasElement): boolean =>
  event.ctrlKey || event.metaKey || hasFocus(canvas) || !pageScrolls();

const hasFocus = (canvas: HTMLCanvasElement): boolean => {
  const root = canvas.getRootNode();
  return (root instanceof ShadowRoot || root instanceof Document) && root.activeElement === canvas;
};

const pageScrolls = (): boolean => {
  const page = document.scrollingElement;
  return page !== null && page.scrollHeight > page.clientHeight;
};
