import { css } from 'lit';

/** Styles of the frame, and the colors, which pages can set by custom properties. */
export const frameStyles = css`
  :host {
    --_author: var(--coauthor-graph-author, light-dark(#2f6fde, #6ea4ff));
    --_paper: var(--coauthor-graph-paper, light-dark(#7b8494, #98a2b3));
    --_topic: var(--coauthor-graph-topic, light-dark(#dd7a0e, #f5a742));
    --_institution: var(--coauthor-graph-institution, light-dark(#17916b, #3fc796));
    --_edge: var(--coauthor-graph-edge, light-dark(#8a94a699, #a5b4cf80));
    --_accent: var(--coauthor-graph-accent, light-dark(#7a3ff2, #b79bff));
    --_text: var(--coauthor-graph-text, light-dark(#1b2430, #e7ebf2));
    --_muted: var(--coauthor-graph-muted, light-dark(#566173, #a3adbd));
    --_background: var(--coauthor-graph-background, light-dark(#ffffff, #12161d));
    --_surface: var(--coauthor-graph-surface, light-dark(#f5f7fa, #1d232d));
    --_border: var(--coauthor-graph-border, light-dark(#d9dee7, #343d4b));
    position: relative;
    display: flex;
    flex-direction: column;
    box-sizing: border-box;
    block-size: 480px;
    min-block-size: 220px;
    overflow: hidden auto;
    border: 1px solid var(--_border);
    border-radius: 12px;
    background: var(--_background);
    color: var(--_text);
    font:
      14px/1.4 system-ui,
      sans-serif;
    container-type: inline-size;
    /*
     * The Tab key moves the focus in the visible order: in a narrow element, first to the picture and then to the
     * buttons below it.
     */
    reading-flow: flex-visual;
  }
  /* On a phone the element becomes higher when a panel is shown below the picture. */
  @media (max-width: 560px) {
    :host {
      block-size: auto;
      min-block-size: 480px;
    }
  }
  :host(:fullscreen) {
    block-size: 100%;
    border: 0;
    border-radius: 0;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
`;
