import { css } from 'lit';

/** Styles of the canvas and of the elements that cover parts of it. */
export const stageStyles = css`
  .stage {
    flex: 1;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
    min-block-size: 0;
  }
  .picture {
    grid-area: 1 / 1;
    position: relative;
  }
  /*
   * For 0.5 s a new panel is over the picture and ignores clicks, so that the second click of a double click reaches
   * the node. Then the picture becomes narrower, and the panel is beside it.
   */
  .stage:has(> .panel) .picture {
    animation: undocked 0.5s step-end;
  }
  .panel {
    animation: let-through 0.5s;
  }
  @keyframes undocked {
    from {
      grid-area: 1 / 1 / -1 / -1;
    }
  }
  @keyframes let-through {
    from,
    to {
      pointer-events: none;
    }
  }
  canvas {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    cursor: grab;
    user-select: none;
  }
  /* While a slice is being loaded, elements that will move when it arrives are hidden. */
  .waiting {
    visibility: hidden;
  }
  canvas:active {
    cursor: grabbing !important;
  }
  .zoom {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-start: 6px;
    display: grid;
    gap: 4px;
  }
  .tooltip {
    position: absolute;
    z-index: 1;
    max-inline-size: min(320px, 80%);
    padding: 6px 10px;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_background);
    box-shadow: 0 4px 18px #0003;
    font-size: 13px;
    pointer-events: none;
  }
  .tooltip p {
    margin: 2px 0 0;
    color: var(--_muted);
  }
  .overlay {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding: 16px;
    background: color-mix(in srgb, var(--_background) 82%, transparent);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .overlay p {
    margin: 0;
  }
  .skeleton {
    inline-size: min(60%, 340px);
    color: var(--_border);
    animation:
      appear 0.2s 0.15s backwards,
      breathe 1.4s 0.35s ease-in-out infinite alternate;
  }
  .hint {
    position: absolute;
    inset-block-start: 10px;
    inset-inline: 0;
    inline-size: fit-content;
    margin: 0 auto;
    padding: 4px 12px;
    border-radius: 999px;
    background: var(--_text);
    color: var(--_background);
    pointer-events: none;
  }
  .notices {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 8px;
    display: grid;
    justify-items: center;
    gap: 6px;
    pointer-events: none;
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 4px 12px;
    border: 1px solid var(--_border);
    border-radius: 8px;
    background: var(--_surface);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
  .notice.brief {
    animation: vanish 0.3s 3s forwards;
  }
  @keyframes vanish {
    to {
      opacity: 0;
      visibility: hidden;
    }
  }
  .notice button {
    pointer-events: auto;
  }
  .caption {
    margin: 0;
    padding: 0 12px 6px;
    color: var(--_muted);
    font-size: 12px;
  }
`;
