/*
 * Runs in the page that test/bench/drawing.ts opens: notes what each frame costs, and how long a picture takes to
 * come to rest.
 */
const work = [];
const intervals = [];
let isNoting = false;

// Whatever is done for a frame, be it by several callbacks.
let last = 0;
let spent = 0;
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  request((now) => {
    const began = performance.now();
    callback(now);
    spent += performance.now() - began;
  });
const note = (now) => {
  if (isNoting && last > 0) {
    intervals.push(now - last);
    work.push(spent);
  }
  spent = 0;
  last = now;
  request(note);
};
request(note);

let longTasks = [];
new PerformanceObserver((list) => {
  if (isNoting) longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ['longtask'] });

/** Starts noting frames. */
window.noteFrames = () => {
  work.length = intervals.length = 0;
  longTasks = [];
  isNoting = true;
};

/** What was noted since then, in milliseconds. */
window.notedFrames = () => {
  isNoting = false;
  return { work: [...work], intervals: [...intervals], longTasks };
};

/** Draws a slice, and gives the milliseconds until its nodes have come to rest. */
window.laidOut = async (slice) => {
  const element = document.querySelector('coauthor-graph');
  const began = performance.now();
  await new Promise((resolve) => {
    element.addEventListener('settle', resolve, { once: true });
    element.data = slice;
  });
  return performance.now() - began;
};
