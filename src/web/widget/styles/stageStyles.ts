import { css } from 'lit';

/** The canvas and what lies above it. */
export const stageStyles = css`
  .stage {
    position: relative;
    flex: 1;
    min-block-size: 0;
  }
  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    cursor: grab;
    user-select: none;
  }
  canvas:active {
    cursor: grabbing !important;
  }
  .card {
    position: absolute;
    inset-inline-start: 10px;
    inset-block-end: 10px;
    max-inline-size: min(360px, calc(100% - 20px));
    padding: 10px 12px;
    border: 1px solid var(--_border);
    border-radius: 10px;
    background: var(--_background);
    box-shadow: 0 4px 18px #0003;
  }
  .card h2 {
    display: -webkit-box;
    overflow: hidden;
    margin: 0 26px 2px 0;
    font-size: 15px;
    line-height: 1.3;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }
  .card h2 .swatch {
    margin-inline-end: 6px;
  }
  .card p {
    margin: 0 0 8px;
    color: var(--_muted);
  }
  .card .actions {
    align-items: center;
  }
  .card .close {
    position: absolute;
    inset-block-start: 6px;
    inset-inline-end: 6px;
    min-inline-size: 26px;
    min-block-size: 26px;
    padding: 0;
    border-color: transparent;
    background: none;
    font-size: 17px;
    line-height: 1;
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
  .loading {
    color: var(--_muted);
    animation: appear 0.2s 0.15s backwards;
  }
  .spinner {
    inline-size: 26px;
    block-size: 26px;
    border: 3px solid var(--_border);
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
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
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 0;
    padding: 6px 12px;
    border-block-start: 1px solid var(--_border);
    background: var(--_surface);
    font-size: 13px;
    overflow-wrap: anywhere;
  }
`;
