import { css } from 'lit';

export const styles = css`
  :host {
    display: block;
    position: relative;
    block-size: 480px;
    --coauthor-graph-author: #3b6fd4;
    --coauthor-graph-paper: #8a8f98;
    --coauthor-graph-topic: #d9822b;
    --coauthor-graph-institution: #2e9e6b;
    --coauthor-graph-edge: #8884;
    --coauthor-graph-text: #222;
    --coauthor-graph-background: #fff;
  }
  canvas {
    inline-size: 100%;
    block-size: 100%;
  }
`;
