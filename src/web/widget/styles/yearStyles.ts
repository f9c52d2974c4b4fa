import { css } from 'lit';

/** Styles of the slider for years, which consists of two range inputs on one track. */
export const yearStyles = css`
  .years {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 6px 12px;
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  .thumbs {
    position: relative;
    flex: 1;
    block-size: 24px;
  }
  .thumbs::before {
    content: '';
    position: absolute;
    inset-block-start: 10px;
    inset-inline: 0;
    block-size: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to right,
      var(--_border) var(--from),
      var(--_accent) 0 var(--to),
      var(--_border) 0
    );
  }
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 24px;
    margin: 0;
    appearance: none;
    background: none;
    pointer-events: none;
  }
  /*
   * The ring that shows the focus is around the thumb of the slider and not around the input, because two inputs share
   * one track.
   */
  input:focus-visible {
    outline: none;
  }
  input:focus-visible::-webkit-slider-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  input:focus-visible::-moz-range-thumb {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 16px;
    block-size: 16px;
    border: 2px solid var(--_background);
    border-radius: 50%;
    background: var(--_accent);
    pointer-events: auto;
    cursor: ew-resize;
  }
  input::-moz-range-thumb {
    inline-size: 12px;
    block-size: 12px;
    border: 2px solid var(--_background);
    border-radius: 50%;
    background: var(--_accent);
    pointer-events: auto;
    cursor: ew-resize;
  }
`;
