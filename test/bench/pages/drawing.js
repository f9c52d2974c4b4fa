/*
 * Runs in the page that test/bench/drawing.ts opens. Records frame times, and measures the time until a layout is at
 * rest.
 */
const work = [];
const intervals = [];
let isRecording = false;

// The time of all callbacks of one frame together.
let previousFrame = 0;
let workTime = 0;
const request = window.requestAnimationFrame.bind(window);
window.requestAnimationFrame = (callback) =>
  request((now) => {
    const start = performance.now();
    callback(now);
    workTime += performance.now() - start;
  });
const recordFrame = (now) => {
  if (isRecording && previousFrame > 0) {
    intervals.push(now - previousFrame);
    work.push(workTime);
  }
  workTime = 0;
  previousFrame = now;
  request(recordFrame);
};
request(recordFrame);

let longTasks = [];
new PerformanceObserver((list) => {
  if (isRecording) longTasks.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ entryTypes: ['longtask'] });

window.startFrames = () => {
  work.length = intervals.length = 0;
  longTasks = [];
  isRecording = true;
};

/** Returns the times since `startFrames`, in milliseconds. */
window.stopFrames = () => {
  isRecording = false;
  return { work: [...work], intervals: [...intervals], longTasks };
};

/** Draws a slice and returns the milliseconds until its layout is at rest. */
window.measureLayout = async (slice) => {
  const element = document.querySelector('coauthor-graph');
  const start = performance.now();
  await new Promise((resolve) => {
    element.addEventListener('settle', resolve, { once: true });
    element.data = slice;
  });
  return performance.now() - start;
};
