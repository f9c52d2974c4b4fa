/*
 * Runs in each page that test/bench/pageLoads.ts opens, before the page's own scripts. Records, in milliseconds since
 * the navigation began, when the page was painted, when its content was, and when its graph came to rest; and how much
 * the layout shifted.
 */
window.pageLoad = { shift: 0 };
const observe = (type, record) =>
  new PerformanceObserver((list) => list.getEntries().forEach(record)).observe({ type, buffered: true });

observe('paint', ({ name, startTime }) => {
  if (name === 'first-contentful-paint') window.pageLoad.firstPaint = startTime;
});
observe('layout-shift', ({ value, hadRecentInput }) => {
  if (!hadRecentInput) window.pageLoad.shift += value;
});
document.addEventListener('settle', () => {
  window.pageLoad.atRest ??= performance.now();
});

// The content of an entity's page is there when its article is no longer busy; it is painted in the frame after that.
const observer = new MutationObserver(() => {
  if (!document.querySelector('article.entity[aria-busy="false"]')) return;
  observer.disconnect();
  requestAnimationFrame(() => {
    setTimeout(() => {
      window.pageLoad.content = performance.now();
    });
  });
});
observer.observe(document, { subtree: true, childList: true, attributeFilter: ['aria-busy'] });
