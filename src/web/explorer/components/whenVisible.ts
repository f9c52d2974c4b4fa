import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls a function once: when an element comes into the visible part of the page, or just below it. */
export class WhenVisible implements ReactiveController {
  private observer: IntersectionObserver | undefined;
  private readonly host: ReactiveControllerHost & Element;
  private readonly onVisible: () => void;
  private wasVisible = false;

  constructor(host: ReactiveControllerHost & Element, onVisible: () => void) {
    this.host = host;
    this.onVisible = onVisible;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.wasVisible) return;
    this.observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.wasVisible = true;
        this.observer?.disconnect();
        this.onVisible();
      },
      { rootMargin: '200px' },
    );
    this.observer.observe(this.host);
  }

  hostDisconnected(): void {
    this.observer?.disconnect();
  }
}
