import { css } from 'lit';

/** Styles of text that only screen readers see, of the color swatches, and of animations. */
export const hiddenStyles = css`
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .colors {
    position: absolute;
    visibility: hidden;
  }
  /*
   * When this color changes, a transition starts. The event at the end of the transition tells the script that the
   * color has changed.
   */
  .color {
    background: var(--_color);
    transition: background-color 1ms;
  }
  .color.author {
    --_color: var(--_author);
  }
  .color.paper {
    --_color: var(--_paper);
  }
  .color.topic {
    --_color: var(--_topic);
  }
  .color.institution {
    --_color: var(--_institution);
  }
  .color.edge {
    --_color: var(--_edge);
  }
  .color.accent {
    --_color: var(--_accent);
  }
  .color.text {
    --_color: var(--_text);
  }
  .color.background {
    --_color: var(--_background);
  }
  @keyframes breathe {
    to {
      opacity: 0.5;
    }
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }
`;
