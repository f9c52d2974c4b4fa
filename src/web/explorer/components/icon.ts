import { svg, type SVGTemplateResult } from 'lit';

const icons = {
  graph: svg`<circle cx="6" cy="17" r="3"/><circle cx="17" cy="6" r="3.5"/><circle cx="18" cy="18" r="2.2"/><path d="M8 15l6.5-6.6M17.3 9.6l.5 6.2"/>`,
  path: svg`<circle cx="5" cy="18" r="2.5"/><circle cx="19" cy="6" r="2.5"/><path d="M7.5 18H14a3 3 0 0 0 0-6h-4a3 3 0 0 1 0-6h6.5"/>`,
  search: svg`<circle cx="11" cy="11" r="6.5"/><path d="M16 16l5 5"/>`,
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"/>`,
  moon: svg`<path d="M20 14.5A8 8 0 0 1 9.5 4a8 8 0 1 0 10.5 10.5z"/>`,
  external: svg`<path d="M9 5H5v14h14v-4M13 5h6v6M19 5l-9 9"/>`,
  compare: svg`<circle cx="9" cy="12" r="5.5"/><circle cx="15" cy="12" r="5.5"/>`,
  feed: svg`<circle cx="6" cy="18" r="1.6"/><path d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14"/>`,
  swap: svg`<path d="M7 4v14M7 18l-3-3M7 18l3-3M17 20V6M17 6l-3 3M17 6l3 3"/>`,
};

/** A decorative icon, hidden from screen readers. */
export const icon = (name: keyof typeof icons): SVGTemplateResult =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>`;
